import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEventStore } from '@app/platform';
import { type EventStoreDbServer, startEventStoreDbServer } from '@app/testing';
import { par } from '../scenarios/par-command';
import { StartedApp } from '../scenarios/started-app';
import { sized } from './kit/full';
import { Hole } from './kit/hole';
import { allEvents } from './kit/ledger-of-payments';
import { OwnServer } from './kit/own-server';
import { People, type Seen } from './kit/people';

jest.setTimeout(sized(240_000, 300_000));

/** How long database or log are away, ms, at the least. */
const AWAY = sized(5_000, 60_000);
/** Nobody waits longer for an answer, ms. */
const PATIENCE = sized(10_000, 5_000);
/** Nor for that of a write where the machine of the one that is away says at once that nobody is there, ms. */
const REFUSED = sized(5_000, 1_000);
/** All is normal within this after it is back, ms; the short form may share its machine. */
const SOON = sized(20_000, 5_000);
/** More readers at once than the API has places for. */
const MORE_THAN_PLACES = 300;
/** Repeats at once: an account has places for 32. */
const AT_ONCE = 20;
/** After a fault readiness is told so within this, ms. */
const NOTICED = sized(4_000, 3_000);

let folder: string;
let server: OwnServer;
let hole: Hole;
/** Of the log, where that is not in the database. */
let logServer: EventStoreDbServer | undefined;
let app: StartedApp;
let people: People;
let volume: string | undefined;

async function open(log: 'in the database' | 'in a server of its own' = 'in the database'): Promise<void> {
  server = await OwnServer.start(join(folder, 'postgres'));
  hole = await Hole.before(server.addresses.appUrl);
  if (log === 'in a server of its own') logServer = await startEventStoreDbServer();
  const dataDir = join(folder, 'data');
  const env = { DATABASE_URL: hole.url, DATABASE_OWNER_URL: server.addresses.ownerUrl, ...whereTheLogIs() };
  app = await StartedApp.start({ dataDir, env });
  await app.ready();
  people = new People(app.url, dataDir);
  await until(() => people.acknowledged.length > 10);
}

