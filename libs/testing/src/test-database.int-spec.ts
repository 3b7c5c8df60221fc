import { appDataSource, appPool } from '@app/postgres';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from './test-database';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  const as = (role: string) => [{ role, database: expect.stringMatching(/^test_/) as string }];
  const whoAmI = 'SELECT current_user::text AS role, current_database()::text AS database';

  it('is entered as the application by pg, by the pool and by TypeORM', async () => {
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    expect((await client.query(whoAmI)).rows).toEqual(as('par_app'));
    await client.end();
    const pool = appPool(database.appUrl);
    expect((await pool.query(whoAmI)).rows).toEqual(as('par_app'));
    await pool.end();
    const source = await appDataSource(database.appUrl).initialize();
    expect(await source.query(whoAmI)).toEqual(as('par_app'));
    await source.destroy();
  });

  it('is entered as the owner by its own address', async () => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    expect((await client.query(whoAmI)).rows).toEqual(as('par_owner'));
    await client.end();
  });

  it('lets the application make derived tables, and nothing elsewhere', async () => {
    const pool = appPool(database.appUrl);
    await pool.query('CREATE TABLE read_model.x (id int)');
    for (const schema of ['log', 'public']) {
      await expect(pool.query(`CREATE TABLE ${schema}.x (id int)`)).rejects.toThrow(/permission denied/);
    }
    await pool.end();
  });
});

it('is dropped as soon as the application has left it', async () => {
  const left = await testDatabase();
  const client = new Client({ connectionString: left.appUrl });
  await client.connect();
  const dropped = left.drop();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await client.end();
  await dropped;
  const again = new Client({ connectionString: left.appUrl });
  await expect(again.connect()).rejects.toMatchObject({ code: '3D000' });
});
