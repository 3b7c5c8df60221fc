import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '@app/event-store';
import { openEventStore } from '@app/platform';
import type { Ranking } from '@app/ranking';
import { type EventStoreDbServer, startEventStoreDbServer, type TestDatabase, testDatabase } from '@app/testing';
import { v7 } from 'uuid';
import { Production } from './production';
import { type Start, StartedApp } from './started-app';

let dataDir: string;
let databases: TestDatabase[];
let server: EventStoreDbServer;
let apps: StartedApp[];
/** Undefined: the programs run as the demo. */
let production: Production | undefined;

beforeEach(async () => {
  // The identity provider warns of its own settings for development, and of Node 20.
  jest.spyOn(console, 'warn').mockReturnValue();
  dataDir = mkdtempSync(join(tmpdir(), 'par-servers-'));
  [databases, apps, production] = [[], [], undefined];
  server = await startEventStoreDbServer();
});
afterEach(async () => {
  await Promise.all(apps.map((app) => app.signal('SIGKILL')));
  await production?.stop();
  server.stop();
  await Promise.all(databases.map((database) => database.drop()));
  rmSync(dataDir, { recursive: true, force: true });
});

/** The environment of programs that share a new database, as two people with their own logins set it up. */
async function database(): Promise<Record<string, string>> {
  const made = await testDatabase();
  databases.push(made);
  return { DATABASE_URL: made.appUrl, DATABASE_OWNER_URL: made.ownerUrl };
}

async function start(options: Omit<Start, 'dataDir'>): Promise<StartedApp> {
  const app = await StartedApp.start({ dataDir, ...options });
  apps.push(app);
  return app;
}

const imported = {
  ...{ year: 2021, blockId: 'khoi', blockName: 'Khối', n: 1 },
  source: { title: 'Cổng thông tin', url: 'https://example.vn/2021' },
};

/** Of the administrator of units: what the identity provider signed, or of the demo's accounts. */
async function token(): Promise<string | undefined> {
  if (production) return production.token();
  const file = readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8');
  const accounts = JSON.parse(file) as { roles: string[]; token: string }[];
  return accounts.find(({ roles: [role] }) => role === 'administrator-of-units')?.token;
}

/** A command of the administrator of units; answers its position. */
async function write(api: StartedApp, unitId: string, year = 2021, correlationId = v7()): Promise<string> {
  const headers = {
    Authorization: `Bearer ${await token()}`,
    'Idempotency-Key': v7(),
    'X-Correlation-Id': correlationId,
    'Content-Type': 'application/json',
  };
  const body = JSON.stringify({ ...imported, year, rows: [{ unitId, unitName: 'Sở', index: '86.05', rank: 1 }] });
  const answer = await fetch(`${api.url}/results/imports`, { method: 'POST', headers, body });
  expect([answer.status, await answer.clone().text()]).toEqual([201, expect.anything()]);
  return ((await answer.json()) as { position: string }).position;
}

/** A question, put again for as long as a busy machine's read model is behind. Whoever is turned away for another reason is told so. */
async function patientlyAsked(api: StartedApp, path: string): Promise<Response> {
  for (const end = Date.now() + 30_000; ; await pause(100)) {
    const answer = await fetch(`${api.url}${path}`);
    if (answer.status !== 503 || Date.now() > end) return answer;
    expect(await answer.clone().json()).toMatchObject({ code: 'read-store.behind' });
  }
}

async function unitsRanked(api: StartedApp, after: string, year = 2021): Promise<string[]> {
  const answer = await patientlyAsked(api, `/rankings/${year}/khoi?after=${after}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as Ranking).ranked.map(({ unitId }) => unitId);
}

/** Who wrote a line about the request, in the log that a program printed. */
function contextsIn({ output }: StartedApp, correlationId: string): string[] {
  const lines = output.split('\n').filter((line) => /^\{.*\}$/.test(line) && line.includes(correlationId));
  return lines.map((line) => (JSON.parse(line) as { context: string }).context).sort();
}

/** The request that the event behind a ranking goes back to. */
async function requestBehind(api: StartedApp, after: string): Promise<string | undefined> {
  const answer = await patientlyAsked(api, `/rankings/2021/khoi?after=${after}`);
  const { eventId } = (await answer.json()) as Ranking;
  const store = await openEventStore({ eventStoreUrl: server.connectionString }, { appUrl: '' });
  const { events } = await store.page(undefined, 1_000).finally(() => store.close());
  return events.find(({ id }) => id === eventId)?.metadata.correlationId;
}

const readModels = [
  ...['accountability', 'case_register', 'file_register', 'notices'],
  ...['ranking', 'scorecard', 'unit_register'],
];
const projecting = readModels.map((name) => `projection ${name} g1`);

/** By the log of the API, the event that an answer names, and the log of the other program, of each of its read models. */
async function expectOneTrail(api: StartedApp, projector: StartedApp): Promise<void> {
  const correlationId = v7();
  const position = await write(api, 'so_c', 2023, correlationId);
  await patientlyAsked(api, `/rankings/2023/khoi?after=${position}`);
  await projector.until(
    'its lines were written',
    () => contextsIn(projector, correlationId).length >= projecting.length,
  );
  await api.until('its line was written', () => contextsIn(api, correlationId).length > 0);
  expect(contextsIn(api, correlationId)).toEqual(['http']);
  expect(contextsIn(projector, correlationId)).toEqual(projecting);
}

it.each([
  ['esdb', 'info', 'production'],
  ['kurrentdb', 'debug', 'demo'],
])(
  'api and projector work together over %s://, and leave one trail at log level %s, in %s; another projector takes over',
  async (scheme, level, profile) => {
    const url = server.connectionString.replace('esdb', scheme);
    if (profile === 'production') production = await Production.setUp(dataDir);
    const env = { ...(production?.env ?? (await database())), EVENTSTORE_URL: url, LOG_LEVEL: level };
    const api = await start({ env: { ...env, PROJECTOR: 'off' } });
    const first = await start({ env, program: 'projector' });
    await Promise.all([api.ready(), first.ready()]);
    const administrator = { accountId: 'lan', grants: [{ role: 'administrator-of-units' }] };
    if (production) expect(await production.signIn(api)).toMatchObject(administrator);
    const correlationId = v7();
    const position = await write(api, 'so_a', 2021, correlationId);
    expect(await unitsRanked(api, position)).toEqual(['so_a']);
    expect(await requestBehind(api, position)).toBe(correlationId);
    await expectOneTrail(api, first);
    expect(server.calls.append ?? server.calls.batchAppend).toBeGreaterThan(0);

    await first.signal('SIGKILL');
    const unseen = await write(api, 'so_b', 2022);
    expect((await fetch(`${api.url}/rankings/2022/khoi?after=${unseen}`)).status).toBe(503);
    expect(await api.isLive()).toBe(true);

    const second = await start({ env, program: 'projector' });
    await Promise.all([second.ready(), api.ready()]);
    expect(await unitsRanked(api, unseen, 2022)).toEqual(['so_b']);
    expect(await second.signal('SIGTERM')).toBe(0);
    expect(await api.signal('SIGTERM')).toBe(0);
  },
);