const whereTheLogIs = (): Record<string, string> =>
  logServer === undefined ? {} : { EVENTSTORE_URL: logServer.connectionString };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'par-outage-'));
});
afterEach(async () => {
  await people.goHome();
  await app.signal('SIGKILL');
  logServer?.stop();
  logServer = undefined;
  hole.end();
  server.thaw();
  server.crash();
  await sleep(300);
  if (volume !== undefined) execFileSync('umount', ['-l', volume]);
  volume = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** What was promised to callers while it is away; a write is answered within `refused` ms, and asked to come back as soon. */
function expectHonestAnswers(begun: number, end: number, { refused, reads }: Fault): void {
  const within = (what: 'write' | 'read' | 'live' | 'ready') => people.since(begun, what).filter(({ at }) => at < end);
  const all = ['write', 'read', 'live', 'ready'] as const;
  expect(all.flatMap((what) => within(what).filter(({ ms }) => ms > PATIENCE))).toEqual([]);
  expect(new Set(within('live').map(({ status }) => status))).toEqual(new Set([200]));
  // What was answered while it was away: a question still open when it came back may be answered well.
  const answered = (what: 'write' | 'read' | 'ready') => within(what).filter(({ at, ms }) => at + ms <= end);
  const told = answered('ready').filter(({ at, ms }) => at + ms > begun + NOTICED);
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set([503]));
  for (const [what, expected] of [['write', 503] as const, ['read', reads] as const]) {
    expect(answered(what).length).toBeGreaterThan(0);
    const honest = ({ status, retryAfter }: Seen) => status === expected && (status === 200 || retryAfter !== null);
    expect(answered(what).filter((each) => !honest(each))).toEqual([]);
  }
  const late = ({ ms, retryAfter }: Seen) => Math.max(ms, 1_000 * Number(retryAfter)) > refused;
  expect(answered('write').filter(late)).toEqual([]);
}

/** Everything acknowledged stands in the log once; what was not, after a repeat with the same key, as well. */
async function expectNothingLost(): Promise<void> {
  await people.goHome();
  const keys = new Set(people.seen.filter(({ what }) => what === 'write').map(({ key }) => key));
  const acknowledged = new Set(people.acknowledged);
  const unanswered = [...keys].filter((key) => !acknowledged.has(key));
  for (let at = 0; at < unanswered.length; at += AT_ONCE) {
    const some = unanswered.slice(at, at + AT_ONCE);
    const statuses = await Promise.all(some.map((key) => people.writeInTheEnd(key, SOON)));
    expect(new Set(statuses)).toEqual(new Set([201]));
  }
  const store = await openEventStore({ eventStoreUrl: logServer?.connectionString }, server.addresses);
  const stored = (await allEvents(store)).map(({ metadata: { commandId, part } }) => `${commandId} ${part}`);
  await store.close();
  expect(people.acknowledged.length).toBeGreaterThan(10);
  expect(new Set(stored).size).toBe(stored.length);
  expect(people.acknowledged.filter((key) => !stored.includes(`${key} 1`))).toEqual([]);
}

/** What readers see is what the log gives: runners do not wait for the disk, and a crash takes the newest of their rows back. */
async function expectReadModelsToAgree(): Promise<void> {
  const env = { DATABASE_URL: server.addresses.appUrl, DATA_DIR: join(folder, 'data'), ...whereTheLogIs() };
  const { code, stdout, stderr } = await par(['projections', 'rebuild', '--json'], env);
  const comparisons = JSON.parse(stdout || '[]') as { projection: string; same: boolean }[];
  const different = comparisons.filter(({ same }) => !same);
  expect({ code, different, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, different: [], stderr: '' });
  expect(comparisons.map(({ projection }) => projection)).toContain('ranking');
}

interface Fault {
  readonly log?: 'in a server of its own';
  readonly begin: () => void;
  readonly end: () => void | Promise<void>;
  /** A write is refused within this, ms. */
  readonly refused: number;
  /** Read models are in the database: while the log alone is away they answer. */
  readonly reads: 200 | 503;
}

const ofDatabase = { reads: 503, refused: PATIENCE } as const;
const faults: Readonly<Record<string, Fault>> = {
  'the database is frozen': { ...ofDatabase, begin: () => server.freeze(), end: () => server.thaw() },
  'the database is down': {
    ...ofDatabase,
    begin: () => server.crash(),
    end: () => server.restart(),
    refused: REFUSED,
  },
  'the database is out of reach without a word': {
    ...ofDatabase,
    begin: () => hole.open(),
    end: () => hole.close(),
  },
  "the log's server is down": {
    log: 'in a server of its own',
    begin: () => logServer?.stop(),
    end: () => logServer?.start(),
    refused: REFUSED,
    reads: 200,
  },
};

describe.each(Object.entries(faults))('while %s', (_what, fault) => {
  it('writes are refused with 503, nobody hangs, and all is well soon after', async () => {
    await open(fault.log);
    fault.begin();
    const begun = Date.now();
    const readers = fault.reads === 503 ? MORE_THAN_PLACES : 0;
    const [crowd] = await Promise.all([people.crowd(readers), sleep(AWAY)]);
    await until(() => people.since(begun + NOTICED, 'ready').length > 0 && people.since(begun, 'write').length > 0);
    const end = Date.now();
    await fault.end();
    const back = Date.now();
    expect(await people.untilWritten(60_000)).toBeLessThan(SOON);
    await people.untilReadBack(60_000);
    await app.until('it was ready again', () => app.isReady());
    expect(Date.now() - back).toBeLessThan(SOON);
    expect(crowd.filter((status) => status !== 503)).toEqual([]);
    expectHonestAnswers(begun, end, fault);
    await expectNothingLost();
    await expectReadModelsToAgree();
  });
});

/** A volume of its own takes the right to mount one: root's, and in a container one that is seldom given. */
(mayMount() ? describe : describe.skip)('while the disk is full', () => {
  beforeEach(() => {
    volume = join(folder, 'postgres');
    mkdirSync(volume);
    mountVolume(volume, '128m');
  });

  it('writes are refused, reading goes on, and freed space is enough to go on', async () => {
    await open();
    server.fillVolume();
    const begun = Date.now();
    await until(() => people.since(begun, 'write').filter(({ status }) => status === 503).length > 5);
    const full = Date.now();
    await sleep(sized(2_000, 20_000));
    await until(() => people.since(full, 'write').length > 0);
    const end = Date.now();
    const refused = people.since(full, 'write').filter(({ at, ms }) => at + ms <= end);
    server.freeVolume();
    expect(await people.untilWritten(60_000)).toBeLessThan(2 * SOON);
    await app.until('it was ready again', () => app.isReady());
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([]);
    for (const what of ['live', 'read'] as const) {
      expect(new Set(people.since(begun, what).map(({ status }) => status))).toEqual(new Set([200]));
    }
    await expectNothingLost();
  });
});

function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), 'par mount-'));
  try {
    mountVolume(probe, '1m');
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(probe);
  }
}

function mountVolume(at: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', at], { stdio: 'ignore' });
}

async function until(reached: () => boolean, atMost = 60_000): Promise<void> {
  for (const end = Date.now() + atMost; !reached(); await sleep(50)) {
    if (Date.now() > end) throw new Error('That did not come about');
  }
}
