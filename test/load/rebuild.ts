import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measured } from './load';
import type { Verdict } from './verdict';

const run = promisify(execFile);

/** How the read models were rebuilt beside the live ones, cut over and rolled back, seconds. */
export interface Rebuilt {
  readonly seconds: number;
  readonly projections: number;
  /** Tables that differ from the live ones, as `projection: table`. */
  readonly different: readonly string[];
  /** Rolling all of them back, with the start of the command itself. */
  readonly rollBackSeconds: number;
}

interface Comparison {
  readonly projection: string;
  readonly tables: readonly { readonly table: string; readonly same: boolean }[];
}

/** What an operator does on a busy day: rebuilds all read models, lets readers have them, and takes it back. Throws what `par` complains of. */
export async function rebuildAll(dataDir: string): Promise<Rebuilt> {
  const began = performance.now();
  const comparisons = (await par(dataDir, ['rebuild', '--cut-over', '--json'])) as Comparison[];
  const seconds = since(began);
  const asked = performance.now();
  await par(dataDir, ['roll-back', ...comparisons.map(({ projection }) => projection), '--json']);
  const rollBackSeconds = since(asked);
  const different = comparisons.flatMap(({ projection, tables }) =>
    tables.filter(({ same }) => !same).map(({ table }) => `${projection}: ${table}`),
  );
  return { seconds, projections: comparisons.length, different, rollBackSeconds };
}

/** The goals while a rebuild goes on, against the same load without one. */
export function rebuildVerdicts(quiet: Measured, during: Measured, rebuilt: Rebuilt): Verdict[] {
  const [before = NaN] = quiet.reads.percentiles(0.99);
  const [while99 = NaN] = during.reads.percentiles(0.99);
  const failed = during.reads.countExcept(200) + during.lag.countExcept(200);
  const unwritten = during.writes.countExcept(201);
  const { different, projections, seconds, rollBackSeconds } = rebuilt;
  const took = `${projections} read models rebuilt and cut over in ${seconds.toFixed(0)} s, rolled back in ${rollBackSeconds.toFixed(1)} s with the start of the command`;
  return [
    {
      subject: 'rebuild: differences',
      goal: 'none',
      measured: different.length === 0 ? took : different.join(', '),
      met: different.length === 0,
    },
    { subject: 'rebuild: failed reads', goal: '0', measured: `${failed} of ${during.reads.count}`, met: failed === 0 },
    {
      subject: 'rebuild: failed writes',
      goal: '0',
      measured: `${unwritten} of ${during.writes.count}`,
      met: unwritten === 0,
    },
    {
      subject: 'rebuild: reads p99',
      goal: '≤ 3 × without',
      measured: `${while99.toFixed(1)} ms against ${before.toFixed(1)} ms`,
      met: while99 <= 3 * before,
    },
  ];
}

async function par(dataDir: string, words: readonly string[]): Promise<unknown> {
  const program = join(__dirname, '..', '..', 'par.js');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', DATA_DIR: dataDir };
  const { stdout } = await run(process.execPath, [program, 'projections', ...words], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

const since = (began: number) => (performance.now() - began) / 1000;
