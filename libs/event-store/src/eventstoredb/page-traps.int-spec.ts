import { randomUUID } from 'node:crypto';
import { type EventStoreDbServer, newEvents, type ServerVersion, startEventStoreDbServer } from '@app/testing';
import { EventStoreDBClient } from '@eventstore/db-client';
import { LogIntegrityError, StoreUnavailable } from '../errors';
import { checkCheckpoint, ensureLogIdentity } from '../log-identity';
import { EventStoreDbEventStore } from './eventstoredb-event-store';

const VERSIONS: readonly ServerVersion[] = ['23.10', '24.10'];
/** Where an answer is to be missed soon; everywhere else a busy machine has time. */
const IMPATIENT_MS = 400;
const PATIENT_MS = 10_000;
const clock = { now: () => '2024-01-31T16:59:59.999Z' as const };

describe.each(VERSIONS)('Reading the log in EventStoreDB %s', (version) => {
  let server: EventStoreDbServer;
  let store: EventStoreDbEventStore;
  let other: EventStoreDBClient;

  beforeEach(async () => {
    server = await startEventStoreDbServer({ version });
    store = open(server);
    other = EventStoreDBClient.connectionString(server.connectionString);
  });

  afterEach(async () => {
    server.faults.thaw();
    await store.close();
    await other.dispose();
    server.stop();
  });

  it('holds half an append back until the rest is there', async () => {
    const first = await store.append('trap-1', 'no-stream', newEvents(1));
    const append = await store.append('trap-2', 'no-stream', newEvents(3));
    server.log.hideTail(1);
    const half = await store.page(undefined, 100);
    expect(half).toMatchObject({ next: first.position, atEnd: true });
    expect(half.events.map(({ stream }) => stream)).toEqual(['trap-1']);
    server.log.hideTail(0);
    const rest = await store.page(half.next, 100);
    expect(rest).toMatchObject({ next: append.position, atEnd: true });
    expect(rest.events.map(({ metadata }) => metadata.part)).toEqual([1, 2, 3]);
  });

  it('stays where it is when nothing but half an append is there', async () => {
    const { position } = await store.append('trap-1', 'no-stream', newEvents(1));
    await store.append('trap-2', 'no-stream', newEvents(2));
    server.log.hideTail(1);
    expect(await store.page(position, 10)).toEqual({ events: [], next: position, atEnd: true });
  });

  it('fetches the rest of an append that the limit of a read would cut', async () => {
    await store.append('trap-1', 'no-stream', newEvents(80));
    await store.append('trap-2', 'no-stream', newEvents(1));
    const page = await store.page(undefined, 2);
    expect(page.events).toHaveLength(80);
    expect(page.atEnd).toBe(false);
  });

  it('passes over what is not ours, and moves on past it', async () => {
    for (let count = 0; count < 120; count += 1) append(server, 'foreign-1', '{"n":1}', '');
    await store.append('trap-1', 'no-stream', newEvents(1));
    for (let count = 0; count < 40; count += 1) append(server, '$stats-1', '{}', '{}');
    const page = await store.page(undefined, 10);
    expect(page.events.map(({ stream }) => stream)).toEqual(['trap-1']);
    expect(page).toMatchObject({ next: server.log.lastPosition, atEnd: true });
    expect(await store.page(page.next, 10)).toEqual({ events: [], next: page.next, atEnd: true });
  });

  it('names our own last event as the head, whatever others write behind it', async () => {
    expect(await store.head()).toBeUndefined();
    const { position } = await store.append('trap-1', 'no-stream', newEvents(2));
    for (let count = 0; count < 50; count += 1) append(server, '$stats-1', '{}', '{}');
    expect(await store.head()).toBe(position);
    const reads = server.calls['read'] ?? 0;
    for (let count = 0; count < 3; count += 1) append(server, 'foreign-1', '{}', '');
    expect(await store.head()).toBe(position);
    // It looked back only to where it had looked before.
    expect(server.calls['read']).toBe(reads + 1);
    const another = open(server);
    expect(await another.head()).toBe(position);
    await another.close();
    const next = await store.append('trap-1', 1n, newEvents(1));
    expect(await store.head()).toBe(next.position);
  });

  it('reports a stream of ours that was tombstoned', async () => {
    await store.append('trap-1', 'no-stream', newEvents(1));
    await other.tombstoneStream('trap-1');
    await expect(store.page(undefined, 10)).rejects.toThrow(/trap-1 đã bị xóa/);
    await expect(all(store.read('trap-1'))).rejects.toThrow(LogIntegrityError);
  });

  it('reports a stream of ours that was deleted softly, or shortened', async () => {
    await store.append('trap-1', 'no-stream', newEvents(3));
    const { next } = await store.page(undefined, 10);
    await other.deleteStream('trap-1');
    await expect(store.page(next, 10)).rejects.toThrow(LogIntegrityError);
    await store.append('trap-2', 'no-stream', newEvents(3));
    await other.setStreamMetadata('trap-2', { maxCount: 1 });
    await expect(all(store.read('trap-2'))).rejects.toThrow(/thiếu sự kiện số 0/);
    await expect(store.page(next, 10)).rejects.toThrow(LogIntegrityError);
  });

  it('does not mind what is set on streams of others', async () => {
    append(server, 'foreign-1', '{}', '');
    await other.setStreamMetadata('foreign-1', { maxCount: 1 });
    await other.tombstoneStream('foreign-1');
    await store.append('trap-1', 'no-stream', newEvents(1));
    expect((await store.page(undefined, 10)).events).toHaveLength(1);
  });

  it.each([
    ['without our metadata', '{"n":1}', ''],
    ['whose metadata lacks the parts', '{"n":1}', '{"commandId":"x","schemaVersion":1}'],
  ])('reports an event in a stream of ours %s', async (_what, data, metadata) => {
    append(server, 'trap-1', data, metadata);
    await expect(store.page(undefined, 10)).rejects.toThrow(LogIntegrityError);
    await expect(all(store.read('trap-1'))).rejects.toThrow(LogIntegrityError);
  });

  it.each(['not json {', '"text"', '[1]', 'null'])(
    'reads on past an event of ours whose data is no JSON object (%s), and reports it to whoever asks for that',
    async (data) => {
      append(server, 'trap-1', data, JSON.stringify(newEvents(1)[0]?.metadata));
      await store.append('trap-2', 'no-stream', newEvents(1));
      const { events } = await store.page(undefined, 10);
      expect(events.map(({ stream }) => stream)).toEqual(['trap-1', 'trap-2']);
      for (const one of [events[0], (await all(store.read('trap-1')))[0]]) {
        expect(() => one?.data).toThrow(LogIntegrityError);
      }
    },
  );

  it('reports an append of which events are missing within the log', async () => {
    const [first, , third] = newEvents(3);
    append(server, 'trap-1', '{}', JSON.stringify(first?.metadata));
    append(server, 'trap-1', '{}', JSON.stringify(third?.metadata));
    await expect(store.page(undefined, 10)).rejects.toThrow(/không còn đủ 3 sự kiện/);
  });

  it('reports an append whose beginning is missing', async () => {
    const [, second] = newEvents(2);
    append(server, 'trap-1', '{}', JSON.stringify(second?.metadata));
    await expect(store.page(undefined, 10)).rejects.toThrow(LogIntegrityError);
  });

  it('finds no event inside a record, nor beyond the end', async () => {
    const { position } = await store.append('trap-1', 'no-stream', newEvents(1));
    await store.append('trap-1', 0n, newEvents(1));
    expect((await store.eventAt(position))?.stream).toBe('trap-1');
    expect(await store.eventAt(position + 1n)).toBeUndefined();
    expect(await store.eventAt(server.log.lastPosition + 1_000_000n)).toBeUndefined();
  });

  it('finds an event though the server failed for once when it was asked for', async () => {
    const { position } = await store.append('trap-1', 'no-stream', newEvents(1));
    server.faults.failReads = 1;
    expect((await store.eventAt(position))?.position).toBe(position);
  });

  it('does not know whether there is an event while the server fails', async () => {
    const { position } = await store.append('trap-1', 'no-stream', newEvents(1));
    server.faults.failReads = 2;
    await expect(store.eventAt(position)).rejects.toThrow(StoreUnavailable);
  });

  it('accuses nobody of tampering when the server failed as a checkpoint was looked up', async () => {
    const { logId } = await ensureLogIdentity(store, clock);
    const { position } = await store.append('trap-1', 'no-stream', newEvents(1));
    const { id: eventId } = (await store.eventAt(position)) ?? { id: '' };
    const lookUp = store.eventAt.bind(store);
    jest.spyOn(store, 'eventAt').mockImplementationOnce((at) => {
      server.faults.failReads = 1;
      return lookUp(at);
    });
    await expect(checkCheckpoint(store, { logId, position, eventId })).resolves.toBeUndefined();
    expect(server.faults.failReads).toBe(0);
  });

  it('refuses a checkpoint of a log that was restored from an older backup', async () => {
    const { logId } = await ensureLogIdentity(store, clock);
    const position = server.log.lastPosition + 5_000n;
    await expect(checkCheckpoint(store, { logId, position, eventId: randomUUID() })).rejects.toThrow(LogIntegrityError);
    // Without that check the reader would notice nothing.
    expect(await store.page(position, 10)).toEqual({ events: [], next: position, atEnd: true });
  });

  it('gives up on a silent server, and reads on when that answers again', async () => {
    await store.append('trap-1', 'no-stream', newEvents(1));
    const impatient = open(server, IMPATIENT_MS);
    server.faults.freeze();
    const began = Date.now();
    await expect(impatient.page(undefined, 10)).rejects.toThrow(StoreUnavailable);
    await expect(all(impatient.read('trap-1'))).rejects.toThrow(StoreUnavailable);
    await expect(impatient.head()).rejects.toThrow(StoreUnavailable);
    expect(Date.now() - began).toBeLessThan(PATIENT_MS);
    server.faults.thaw();
    expect((await store.page(undefined, 10)).events).toHaveLength(1);
    await impatient.close();
  });

  it('is unavailable while the server is down, and reads on afterwards', async () => {
    await store.append('trap-1', 'no-stream', newEvents(600));
    server.stop();
    await expect(store.page(undefined, 10)).rejects.toThrow(StoreUnavailable);
    await expect(all(store.read('trap-1'))).rejects.toThrow(StoreUnavailable);
    await expect(store.eventAt(1n)).rejects.toThrow(StoreUnavailable);
    await server.start();
    expect(await all(store.read('trap-1'))).toHaveLength(600);
  });

  it('ends a read that waits when it is closed', async () => {
    server.faults.freeze();
    const waiting = store.page(undefined, 10);
    const outcome = expect(waiting).rejects.toThrow(StoreUnavailable);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await store.close();
    await outcome;
  });
});

function open({ connectionString }: EventStoreDbServer, readTimeoutMs = PATIENT_MS): EventStoreDbEventStore {
  return new EventStoreDbEventStore({ connectionString, categories: ['trap'], readTimeoutMs });
}

/** Writes behind the adapter's back. */
function append(server: EventStoreDbServer, stream: string, data: string, metadata: string): void {
  const bytes = { data: Buffer.from(data), metadata: Buffer.from(metadata) };
  server.log.append(stream, 'any', [{ id: randomUUID(), type: 'Counted', contentType: 'application/json', ...bytes }]);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
