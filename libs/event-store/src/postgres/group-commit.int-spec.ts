import { setTimeout as sleep } from 'node:timers/promises';
import { newEvents } from '@app/testing';
import { Client, Pool, type QueryConfig } from 'pg';
import { LogDatabase, newStream, newStreams } from '../../test/log-database';
import { InvalidAppend, StoreBusy, StoreUnavailable, WrongExpectedRevision } from '../errors';
import { PostgresEventStore } from './postgres-event-store';

let log: LogDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  log = await LogDatabase.open();
});
beforeEach(() => {
  store = PostgresEventStore.open({ url: log.appUrl });
});
afterEach(() => store.close());
afterAll(() => log.drop());

/** Runs with the log's lock held by somebody else. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await log.client.query('BEGIN; SELECT pg_advisory_xact_lock(7215000)');
  try {
    await work();
  } finally {
    await log.client.query('ROLLBACK');
  }
}

describe('appends that wait for the log', () => {
  it('go into it in a few transactions, each of which rings once', async () => {
    const rings: unknown[] = [];
    const listener = new Client({ connectionString: log.appUrl });
    await listener.connect();
    listener.on('notification', (ring) => rings.push(ring));
    await listener.query('LISTEN log_appended');
    const ringing = jest.spyOn((store as unknown as { listener: { ring(): void } }).listener, 'ring');
    await Promise.all(newStreams(200).map((stream) => store.append(stream, 'no-stream', newEvents(1))));
    await listener.query('SELECT');
    await listener.end();
    const { rows } = await log.client.query('SELECT DISTINCT xmin::text FROM log.events');
    expect(rows.length).toBeLessThanOrEqual(3);
    expect(rings).toHaveLength(rows.length);
    expect(ringing).toHaveBeenCalledTimes(rows.length);
  });

  it('of one event each go through the function for just these', async () => {
    const asked = jest.spyOn(Pool.prototype, 'query');
    await Promise.all(newStreams(20).map((stream) => store.append(stream, 'no-stream', newEvents(1))));
    const names = asked.mock.calls.map(([query]) => (query as unknown as QueryConfig).name);
    asked.mockRestore();
    expect(names).toContain('log-append-singles');
    expect(names).not.toContain('log-append-many');
  });

  it('of one event each stand in the order in which they came, beside one that was too late', async () => {
    const [late, ...good] = newStreams(12) as [string, ...string[]];
    await store.append(late, 'no-stream', newEvents(1));
    const { max } = await log.extent();
    const results = await Promise.allSettled(
      [...good, late].map((each) => store.append(each, 'no-stream', newEvents(1))),
    );
    const expected = good.map((_, index) => ({ revision: 0n, position: BigInt(max + 1 + index) }));
    expect(results.slice(0, -1)).toEqual(expected.map((value) => ({ status: 'fulfilled', value })));
    expect(results.at(-1)).toMatchObject({ reason: expect.any(WrongExpectedRevision) as unknown });
    const again = await Promise.all(good.map((each) => store.append(each, 0n, newEvents(1))));
    expect(again).toEqual(good.map((_, index) => ({ revision: 1n, position: BigInt(max + 12 + index) })));
  });

  it('do not ring when nothing was written', async () => {
    const listener = new Client({ connectionString: log.appUrl });
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
    const before = await log.extent();
    const good = newStreams(20);
    const append = (stream: string) => store.append(stream, 'no-stream', newEvents(2));
    const results = await Promise.allSettled([
      ...good.slice(0, 10).map(append),
      store.append(newStream(), 'no-stream', taken),
      ...good.slice(10).map(append),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(results[10]).toMatchObject({ status: 'rejected', reason: expect.any(InvalidAppend) as unknown });
    expect(await log.extent()).toEqual({ count: before.count + 40, max: before.max + 40 });
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
    const before = await log.extent();
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
    expect(await log.extent()).toEqual({ count: before.count + accepted.length, max: before.max + accepted.length });
  });

  it('are stored or rejected when the store is closed, never left without an answer', async () => {
    const before = await log.extent();
    const appends = newStreams(2_000).map((stream) => store.append(stream, 'no-stream', newEvents(1)));
    const settled = Promise.allSettled(appends);
    await Promise.race(appends);
    await store.close();
    const results = await settled;
    const accepted = results.filter(({ status }) => status === 'fulfilled').length;
    const rejected = results.filter((each) => each.status === 'rejected' && each.reason instanceof StoreUnavailable);
    expect(rejected.length).toBeGreaterThan(0);
    expect(accepted + rejected.length).toBe(2_000);
    expect((await log.extent()).count).toBe(before.count + accepted);
  });

  it('stay gapless and in order from 3 stores with 16 writers each', async () => {
    const others = [1, 2].map(() => PostgresEventStore.open({ url: log.appUrl, max: 4 }));
    const write = async (through: PostgresEventStore, stream: string): Promise<void> => {
      for (let at = -1n; at < 9n; at += 1n) await through.append(stream, at < 0n ? 'no-stream' : at, newEvents(1));
    };
    const before = await log.extent();
    const names = newStreams(48);
    await Promise.all(names.map((stream, index) => write([store, ...others][index % 3] ?? store, stream)));
    await Promise.all(others.map((other) => other.close()));
    expect(await log.extent()).toEqual({ count: before.count + 480, max: before.max + 480 });
    const { rows } = await log.client.query(
      `SELECT FROM (SELECT revision, lag(revision, 1, -1) OVER (PARTITION BY stream ORDER BY position) AS before FROM log.events) AS e
       WHERE revision <> before + 1`,
    );
    expect(rows).toEqual([]);
  });
});
