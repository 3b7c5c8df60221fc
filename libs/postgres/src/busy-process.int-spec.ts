import { testDatabase, type TestDatabase } from '@app/testing';
import { appPool } from './data-source';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Nothing else is come to meanwhile, as while a page of events is folded on a machine with several times its load. */
function blockFor(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

it('a connection is not given up because its own process has no time to hear what the server answers', async () => {
  const pool = appPool(database.appUrl);
  const client = await pool.connect();
  client.on('error', () => undefined);
  let over = false;
  try {
    await client.query('SET statement_timeout = 0');
    const answer = client.query('SELECT pg_sleep(14)').finally(() => (over = true));
    const busy = async (): Promise<void> => {
      while (!over) {
        blockFor(1_800);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await Promise.all([expect(answer).resolves.toMatchObject({ rowCount: 1 }), busy()]);
  } finally {
    client.release(true);
    await pool.end();
  }
}, 60_000);
