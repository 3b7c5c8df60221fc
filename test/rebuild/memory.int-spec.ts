import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type BulkAppend, ensureLogIdentity, importEvents, PostgresEventStore, type Recorded } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { nationAppends, planOfAbout } from '@app/nation';
import { SPARE_HEAP_FLAGS } from '@app/read-store';
import { componentsOf, nationalSizeRuleset, type RulesetRef, rulesetRef } from '@app/ruleset';
import type { ScoreEvent } from '@app/scoring';
import { ScoreHistory, type TestDatabase, testDatabase } from '@app/testing';
import { ensureBuilt } from '../scenarios/par-command';
import { checkout } from '../scenarios/started-app';
import { sized } from '../stress/kit/full';

jest.setTimeout(sized(300_000, 1_800_000));

/** Events of a made-up nation, about. */
const EVENTS = sized(80_000, 1_000_000);

/** So many that one page closes them all, and so much asked that the row of each takes more than half a megabyte. */
const [FILES, QUESTIONS] = [300, 45];
const MOST = 256;

/** By how much what is alive may differ between two thirds of a rebuild that forgets what it has done. */
const LEVEL = 1.15;

/** MB. */
interface Memory {
  readonly peak: number;
  /** What each full clearing-up of the heap left, in the order of time. */
  readonly alive: readonly number[];
}

let dataDir: string;
let database: TestDatabase;

beforeAll(ensureBuilt, 120_000);
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'par-memory-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function* heard(appends: Iterable<BulkAppend>): AsyncGenerator<BulkAppend> {
  for (const append of appends) {
    await setImmediate(); // What the server says meanwhile is heard.
    yield append;
  }
}

const nation = (events: number): Iterable<BulkAppend> => nationAppends(planOfAbout(events, 5));

/**
 * The end of a year of many blocks: files that were asked much, unit by unit, and then all of them closed at once. A page of events then
 * touches hundreds of heavy rows that were put away long ago.
 */
function* yearOfHeavyFiles(): Generator<BulkAppend> {
  const rules = nationalSizeRuleset();
  const [component] = componentsOf(rules);
  const histories = Array.from({ length: FILES }, (_, number) => {
    const history = new ScoreHistory(`u${number}`).opened();
    for (let question = 0; question < QUESTIONS; question += 1) history.asked(randomUUID(), component?.code ?? '');
    return history.appraisalClosed().events.map((event) => appendOf(event, rulesetRef(rules)));
  });
  for (const history of histories) yield* history.slice(0, -1);
  for (const history of histories) yield* history.slice(-1);
}

/** With ids that a log takes, and under rules that the program knows. */
function appendOf({ stream, revision, type, data, metadata }: Recorded<ScoreEvent>, ruleset: RulesetRef): BulkAppend {
  const [id, commandId] = [randomUUID(), randomUUID()];
  const event = {
    id,
    type,
    data: type === 'AssessmentOpened' ? { ...data, ruleset } : data,
    metadata: { ...metadata, commandId, correlationId: commandId, causationId: commandId },
  };
  return { stream, expected: revision === 0n ? 'no-stream' : revision - 1n, events: [event] };
}

const EVERY = [
  ...['scorecard', 'ranking', 'accountability', 'notices'],
  ...['unit_register', 'file_register', 'case_register'],
];

const run = promisify(execFile);
const main = join(checkout, 'dist', 'apps', 'ops', 'src', 'main.js');

/** What the process takes that `par projections rebuild` starts to build all read models. */
async function memoryOfRebuild(appends: Iterable<BulkAppend>): Promise<Memory> {
  database = await testDatabase();
  try {
    const store = PostgresEventStore.open({ url: database.appUrl });
    await ensureLogIdentity(store, new SystemClock());
    await store.close();
    await importEvents({ url: database.ownerUrl, eventsPerTransaction: 2_000 }, heard(appends));
    const words = [
      ...SPARE_HEAP_FLAGS,
      `--require=${join(__dirname, 'memory-watch.js')}`,
      main,
      'projections',
      'build',
    ];
    const { stderr } = await run(process.execPath, [...words, ...EVERY], {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        DATA_DIR: dataDir,
      },
    });
    const said = /^\{"memory":.*\}$/m.exec(stderr)?.[0];
    if (said === undefined) throw new Error(stderr);
    return (JSON.parse(said) as { memory: Memory }).memory;
  } finally {
    await database.drop();
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** What was alive in the second and in the last third of a rebuild: in the first it fills what it remembers. */
function levels(alive: readonly number[]): readonly [number, number] {
  const third = Math.floor(alive.length / 3);
  return [median(alive.slice(third, 2 * third)), median(alive.slice(2 * third))];
}

it('the memory of a rebuild of all read models does not grow with the log, and stays under 256 MB', async () => {
  const { peak, alive } = await memoryOfRebuild(nation(EVENTS));
  const [before, after] = levels(alive);
  const said = `alive ${before.toFixed(1)}, then ${after.toFixed(1)} MB, ${alive.length} times seen`;
  process.stdout.write(`rebuild of about ${EVENTS} events: at most ${peak.toFixed(0)} MB, ${said}\n`);
  expect(alive.length).toBeGreaterThanOrEqual(12);
  expect(after / before).toBeLessThan(LEVEL);
  expect(peak).toBeLessThan(MOST);
});

it('nor does it when a page of events touches hundreds of heavy rows', async () => {
  const { peak } = await memoryOfRebuild(yearOfHeavyFiles());
  process.stdout.write(`rebuild of ${FILES} files that are closed at once: at most ${peak.toFixed(0)} MB\n`);
  expect(peak).toBeLessThan(MOST);
});
