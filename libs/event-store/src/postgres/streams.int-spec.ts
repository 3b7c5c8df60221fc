import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { openPool } from './open-pool';
import { PostgresEventStore } from './postgres-event-store';
import { STREAMS } from './reads';

let database: TestDatabase;
let store: PostgresEventStore;
/** How many rows each statement gave. */
let statements: number[] = [];

const names = Array.from({ length: 450 }, (_, at) => `counted-${String(at).padStart(3, '0')}`);

beforeAll(async () => {
  database = await testDatabase();
  const pool = openPool({ url: database.appUrl });
  store = new PostgresEventStore(pool);
  await Promise.all(names.map((stream) => store.append(stream, 'no-stream', newEvents(3))));
  await store.append('counted-long', 'no-stream', newEvents(2_400));
  const query = pool.query.bind(pool) as (asked: unknown) => Promise<{ rowCount: number | null }>;
  const counted = async (asked: unknown) => {
    const answer = await query(asked);
    statements.push(answer.rowCount ?? 0);
    return answer;
  };
  pool.query = counted as typeof pool.query;
});
beforeEach(() => {
  statements = [];
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function count(streams: readonly string[]): Promise<number> {
  let events = 0;
  for await (const { revision } of store.readEach(streams)) events += revision < 0n ? 0 : 1;
  return events;
}

it(`reads ${names.length} streams by one statement for every ${STREAMS}`, async () => {
  expect(await count(names)).toBe(3 * names.length);
  expect(statements).toEqual([600, 600, 150]);
});

it('asks nothing where no stream is named', async () => {
  expect(await count([])).toBe(0);
  expect(statements).toEqual([]);
});

it('knows where a stream of 2,400 events ends from one of them', async () => {
  expect((await store.last('counted-long'))?.revision).toBe(2_399n);
  expect(statements).toEqual([1]);
});
