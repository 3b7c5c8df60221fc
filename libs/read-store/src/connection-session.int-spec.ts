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

it('says why the server ended a connection, also to whoever asks afterwards', async () => {
  const connection = dataSource.createQueryRunner();
  const session = sessionOf(connection);
  await session.query(`SET idle_session_timeout = '50ms'`);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const asked = session.query('SELECT 1');
  await expect(asked).rejects.toThrow(ConnectionFailed);
  await expect(asked).rejects.toThrow('idle-session timeout');
});
