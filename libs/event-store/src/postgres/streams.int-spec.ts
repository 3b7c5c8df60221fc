import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { openPool } from './open-pool';
import { PostgresEventStore } from './postgres-event-store';
import { CHUNK, START, STREAMS } from './reads';

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

describe('streams that are read at the same time', () => {
  async function revisions(stream: string, upTo?: bigint): Promise<bigint[]> {
    const found: bigint[] = [];
    for await (const event of store.read(stream, upTo === undefined ? {} : { upTo })) found.push(event.revision);
    return found;
  }

  it('are read by one statement, each to its own end, and a name that no stream can have harms none of them', async () => {
    const [one, two] = [names[0] as string, names[1] as string];
    const asked = [
      revisions(one),
      revisions(one, 0n),
      revisions('counted-\0'),
      revisions(two, 1n),
      revisions(two, 2n ** 70n),
    ];
    expect(await Promise.all(asked)).toEqual([[0n, 1n, 2n], [0n], [], [0n, 1n], [0n, 1n, 2n]]);
    expect(statements).toEqual([3 + 1 + 2 + 3]);
  });

  it('do not wait for the whole of a long one', async () => {
    const [long, short] = await Promise.all([revisions('counted-long'), revisions(names[2] as string)]);
    expect([long.length, long.at(-1), short.length]).toEqual([2_400, 2_399n, 3]);
    expect(statements).toEqual([START + 3, CHUNK, CHUNK, 2_400 - START - 2 * CHUNK]);
    statements = [];
    expect(await revisions('counted-long', BigInt(START - 1))).toHaveLength(START);
    expect(statements).toEqual([START]);
  });
});
