import { testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { READS } from './reads';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new Client({ connectionString: database.appUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The plan that a connection keeps, whatever is asked for. */
async function planOf(text: string): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('a plan made while the log is empty, and kept', () => {
  it.each(Object.entries(READS))('%s goes by an index, in its order', async (_, text) => {
    const plan = await planOf(text);
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toMatch(/Seq Scan|Bitmap|Sort/);
  });

  it('would be seen to go through the whole log', async () => {
    expect(await planOf('SELECT position FROM log.events WHERE type = $1')).toContain('Seq Scan on events');
  });
});
