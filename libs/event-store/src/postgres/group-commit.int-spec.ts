import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { InvalidAppend, StoreBusy, StoreUnavailable } from '../errors';
import { PostgresEventStore } from './postgres-event-store';

jest.setTimeout(60_000);

let database: TestDatabase;
let store: PostgresEventStore;
let client: Client;
let streams = 0;

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});
beforeEach(() => {
  store = PostgresEventStore.open({ url: database.appUrl });
});
afterEach(() => store.close());
afterAll(async () => {
  await client.end();
  await database.drop();
});

const newStream = (): string => `group-s${(streams += 1)}`;
const newStreams = (count: number): string[] => Array.from({ length: count }, newStream);

async function extent(): Promise<{ count: number; max: number }> {
  const { rows } = await client.query<{ count: number; max: number }>(
    'SELECT count(*)::int, coalesce(max(position), 0)::int AS max FROM log.events',
  );
  return rows[0] ?? { count: -1, max: -1 };
}

/** Runs with the log's lock held by somebody else. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN; SELECT pg_advisory_xact_lock(7215000)');
  try {
    await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

describe('appends that wait for the log', () => {
  it('go into it in a few transactions, each of which rings once', async () => {
    const rings: unknown[] = [];
    const listener = new Client({ connectionString: database.appUrl });
    await listener.connect();
    listener.on('notification', (ring) => rings.push(ring));
    await listener.query('LISTEN log_appended');
    const ringing = jest.spyOn((store as unknown as { listener: { ring(): void } }).listener, 'ring');
    await Promise.all(newStreams(200).map((stream) => store.append(stream, 'no-stream', newEvents(1))));
    await listener.query('SELECT');
    await listener.end();
    const { rows } = await client.query('SELECT DISTINCT xmin::text FROM log.events');
    expect(rows.length).toBeLessThanOrEqual(3);
    expect(rings).toHaveLength(rows.length);
    expect(ringing).toHaveBeenCalledTimes(rows.length);
  });

  it('do not ring when nothing was written', async () => {
    const listener = new Client({ connectionString: database.appUrl });
    await listener.connect();
    const rings: unknown[] = [];
    listener.on('notification', (ring) => rings.push(ring));
    await listener.query('LISTEN log_appended');
    const refused = newStreams(5).map((stream) => store.append(stream, 3n, newEvents(1)));
    for (const each of refused) await expect(each).rejects.toThrow(/no-stream/);
    await listener.query('SELECT');
    await listener.end();
    expect(rings).toEqual([]);
  });

  it('suffer nothing from one among them that can never be stored', async () => {
    const taken = newEvents(1);
    await store.append(newStream(), 'no-stream', taken);
    const before = await extent();
    const good = newStreams(20);
    const append = (stream: string) => store.append(stream, 'no-stream', newEvents(2));
    const results = await Promise.allSettled([
      ...good.slice(0, 10).map(append),
      store.append(newStream(), 'no-stream', taken),
      ...good.slice(10).map(append),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(results[10]).toMatchObject({ status: 'rejected', reason: expect.any(InvalidAppend) as unknown });
    expect(await extent()).toEqual({ count: before.count + 40, max: before.max + 40 });
  });

  it('are all answered by a silent lock: nothing hangs, and the same appends succeed afterwards', async () => {
    const appends = newStreams(300).map((stream) => [stream, newEvents(1)] as const);
    const all = () => Promise.allSettled(appends.map(([stream, events]) => store.append(stream, 'no-stream', events)));
    await whileLocked(async () => {
      for (const result of await all())
        expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) as unknown });
    });
    expect((await all()).every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  it('are refused as busy when too many wait, and only those', async () => {
    const before = await extent();
    const results: Promise<PromiseSettledResult<unknown>[]>[] = [];
    await whileLocked(async () => {
      const [first] = newStreams(1).map((stream) => store.append(stream, 'no-stream', newEvents(1)));
      await sleep(50);
      const flood = newStreams(5_000).map((stream) => store.append(stream, 'no-stream', newEvents(1)));
      results.push(Promise.allSettled([first, ...flood]));
      await sleep(50);
    });
    const settled = (await Promise.all(results)).flat();
    const busy = settled.filter((each) => each.status === 'rejected' && each.reason instanceof StoreBusy);
    const accepted = settled.filter(({ status }) => status === 'fulfilled');
    expect(busy.length).toBeGreaterThan(0);
    expect(accepted.length).toBeGreaterThanOrEqual(4_096);
    expect(busy.length + accepted.length).toBe(5_001);
    expect(await extent()).toEqual({ count: before.count + accepted.length, max: before.max + accepted.length });
  });

  it('are stored or rejected when the store is closed, never left without an answer', async () => {
    const before = await extent();
    const appends = newStreams(2_000).map((stream) => store.append(stream, 'no-stream', newEvents(1)));
    const settled = Promise.allSettled(appends);
    await Promise.race(appends);
    await store.close();
    const results = await settled;
    const accepted = results.filter(({ status }) => status === 'fulfilled').length;
    const rejected = results.filter((each) => each.status === 'rejected' && each.reason instanceof StoreUnavailable);
    expect(rejected.length).toBeGreaterThan(0);
    expect(accepted + rejected.length).toBe(2_000);
    expect((await extent()).count).toBe(before.count + accepted);
  });

  it('stay gapless and in order from 3 stores with 16 writers each', async () => {
    const others = [1, 2].map(() => PostgresEventStore.open({ url: database.appUrl, max: 4 }));
    const write = async (through: PostgresEventStore, stream: string): Promise<void> => {
      for (let at = -1n; at < 9n; at += 1n) await through.append(stream, at < 0n ? 'no-stream' : at, newEvents(1));
    };
    const before = await extent();
    const names = newStreams(48);
    await Promise.all(names.map((stream, index) => write([store, ...others][index % 3] ?? store, stream)));
    await Promise.all(others.map((other) => other.close()));
    expect(await extent()).toEqual({ count: before.count + 480, max: before.max + 480 });
    const { rows } = await client.query(
      `SELECT FROM (SELECT revision, lag(revision, 1, -1) OVER (PARTITION BY stream ORDER BY position) AS before FROM log.events) AS e
       WHERE revision <> before + 1`,
    );
    expect(rows).toEqual([]);
  });
});

describe('log.append_many, called by somebody else', () => {
  const call = (names: string[], expected: number[], sizes: number[], ids = sizes.flatMap((n) => uuids(n))) => {
    const texts = ids.map(() => '{}');
    return client.query(
      'SELECT accepted, at_revision::int AS revision, at_position::int AS position FROM log.append_many($1, $2, $3, $4, $5, $6, $7)',
      [names, expected, sizes, ids, ids.map(() => 'Noted'), texts, texts],
    );
  };
  const uuids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

  it('gives one row per append: accepted, refused or recognised', async () => {
    const [there, known, fresh, one] = newStreams(4) as [string, string, string, string];
    const ids = uuids(2);
    await call([there, known], [-1, -1], [3, 2], [...uuids(3), ...ids]);
    const { max } = await extent();
    const { rows } = await call(
      [fresh, there, known, one, newStream()],
      [-1, -1, -1, -1, 5],
      [2, 1, 2, 1, 1],
      [...uuids(3), ...ids, ...uuids(2)],
    );
    expect(rows).toEqual([
      { accepted: true, revision: 1, position: max + 2 },
      { accepted: false, revision: 2, position: null },
      { accepted: true, revision: 1, position: max },
      { accepted: true, revision: 0, position: max + 3 },
      { accepted: false, revision: -1, position: null },
    ]);
    expect(await extent()).toEqual({ count: max + 3, max: max + 3 });
  });

  it.each([
    ['two appends to one stream', () => call(['group-twice', 'group-twice'], [-1, -1], [1, 1])],
    ['sizes that leave events out', () => call([newStream()], [-1], [1], uuids(2))],
    ['sizes that promise more events', () => call([newStream()], [-1], [3], uuids(2))],
    ['a size of none', () => call([newStream(), 'group-none'], [-1, 4], [0, 1])],
    ['negative sizes', () => call(newStreams(2), [-1, -1], [3, -1], uuids(2))],
    ['no appends at all', () => call([], [], [])],
    ['more sizes than streams', () => call([newStream()], [-1], [1, 1])],
  ])('refuses %s, and keeps nothing', async (_, attempt) => {
    const before = await extent();
    await expect(attempt()).rejects.toThrow();
    expect(await extent()).toEqual(before);
  });

  it.each([
    [
      'log.append_many',
      (by: Client) =>
        by.query(`SELECT log.append_many('{group-x}', '{-1}', '{1}', $1, '{A}', '{"{}"}', '{"{}"}')`, [uuids(1)]),
    ],
    ['log.append_one', (by: Client) => by.query(`SELECT log.append_one('group-x', -1, $1, 'A', '{}', '{}')`, uuids(1))],
  ])('%s: a transaction of its own, for the application only', async (_, append) => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN; CREATE TABLE foreign_work (n int)');
    await expect(append(owner)).rejects.toThrow(/transaction of its own/);
    await owner.query('ROLLBACK; BEGIN ISOLATION LEVEL REPEATABLE READ');
    await expect(append(owner)).rejects.toThrow(/READ COMMITTED/);
    await owner.query('ROLLBACK');
    await owner.end();
    await client.query('SET ROLE NONE');
    await expect(append(client)).rejects.toMatchObject({ code: '42501' });
    await client.query('SET ROLE par_app');
  });
});
