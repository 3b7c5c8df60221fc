import { Client } from 'pg';
import type { Response } from 'supertest';
import { sized } from '../../../test/stress/kit/full';
import { everyLog, type Log } from './opened-log';
import { problemIn, RunningApi } from './running-api';

const by = 'administrator-of-units';
const unit = (unitId: string) => ({ unitId, name: 'Sở', type: 'department', registeredOn: '2024-01-01' });

let api: RunningApi;

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Lets nobody in and cuts everybody off, as a database that is being restarted does; or lets them in again. */
async function allowConnections(allowed: boolean): Promise<void> {
  const { database } = api.beneath;
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

/** What callers are told who ask while something is away. */
async function during(unitId: string): Promise<Record<'write' | 'read' | 'ready', Response>> {
  const began = Date.now();
  const [write, read, ready] = await Promise.all([
    api.command(by, '/units', unit(unitId)),
    api.question(undefined, '/rankings'),
    api.http().get('/health/ready'),
  ]);
  expect(Date.now() - began).toBeLessThan(sized(20_000, 5_000));
  expect((await api.http().get('/health/live')).status).toBe(200);
  return { write, read, ready };
}

function expectComeBack(response: Response): void {
  expect(problemIn(response)).toMatchObject({ status: 503 });
  expect(response.headers['retry-after']).toMatch(/^\d+$/);
}

async function goesOn(unitId: string): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await api.http().get('/health/ready')).status !== 200 && Date.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const position = await api.accepted(by, '/units', unit(unitId));
  await api.answered(undefined, '/rankings', position);
}

describe.each<Log>(everyLog)('the log in %s', (log) => {
  beforeAll(async () => {
    api = await RunningApi.start({ log });
    await api.accepted(by, '/units', unit('before'));
  });
  afterAll(() => api.stop());

  it('stays alive while the database is away, asks callers to come back, and goes on by itself', async () => {
    await allowConnections(false);
    const { write, read, ready } = await during('without_database');
    for (const response of [read, ready]) expectComeBack(response);
    if (log === 'postgres') expectComeBack(write);
    else expect(write.status).toBe(201); // Only the log is needed for writing.

    await allowConnections(true);
    await goesOn('after_database');
    expect((await api.refused(by, '/units', unit('before'))).code).toBe('unit.already-registered');
  });
});

it('stays alive while EventStoreDB is away, still answers what is known, and goes on by itself', async () => {
  api = await RunningApi.start({ log: 'eventstoredb' });
  await api.accepted(by, '/units', unit('before'));
  api.beneath.log.server?.stop();
  const { write, read, ready } = await during('without_log');
  for (const response of [write, ready]) expectComeBack(response);
  expect(read.status).toBe(200);

  await api.beneath.log.server?.start();
  await goesOn('after_log');
  expect((await api.refused(by, '/units', unit('before'))).code).toBe('unit.already-registered');
  await api.stop();
});
