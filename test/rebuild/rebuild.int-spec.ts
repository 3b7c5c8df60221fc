import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EventRegistry, logEvents } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ProjectionHost, RebuildDesk } from '@app/read-store';
import { testDatabase, type TestDatabase, toyProjection, toySchemas } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { sized } from '../stress/kit/full';
import type { RebuilderOptions } from '../stress/programs/rebuilder';
import { type ToyLog, toyLog } from './toy-log';

jest.setTimeout(sized(180_000, 900_000));
Logger.overrideLogger(false);

let database: TestDatabase;
let log: ToyLog;
let dataSource: DataSource;
let host: ProjectionHost;
let desk: RebuildDesk;

/** A log of about so many events, and whoever looks at its rebuild. */
async function open(events: number): Promise<void> {
  database = await testDatabase();
  log = await toyLog('postgres', database, events / 5);
  dataSource = await appDataSource(database.appUrl, { max: 20 }).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(toyProjection());
  const registry = new EventRegistry([...logEvents, ...toySchemas]);
  host = new ProjectionHost(dataSource, log.store, registry, catalogue, {});
  desk = new RebuildDesk(dataSource, log.store, registry, catalogue);
  await host.prepare();
}
afterEach(async () => {
  await host.stop();
  await log.close();
  await dataSource.destroy();
  await database.drop();
});

/** The most memory that a rebuild took, MB, in a process whose heap may not grow as it likes. */
function peakOfRebuild(): number {
  const programs = join(__dirname, '..', 'stress', 'programs');
  const options: RebuilderOptions = { log: log.address, url: database.appUrl, cacheWeight: 8 * 1024 * 1024 };
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
    await open(events);
    peaks.push(peakOfRebuild());
    expect(await desk.list()).toMatchObject([{ phase: 'following', careful: null, target: String(events + 1) }]);
  });

  it('does not grow with the log, and stays under 256 MB', async () => {
    await open(0);
    const [short = 0, long = 0] = peaks;
    process.stdout.write(`rebuild peak memory: ${short} MB for 30,000 events, ${long} MB for 120,000\n`);
    expect(short).toBeGreaterThan(0);
    expect(long).toBeLessThan(256);
    expect(long / short).toBeLessThan(1.5);
  });
});
