import { randomUUID } from 'node:crypto';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { credentials, type ServiceError } from '@grpc/grpc-js';
import type { ServerVersion } from './behaviour';
import { EventStoreDbServer } from './eventstoredb-server';
import { errorAnswer, readAnswer } from './recordings/answers';
import { Inbox, pause } from './recordings/inbox';
import type { ReadRequest } from './recordings/recorded-case';
import { readRequest } from './recordings/requests';

const PATIENT_MS = 10_000;

/** The differences that were measured between 23.10 and 24.10 (which KurrentDB 25 shares). */
describe.each<[ServerVersion, boolean]>([
  ['23.10', false],
  ['24.10', true],
])('The protocol server as version %s', (version, newer) => {
  let server: EventStoreDbServer;
  let client: StreamsClient;
  let inboxes: Inbox[] = [];

  beforeEach(async () => {
    server = await EventStoreDbServer.start({ version });
    client = new StreamsClient(`${server.address.host}:${server.address.port}`, credentials.createInsecure());
  });

  afterEach(() => {
    for (const { call } of inboxes) call.cancel();
    inboxes = [];
    client.close();
    server.stop();
  });

  it('says at once, or only after its first event, that a subscription to a missing stream has caught up', async () => {
    const inbox = subscribe({ stream: 'none-1' });
    expect(kinds(await inbox.take(1, false))).toEqual(newer ? ['confirmation', 'caughtUp'] : ['confirmation']);
  });

  it('ends the catch-up of a filtered subscription with a checkpoint, or without', async () => {
    append('trap-1', 3);
    append('other-1', 2);
    const inbox = subscribe({ filter: { prefix: ['trap-'], max: 32, every: 1 } });
    const found = kinds(await inbox.take(5, false));
    expect(found).toEqual(['confirmation', 'event', 'event', 'event', ...(newer ? ['checkpoints'] : []), 'caughtUp']);
  });

  it('delivers what is new behind a position beyond the end, or nothing until the log has grown past it', async () => {
    append('trap-1', 1);
    const inbox = subscribe({ from: String(server.log.lastPosition + 400n) });
    expect(kinds(await inbox.take(newer ? 1 : 2, false))).toEqual(
      newer ? ['confirmation'] : ['confirmation', 'caughtUp'],
    );
    append('trap-1', 1);
    expect(kinds(await inbox.take(newer ? 0 : 1, false))).toEqual(newer ? [] : ['event']);
    append('trap-1', 10);
    expect((await inbox.take(5, false)).length).toBeGreaterThan(3);
  });

  it('names a position inside a record, or does not', async () => {
    append('trap-1', 2);
    const [answer] = await read({ from: String(server.log.lastPosition - 1n) });
    expect(answer).toMatchObject({ grpcStatus: { name: newer ? 'INVALID_ARGUMENT' : 'UNKNOWN' } });
  });

  it('refuses a read without the uuid option, or never answers it', async () => {
    append('trap-1', 1);
    const [answer] = await read({ stream: 'trap-1', uuid: 'none' }, newer ? PATIENT_MS : 300);
    expect(answer).toMatchObject({ grpcStatus: { name: newer ? 'INVALID_ARGUMENT' : 'DEADLINE_EXCEEDED' } });
  });

  it('cuts a slow consumer off, or catches it up and says caughtUp once more', async () => {
    const inbox = subscribe({ filter: { prefix: ['trap-'], max: 32, every: 1 } });
    await inbox.take(2, false);
    inbox.call.pause();
    for (let count = 0; count < 40; count += 1) append('trap-1', 50, 'x'.repeat(200));
    await pause(300);
    inbox.call.resume();
    const found = await inbox.take(newer ? 2_001 : 1, false);
    const events = kinds(found).filter((kind) => kind === 'event').length;
    if (newer) {
      expect(events).toBe(2_000);
      expect(kinds(found).at(-1)).toBe('caughtUp');
    } else {
      expect(events).toBeLessThan(2_000);
      expect(found).toContainEqual(
        expect.objectContaining({ grpcStatus: expect.objectContaining({ name: 'ABORTED' }) as unknown }),
      );
    }
  });

  function subscribe(request: ReadRequest): Inbox {
    const inbox = new Inbox(client.read(readRequest(request, true, BigInt)));
    inboxes.push(inbox);
    return inbox;
  }

  function read(request: ReadRequest, patienceMs = PATIENT_MS): Promise<object[]> {
    const answers: object[] = [];
    return new Promise((resolve) => {
      const call = client.read(readRequest(request, false, BigInt), { deadline: Date.now() + patienceMs });
      call.on('data', (message: ReadResp) => answers.push(readAnswer(message)));
      call.on('error', (error: ServiceError) => resolve([errorAnswer(error), ...answers]));
      call.on('end', () => resolve(answers));
    });
  }

  function append(stream: string, count: number, text = ''): void {
    const bytes = { data: Buffer.from(JSON.stringify({ text })), metadata: Buffer.from('{}') };
    const event = () => ({ id: randomUUID(), type: 'Recorded', contentType: 'application/json', ...bytes });
    server.log.append(stream, 'any', Array.from({ length: count }, event));
  }
});

function kinds(messages: readonly object[]): string[] {
  return messages.map((message) => Object.keys(message)[0] ?? '');
}
