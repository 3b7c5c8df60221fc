import type { TestDatabase } from '@app/testing';
import { PostgresEventStore } from '@app/event-store';
import { Client } from 'pg';
import { problemIn, RunningApi } from './running-api';

jest.setTimeout(60_000);

const by = 'administrator-of-units';
const unit = (unitId: string) => ({ unitId, name: 'Sở', type: 'department', registeredOn: '2024-01-01' });

let api: RunningApi;
let database: TestDatabase;
beforeAll(async () => {
  const openLog = (own: TestDatabase) => {
    database = own;
    return PostgresEventStore.open({ url: own.appUrl });
  };
  api = await RunningApi.start({ openLog });
});
afterAll(() => api.stop());

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Lets nobody in and cuts everybody off, as a database that is being restarted does; or lets them in again. */
async function allowConnections(allowed: boolean): Promise<void> {
  const address = new URL(database.ownerUrl);
  const name = address.pathname.slice(1);
  address.pathname = '/postgres';
  const alter = () =>
    connected(address.toString(), (owner) => owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`));
  if (allowed) await alter();
  else {
    await connected(database.appUrl, async (app) => {
      await app.query('SET ROLE NONE');
      await alter();
      const others = 'datname = current_database() AND usename = session_user AND pid <> pg_backend_pid()';
      await app.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    });
  }
}

it('stays alive while the database is away, asks callers to come back, and goes on by itself', async () => {
  await api.accepted(by, '/units', unit('before'));
  await allowConnections(false);

  const began = Date.now();
  const [write, read, ready] = await Promise.all([
    api.command(by, '/units', unit('during')),
    api.question(undefined, '/rankings'),
    api.http().get('/health/ready'),
  ]);
  expect(Date.now() - began).toBeLessThan(10_000);
  for (const response of [write, read, ready]) {
    expect(problemIn(response)).toMatchObject({ status: 503 });
    expect(response.headers['retry-after']).toMatch(/^\d+$/);
  }
  expect((await api.http().get('/health/live')).status).toBe(200);

  await allowConnections(true);
  const until = Date.now() + 15_000;
  while ((await api.http().get('/health/ready')).status !== 200 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const position = await api.accepted(by, '/units', unit('after'));
  await api.answered(undefined, '/rankings', position);
  expect((await api.refused(by, '/units', unit('before'))).code).toBe('unit.already-registered');
});
