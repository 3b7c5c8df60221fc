import { testDatabase, type TestDatabase } from '@app/testing';
import { appDataSource } from '@app/postgres';
import type { DataSource } from 'typeorm';
import { ConnectionFailed } from './connection-session';
import { sessionOf } from './session';

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await testDatabase();
  dataSource = await appDataSource(database.appUrl).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('asks one thing after the other, however many ask over one connection', async () => {
  const connection = dataSource.createQueryRunner();
  const client = (await connection.connect()) as { query: (...given: unknown[]) => unknown; readyForQuery: boolean };
  const [query, ready] = [client.query.bind(client), [] as boolean[]];
  client.query = (...given) => {
    ready.push(client.readyForQuery);
    return query(...given);
  };
  const [one, other] = [sessionOf(connection), sessionOf(connection)];
  const refused = one.query('SELECT 1 / 0');
  const answers = Promise.all([
    one.query('SELECT pg_sleep(0.05)'),
    other.query('SELECT 2 AS n'),
    one.query('SELECT 3 AS n'),
  ]);
  await expect(refused).rejects.toThrow('division by zero');
  expect(await answers).toMatchObject([[{}], [{ n: 2 }], [{ n: 3 }]]);
  expect(ready).toEqual([true, true, true, true]);
  client.query = query;
  await connection.release();
});

it('says why the server ended a connection, also to whoever asks afterwards', async () => {
  const connection = dataSource.createQueryRunner();
  const session = sessionOf(connection);
  await session.query(`SET idle_session_timeout = '50ms'`);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const asked = session.query('SELECT 1');
  await expect(asked).rejects.toThrow(ConnectionFailed);
  await expect(asked).rejects.toThrow('idle-session timeout');
});
