import { randomUUID } from 'node:crypto';
import { type EventStoreDbServer, newEvents, type ServerVersion, startEventStoreDbServer } from '@app/testing';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { InvalidAppend, LogIntegrityError, StoreUnavailable, WrongExpectedRevision } from '../errors';
import { EventStoreDbEventStore } from './eventstoredb-event-store';

const VERSIONS: readonly ServerVersion[] = ['23.10', '24.10'];
/** Where an acknowledgement is to be missed soon; everywhere else a busy machine has time. */
const IMPATIENT_MS = 400;
const PATIENT_MS = 10_000;
const newStream = (): string => `trap-${randomUUID().replaceAll('-', '')}`;

describe.each(VERSIONS)('Appending to EventStoreDB %s', (version) => {
  let server: EventStoreDbServer;
  let store: EventStoreDbEventStore;
  let impatient: EventStoreDbEventStore;

  beforeEach(async () => {
    server = await startEventStoreDbServer({ version });
    store = open(server, PATIENT_MS);
    impatient = open(server, IMPATIENT_MS);
  });

  afterEach(async () => {
    server.faults.thaw();
    await store.close();
    await impatient.close();
    server.stop();
  });

  it('does not wait for an acknowledgement that never comes; the repeat is answered with the first result', async () => {
    const stream = newStream();
    const events = newEvents(2);
    server.faults.dropAcknowledgements = 1;
    await expect(impatient.append(stream, 'no-stream', events)).rejects.toThrow(StoreUnavailable);
    const first = await eventually(() => impatient.append(stream, 'no-stream', events));
    expect(first.revision).toBe(1n);
    expect(server.log.stream(stream).records).toHaveLength(2);
  });

  it('gets the first result for a repeat after later appends and a restart of the server, too', async () => {
    const stream = newStream();
    const events = newEvents(1);
    const first = await store.append(stream, 'no-stream', events);
    await store.append(stream, 0n, newEvents(3));
    server.stop();
    await server.start();
    expect(await eventually(() => store.append(stream, 'no-stream', events))).toEqual(first);
    expect(server.log.stream(stream).records).toHaveLength(4);
  });

  it('survives an acknowledgement that comes after it was given up, and goes on', async () => {
    const stream = newStream();
    const events = newEvents(1);
    server.faults.acknowledgeAfter = IMPATIENT_MS + 200;
    await expect(impatient.append(stream, 'no-stream', events)).rejects.toThrow(StoreUnavailable);
    await pause(400);
    server.faults.acknowledgeAfter = 0;
    expect((await eventually(() => impatient.append(stream, 'no-stream', events))).revision).toBe(0n);
  });

  it('fails at once while the server is down, and works again when it is back', async () => {
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    server.stop();
    const events = newEvents(1);
    // Not for lack of an acknowledgement in time: for lack of a server.
    const refused = /CANCELLED|UNAVAILABLE|ECONNREFUSED/;
    await expect(store.append(stream, 0n, events)).rejects.toThrow(refused);
    await expect(store.append(stream, 0n, events)).rejects.toThrow(refused);
    await server.start();
    expect((await eventually(() => store.append(stream, 0n, events))).revision).toBe(1n);
  });

  it('gives up on a frozen server within its own time, and goes on when that answers again', async () => {
    const stream = newStream();
    server.faults.freeze();
    const started = Date.now();
    await expect(impatient.append(stream, 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
    expect(Date.now() - started).toBeLessThan(PATIENT_MS);
    server.faults.thaw();
    const events = newEvents(1);
    expect((await eventually(() => impatient.append(newStream(), 'no-stream', events))).revision).toBe(0n);
  });

  it('takes an election ("Server Is Not Ready") and a time-out of the server for an unknown outcome', async () => {
    const stream = newStream();
    const events = newEvents(1);
    server.faults.refuseNotReady = 1;
    await expect(store.append(stream, 'no-stream', events)).rejects.toThrow(/Server Is Not Ready/);
    server.faults.expire = 1;
    await expect(store.append(stream, 'no-stream', events)).rejects.toThrow(StoreUnavailable);
    expect((await store.append(stream, 'no-stream', events)).revision).toBe(0n);
  });

  it('says which revision the stream has when a race is lost', async () => {
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(3));
    const lost = await refusal(store.append(stream, 0n, newEvents(1)));
    expect(lost).toBeInstanceOf(WrongExpectedRevision);
    expect(lost).toMatchObject({ stream, expected: 0n, actual: 2n });
    const missing = await refusal(store.append(newStream(), 5n, newEvents(1)));
    expect(missing).toMatchObject({ expected: 5n, actual: 'no-stream' });
  });

  it('stays below the limit of both ways of counting', async () => {
    const text = (length: number) => newEvents(1, () => ({ text: 'x'.repeat(length) }));
    expect((await store.append(newStream(), 'no-stream', text(999_000))).revision).toBe(0n);
    await expect(store.append(newStream(), 'no-stream', text(1_000_000))).rejects.toThrow(InvalidAppend);
  });

  it('reports tampering when the stream was deleted, softly or for ever', async () => {
    const [soft, hard] = [newStream(), newStream()];
    for (const stream of [soft, hard]) await store.append(stream, 'no-stream', newEvents(2));
    server.log.delete(soft, 'any');
    server.log.tombstone(hard, 'any');
    await expect(store.append(hard, 1n, newEvents(1))).rejects.toThrow(LogIntegrityError);
    await expect(store.append(soft, 'no-stream', newEvents(1))).rejects.toThrow(LogIntegrityError);
  });

  it('refuses what the server would answer twice before anything is sent', async () => {
    await store.append(newStream(), 'no-stream', newEvents(1));
    const sent = server.calls['batchAppend'];
    const written = server.log.records.length;
    for (const change of [
      { type: '' },
      { id: 'hello' },
      { id: '00000000-0000-0000-0000-000000000000' },
      { data: { n: 1n } },
    ]) {
      const [event] = newEvents(1);
      const broken = { ...event, ...change } as ReturnType<typeof newEvents>[number];
      await expect(store.append(newStream(), 'no-stream', [broken])).rejects.toThrow(InvalidAppend);
    }
    await expect(store.append('', 'no-stream', newEvents(1))).rejects.toThrow(InvalidAppend);
    expect(server.calls['batchAppend']).toBe(sent);
    expect(server.log.records).toHaveLength(written);
  });

  it('sends every append over the batch stream, with credentials in the address', async () => {
    const { host, port } = server.address;
    const connectionString = `esdb://writer:secret@${host}:${port}?tls=false`;
    const signedIn = new EventStoreDbEventStore({ connectionString, categories: ['trap'] });
    for (let count = 0; count < 5; count += 1) await signedIn.append(newStream(), 'no-stream', newEvents(1));
    await signedIn.close();
    expect(server.calls['append']).toBeUndefined();
    expect(server.calls['batchAppend']).toBe(1);
  });

  it('makes a new client when the server failed to say what it can do', async () => {
    server.faults.featureFailures.push(status.INTERNAL);
    await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
    expect((await store.append(newStream(), 'no-stream', newEvents(1))).revision).toBe(0n);
    expect(server.calls['features']).toBe(2);
  });

  it('is not harmed by another server that dies: the clients of a process share what they wait for', async () => {
    const other = await startEventStoreDbServer({ version });
    const elsewhere = open(other, PATIENT_MS);
    await elsewhere.append(newStream(), 'no-stream', newEvents(1));
    const stream = newStream();
    const events = newEvents(1);
    await store.append(newStream(), 'no-stream', newEvents(1));
    // Long enough for the other server to be gone before the answer.
    server.faults.acknowledgeAfter = 2_000;
    const pending = refusal(store.append(stream, 'no-stream', events));
    while (server.log.stream(stream).records.length === 0) await pause(5);
    other.stop();
    expect(await pending).toBeInstanceOf(StoreUnavailable);
    // The answer that the client no longer waits for arrives now.
    await pause(2_100);
    server.faults.acknowledgeAfter = 0;
    expect((await store.append(stream, 'no-stream', events)).revision).toBe(0n);
    await elsewhere.close();
  });

  it('rejects what is pending when it is closed, and everything after', async () => {
    await store.append(newStream(), 'no-stream', newEvents(1));
    server.faults.dropAcknowledgements = 1;
    const stream = newStream();
    const pending = refusal(store.append(stream, 'no-stream', newEvents(1)));
    while (server.log.stream(stream).records.length === 0) await pause(5);
    await store.close();
    expect(await pending).toBeInstanceOf(StoreUnavailable);
    await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
    await expect(store.page(undefined, 1)).rejects.toThrow(StoreUnavailable);
  });
});

describe('The traps of the client that the adapter keeps away', () => {
  let server: EventStoreDbServer;

  beforeAll(async () => {
    server = await startEventStoreDbServer();
  });

  afterAll(() => server.stop());

  it('keeps a failure to learn the features for ever', async () => {
    server.faults.featureFailures.push(status.INTERNAL);
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const event = jsonEvent({ type: 'Counted', data: { n: 1 } });
    await expect(client.appendToStream('plain-1', event)).rejects.toThrow();
    await expect(client.appendToStream('plain-1', event)).rejects.toThrow();
    await client.dispose();
  });

  it('ignores a filter of readAll without a word', async () => {
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const options = { maxCount: 3, filter: { filterOn: 'streamName', prefixes: ['nothing-'] } };
    let events = 0;
    for await (const { event } of client.readAll(options)) events += event ? 1 : 0;
    expect(events).toBe(3);
    await client.dispose();
  });
});

function open({ connectionString }: EventStoreDbServer, appendTimeoutMs: number): EventStoreDbEventStore {
  return new EventStoreDbEventStore({ connectionString, categories: ['trap'], appendTimeoutMs });
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** The first success; an unavailable store is asked again, as the write path does. */
async function eventually<T>(call: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 20_000; ; await pause(20)) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || Date.now() > end) throw error;
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
