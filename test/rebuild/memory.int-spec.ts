import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type BulkAppend, ensureLogIdentity, importEvents, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { nationAppends, planOfAbout } from '@app/nation';
import { SPARE_HEAP_FLAGS } from '@app/read-store';
import { type TestDatabase, testDatabase } from '@app/testing';
import { ensureBuilt } from '../scenarios/par-command';
import { checkout } from '../scenarios/started-app';
import { sized } from '../stress/kit/full';

jest.setTimeout(sized(300_000, 1_800_000));

/** Events of a made-up nation, about. */
const [SHORT, LONG] = [sized(20_000, 100_000), sized(60_000, 1_000_000)];

/** MB. */
interface Memory {
  readonly peak: number;
  /** What a full clearing-up of the heap left. */
  readonly alive: number;
}

let dataDir: string;
let database: TestDatabase;

beforeAll(ensureBuilt, 120_000);
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'par-memory-'))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function* appendsOf(events: number): AsyncGenerator<BulkAppend> {
  for (const append of nationAppends(planOfAbout(events, 5))) {
    await setImmediate(); // What the server says meanwhile is heard.
    yield append;
  }
}

const EVERY = [
  ...['scorecard', 'ranking', 'accountability', 'notices'],
  ...['unit_register', 'file_register', 'case_register'],
];

const run = promisify(execFile);
const main = join(checkout, 'dist', 'apps', 'ops', 'src', 'main.js');

/** What the process takes that `par projections rebuild` starts to build all read models. */
async function memoryOfRebuild(events: number): Promise<Memory> {
  database = await testDatabase();
  try {
    const store = PostgresEventStore.open({ url: database.appUrl });
    await ensureLogIdentity(store, new SystemClock());
    await store.close();
    await importEvents({ url: database.ownerUrl, eventsPerTransaction: 2_000 }, appendsOf(events));
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

it('the memory of a rebuild of all read models does not grow with the log, and stays under 256 MB', async () => {
  const [short, long] = [await memoryOfRebuild(SHORT), await memoryOfRebuild(LONG)];
  const inMb = ({ peak, alive }: Memory) => `${peak.toFixed(0)} MB (alive ${alive.toFixed(0)})`;
  process.stdout.write(`rebuild of about ${SHORT} events: ${inMb(short)}, of ${LONG}: ${inMb(long)}\n`);
  expect(long.peak).toBeLessThan(256);
  expect(long.peak / short.peak).toBeLessThan(1.5);
  expect(long.alive / short.alive).toBeLessThan(1.35);
});
