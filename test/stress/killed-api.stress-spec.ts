import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/event-store';
import { openEventStore } from '@app/platform';
import { until } from '@app/testing';
import { freePort, StartedApp } from '../scenarios/started-app';
import { sized } from './kit/full';
import { allEvents } from './kit/ledger-of-payments';
import { adapters, type TestLog, testLog } from './kit/logs';
import { People } from './kit/people';
import { answersToAppends, type Line, throughLine } from './programs/line-to-server';

jest.setTimeout(sized(240_000, 1_800_000));

const KILLS = sized(1, 50);
/** The next API is ready within this after it was started, ms; the short form may share its machine. */
const READY = sized(30_000, 10_000);
/** A repeat is answered within this, ms, however often it is asked to come back. */
const PATIENCE = 30_000;
/** More acknowledgements than are waited for at once. */
const EVERY_ONE = 1_000;

let log: TestLog;
let line: Line;
let dataDir: string;
let port: number;
let app: StartedApp;
let people: People | undefined;
let readyAfter: number[];

async function open(adapter: (typeof adapters)[number]): Promise<void> {
  log = await testLog(adapter);
  line = await throughLine(log.database.appUrl, answersToAppends());
  dataDir = mkdtempSync(join(tmpdir(), 'par-killed-api-'));
  port = await freePort();
  [people, readyAfter] = [undefined, []];
}

afterEach(async () => {
  await people?.goHome();
  await app.signal('SIGKILL');
  line.cut();
  await log.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** At the same address as the one before. */
async function anApi(): Promise<void> {
  const began = performance.now();
  const databases = { DATABASE_URL: line.url, DATABASE_OWNER_URL: log.database.ownerUrl };
  const env = log.server ? { ...databases, EVENTSTORE_URL: log.server.connectionString } : databases;
  app = await StartedApp.start({ dataDir, port, env });
  await app.ready();
  readyAfter.push(performance.now() - began);
}

/** Kills the API when a write of somebody is in the log, and nobody in the API knows of it yet. */
async function killBetweenCommitAndAnswer(): Promise<void> {
  if (log.server) {
    const { faults, log: stored } = log.server;
    faults.dropAcknowledgements = EVERY_ONE;
    const before = stored.records.length;
    await until(() => Promise.resolve(stored.records.length > before));
    await app.signal('SIGKILL');
    faults.dropAcknowledgements = 0;
  } else {
    line.at('answered', () => app.process.kill('SIGKILL'));
    await app.ended;
    line.cut();
  }
}

async function storedEvents(): Promise<RecordedEvent[]> {
  const store = await openEventStore({ eventStoreUrl: log.server?.connectionString }, log.database);
  return allEvents(store).finally(() => store.close());
}

/** Everything that they asked for, asked for again with the same keys, twice: what was never answered has an answer to be compared as well. */
async function askedAgain(whom: People): Promise<void> {
  const keys = new Set(whom.seen.filter(({ what }) => what === 'write').map(({ key }) => key));
  for (const key of [...keys, ...keys]) {
    expect([key, await whom.writeInTheEnd(key, PATIENCE)]).toEqual([key, 201]);
  }
}

/** Each of their writes is in the log once, whole, where every answer says that it is. */
function expectOneEffectEach(whom: People, events: readonly RecordedEvent[]): void {
  const answers = new Map<string, Set<string>>();
  for (const { key, accepted } of whom.seen) {
    if (accepted !== undefined) answers.set(key, (answers.get(key) ?? new Set<string>()).add(accepted));
  }
  for (const [key, different] of answers) {
    const own = events.filter(({ metadata }) => metadata.commandId === key);
    const [answer, ...others] = [...different].map((text) => JSON.parse(text) as { position: string });
    expect({ key, parts: own.map(({ metadata: { part } }) => part), others }).toEqual({ key, parts: [1], others: [] });
    expect([key, answer?.position]).toEqual([key, String(own[0]?.position)]);
  }
}

it.each(adapters)(
  'over %s, an API killed between commit and answer while people write: their keys, repeated to the next one, have one effect each and one answer',
  async (adapter) => {
    await open(adapter);
    const all: People[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      await anApi();
      if (people) await askedAgain(people);
      const writing = new People(app.url, dataDir);
      people = writing;
      all.push(writing);
      await until(() => Promise.resolve(writing.acknowledged.length > 5));
      await killBetweenCommitAndAnswer();
      await writing.goHome();
      const answered = new Set(writing.acknowledged);
      const asked = new Set(writing.seen.map(({ key }) => key));
      const unanswered = (await storedEvents()).filter(
        ({ metadata: { commandId } }) => asked.has(commandId) && !answered.has(commandId),
      );
      expect(unanswered.length).toBeGreaterThan(0);
    }
    await anApi();
    if (people) await askedAgain(people);
    const events = await storedEvents();
    for (const whom of all) expectOneEffectEach(whom, events);
    expect(Math.max(...readyAfter)).toBeLessThan(READY);
  },
);
