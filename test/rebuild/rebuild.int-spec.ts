import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureLogIdentity, EventRegistry, logEvents, PostgresEventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ProjectionHost, RebuildDesk } from '@app/read-store';
import { testDatabase, type TestDatabase, toyProjection, toySchemas } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Child } from '../stress/kit/child';
import { sized } from '../stress/kit/full';
import { importToyLog } from './toy-log';

jest.setTimeout(sized(180_000, 900_000));
Logger.overrideLogger(false);

let database: TestDatabase;
let store: PostgresEventStore;
let dataSource: DataSource;
let host: ProjectionHost;
let desk: RebuildDesk;

/** A log of about so many events and an operator's process; with `caughtUp` its read model is up with the log. */
async function open(events: number, caughtUp: boolean): Promise<void> {
  database = await testDatabase();
  store = PostgresEventStore.open({ url: database.appUrl });
  await ensureLogIdentity(store, new SystemClock());
  await importToyLog(database.ownerUrl, events);
  dataSource = await appDataSource(database.appUrl, { max: 20 }).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(toyProjection());
  const registry = new EventRegistry([...logEvents, ...toySchemas]);
  host = new ProjectionHost(dataSource, store, registry, catalogue, {});
  desk = new RebuildDesk(dataSource, store, registry, catalogue);
  await host.prepare();
  if (!caughtUp) return;
  await host.start();
  await host.catchUp();
}
afterEach(async () => {
  await host.stop();
  await store.close();
  await dataSource.destroy();
  await database.drop();
});

const states = () =>
  dataSource.query<{ generation: number; state: string }[]>(
    'SELECT generation, state FROM read_model.generation ORDER BY generation',
  );

const rowsNow = () =>
  dataSource.query<object[]>(`SELECT md5(string_agg(t::text, ',' ORDER BY account)) FROM read_model.toy_account t`);

describe('a rebuilder that is killed', () => {
  const cramped = { pageSize: 100, cacheWeight: 50_000 };
  const moments = [
    { phase: 'loading', nth: 1 },
    { phase: 'loading', nth: 11 },
    { phase: 'loading', nth: 20 },
    { phase: 'settling', nth: 1 },
  ];
  /** Four kills a round: one by one in short, more than fifty in full. */
  const ROUNDS = sized(1, 13);

  it('at any point of any phase leaves the live tables alone, and the next one goes on and doubles nothing', async () => {
    await open(2000, true);
    const before = await rowsNow();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const rebuilt = round + 1; // A number is given once: what was cancelled keeps its own.
      for (const dieAt of moments) await killed(dieAt, rebuilt);
      await desk.rebuild('toy');
      const comparison = await desk.compare('toy');
      expect(comparison).toMatchObject({ rebuilt, same: true });
      expect(comparison.tables[0]?.rows.live).toBeGreaterThan(300);
      expect(await rowsNow()).toEqual(before);
      await desk.cancel('toy');
    }
  });

  async function killed(dieAt: object, rebuilt: number): Promise<void> {
    const child = new Child('rebuilder', { url: database.appUrl, dieAt, ...cramped });
    expect({ dieAt, how: await child.ended }).toEqual({ dieAt, how: 'SIGKILL' });
    expect(await states()).toEqual([
      { generation: 1, state: 'live' },
      { generation: rebuilt, state: 'building' },
    ]);
  }
});

/** The most memory that a rebuild took, MB, in a process whose heap may not grow as it likes. */
function peakOfRebuild(): number {
  const programs = join(__dirname, '..', 'stress', 'programs');
  const options = { url: database.appUrl, cacheWeight: 8 * 1024 * 1024 };
  const program = ['-r', join(programs, 'register.js'), join(programs, 'rebuilder.ts'), JSON.stringify(options)];
  const { stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=128', ...program], {
    encoding: 'utf8',
  });
  const said = /"peakMb":(\d+)/.exec(stdout)?.[1];
  if (said === undefined) throw new Error(stderr);
  return Number(said);
}

describe('the memory of a rebuild', () => {
  const peaks: number[] = [];

  it.each([30_000, 120_000])('is enough for %d events', async (events) => {
    await open(events, false);
    peaks.push(peakOfRebuild());
    expect(await desk.list()).toMatchObject([{ phase: 'following', careful: null, target: String(events + 1) }]);
  });

  it('does not grow with the log, and stays under 256 MB', async () => {
    await open(0, false);
    const [short = 0, long = 0] = peaks;
    process.stdout.write(`rebuild peak memory: ${short} MB for 30,000 events, ${long} MB for 120,000\n`);
    expect(short).toBeGreaterThan(0);
    expect(long).toBeLessThan(256);
    expect(long / short).toBeLessThan(1.5);
  });
});
