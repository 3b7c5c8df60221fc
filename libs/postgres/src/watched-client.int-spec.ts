import { testDatabase, type TestDatabase } from '@app/testing';
import type { Pool } from 'pg';
import { appPool } from './data-source';

jest.setTimeout(60_000);

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = appPool(database.appUrl);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Longer than silence is borne unasked. */
const LONG = 'SELECT pg_sleep(6.5)';

it('waits for what its server process works on, however silently, once the session asks for that', async () => {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    expect((await client.query(LONG)).rowCount).toBe(1);
    expect((await client.query('SELECT 1')).rowCount).toBe(1);
  } finally {
    client.release(true);
  }
});

it('ends a query that nobody would wait for any more', async () => {
  await expect(pool.query(LONG)).rejects.toMatchObject({ code: '57014' });
});
