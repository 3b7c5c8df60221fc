import { createServer, type AddressInfo, type Server, type Socket, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client, Pool } from 'pg';
import { appendSurely } from '../append-surely';
import { InvalidAppend, StoreUnavailable } from '../errors';
import type { RecordedEvent } from '../recorded-event';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
const ends: (() => Promise<unknown>)[] = [];
let streams = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => database.drop());

const newStream = (): string => `trouble-s${(streams += 1)}`;

function openStore(url = database.appUrl, name = 'par-log'): PostgresEventStore {
  const store = PostgresEventStore.open({ url, name });
  ends.push(() => store.close());
  return store;
}

async function connected(url = database.appUrl): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  ends.push(() => client.end());
  return client;
}

async function readAll(store: PostgresEventStore, stream: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream)) events.push(event);
  return events;
}

/** A line to the database that can be told to swallow the next answer, or to stay silent. */
async function badLine(): Promise<{ url: string; swallowNextAnswer(): void; beSilent(): void }> {
  const { hostname, port } = new URL(database.appUrl);
  const mood = { swallow: false, silent: false };
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    sockets.add(near);
    if (mood.silent) return;
    const far = connect(Number(port), hostname);
    sockets.add(far);
    near.on('data', (data) => far.write(data)).on('error', () => far.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy()).on('error', () => near.destroy());
    far.on('data', (data) => {
      if (mood.silent) return;
      if (!mood.swallow) return near.write(data);
      mood.swallow = false;
      far.destroy();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = new URL(database.appUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    swallowNextAnswer: () => (mood.swallow = true),
    beSilent: () => (mood.silent = true),
  };
}

describe('when the server cannot be reached', () => {
  it('says StoreUnavailable at once, whatever was asked', async () => {
    const store = openStore('postgresql://nobody:x@127.0.0.1:1/none');
    const began = Date.now();
    await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
    await expect(readAll(store, newStream())).rejects.toThrow(StoreUnavailable);
    await expect(store.page(undefined, 10)).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('wakes by the clock', async () => {
    const store = openStore('postgresql://nobody:x@127.0.0.1:1/none');
    const began = Date.now();
    await store.wake(20_000, AbortSignal.timeout(300));
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  it('says StoreUnavailable when the server is silent, instead of waiting for ever', async () => {
    const line = await badLine();
    line.beSilent();
    await expect(openStore(line.url).append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
  });
});

describe('when an acknowledgement is cut off on the line', () => {
  it('finds out by asking again that the append arrived', async () => {
    const [line, direct, stream] = [await badLine(), openStore(), newStream()];
    const store = openStore(line.url);
    await store.append(stream, 'no-stream', newEvents(1));
    const events = newEvents(1);
    line.swallowNextAnswer();
    await expect(store.append(stream, 0n, events)).rejects.toThrow(StoreUnavailable);
    expect(await readAll(direct, stream)).toHaveLength(2);
    expect((await appendSurely(store, stream, 0n, events)).revision).toBe(1n);
    expect(await readAll(direct, stream)).toHaveLength(2);
  });

  it('asks again by itself', async () => {
    const [line, stream] = [await badLine(), newStream()];
    const store = openStore(line.url);
    await store.head();
    line.swallowNextAnswer();
    expect((await appendSurely(store, stream, 'no-stream', newEvents(1))).revision).toBe(0n);
    expect(await readAll(store, stream)).toHaveLength(1);
  });
});

describe('when the connections are cut', () => {
  const cutAll = async (name: string): Promise<void> => {
    const client = await connected();
    await client.query('SET ROLE NONE');
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [name]);
  };

  it('goes on by itself with the next call', async () => {
    const [store, stream] = [openStore(database.appUrl, 'cut-calls'), newStream()];
    await store.append(stream, 'no-stream', newEvents(1));
    await cutAll('cut-calls');
    expect((await appendSurely(store, stream, 0n, newEvents(1))).revision).toBe(1n);
  });

  it('is woken again afterwards', async () => {
    const store = openStore(database.appUrl, 'cut-listener');
    await store.wake(5000, new AbortController().signal);
    await cutAll('cut-listener');
    await store.wake(5000, new AbortController().signal);
    await sleep(1000);
    const waking = store.wake(20_000, new AbortController().signal).then(() => 'woken');
    await openStore().append(newStream(), 'no-stream', newEvents(1));
    expect(await Promise.race([waking, sleep(15_000, 'slept', { ref: false })])).toBe('woken');
  });
});

describe('when somebody sits on the lock', () => {
  it('says StoreUnavailable, and the same append succeeds afterwards', async () => {
    const pool = new Pool({ connectionString: database.appUrl, lock_timeout: 200 });
    const store = new PostgresEventStore(pool);
    ends.push(() => store.close());
    const [sitting, stream, events] = [await connected(), newStream(), newEvents(1)];
    await sitting.query('BEGIN; SELECT pg_advisory_xact_lock(7215000)');
    await expect(store.append(stream, 'no-stream', events)).rejects.toThrow(StoreUnavailable);
    await sitting.query('COMMIT');
    expect((await store.append(stream, 'no-stream', events)).revision).toBe(0n);
  });
});

describe('when a caller is wrong', () => {
  it('refuses an event id that already stands in another stream', async () => {
    const [store, events] = [openStore(), newEvents(1)];
    await store.append(newStream(), 'no-stream', events);
    await expect(store.append(newStream(), 'no-stream', events)).rejects.toThrow(InvalidAppend);
  });

  it('does not call a mistake in the schema unavailable', async () => {
    const wrong = new URL(database.appUrl);
    wrong.searchParams.delete('options');
    const pool = new Pool({ connectionString: wrong.toString() });
    const store = new PostgresEventStore(pool);
    ends.push(() => store.close());
    await expect(store.head()).rejects.toThrow(/permission denied/);
    await expect(store.head()).rejects.not.toThrow(StoreUnavailable);
  });
});

describe('when it is closed', () => {
  it('says StoreUnavailable, and nobody stays asleep', async () => {
    const store = openStore();
    const sleeping = store.wake(30_000, new AbortController().signal);
    await store.close();
    await sleeping;
    await expect(store.append(newStream(), 'no-stream', newEvents(1))).rejects.toThrow(StoreUnavailable);
    await expect(store.page(undefined, 1)).rejects.toThrow(StoreUnavailable);
    await store.close();
  });
});
