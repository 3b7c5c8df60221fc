import { cpus, loadavg } from 'node:os';
import { Load, type Measured } from './load';
import { Officers } from './officers';
import { type LoadOptions, optionsOf } from './options';
import type { ProcessorTimes } from './processor-time';
import { Programs } from './programs';
import { Province } from './province';
import { rebuildAll, rebuildVerdicts } from './rebuild';
import { heldVerdicts, overloadVerdicts, type Verdict } from './verdict';
import { Watch } from './watch';

/** A rebuild has to be done by then, seconds. */
const longestRebuild = 1_800;

/** How long the load is watched after an overload, seconds. */
const recoverySeconds = 20;
const warmUpSeconds = 10;

/** Holds the load, overloads, lets recover; prints goals and verdicts. Resolves with whether every goal that could be told was met. */
export async function main(words: readonly string[]): Promise<boolean> {
  const options = optionsOf(words);
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const province = new Province(options.units);
  const programs = await Programs.start(province, options);
  const stop = () => void programs.stop().then(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    say(`${options.units} units are being registered …`);
    await province.found(programs.client);
    const verdicts = await phases(options, province, programs, say);
    print(options, verdicts);
    return verdicts.every(({ met }) => met !== false);
  } finally {
    await programs.stop();
  }
}

async function phases(
  { commands, reads, minutes, overload, rebuild }: LoadOptions,
  province: Province,
  programs: Programs,
  say: (text: string) => void,
): Promise<Verdict[]> {
  const officers = new Officers();
  const run = (factor: number, seconds: number): Promise<Measured> => {
    say(`${commands * factor} commands/s and ${reads * factor} reads/s for ${seconds.toFixed(0)} s …`);
    return new Load(programs.client, province, officers).run(commands * factor, reads * factor, seconds);
  };
  await run(1, warmUpSeconds);
  const watch = new Watch(programs.ports, programs.pids);
  const before = programs.processorTimes();
  const held = await run(1, minutes * 60);
  await watch.stop();
  explain(held, say);
  say(`  processor time: ${costOf(held, before, programs.processorTimes())}`);
  const verdicts = heldVerdicts(held, watch);
  if (rebuild) {
    say('All read models are rebuilt, cut over and rolled back meanwhile …');
    const done = new AbortController();
    const [during, rebuilt] = await Promise.all([
      new Load(programs.client, province, officers).run(commands, reads, longestRebuild, done.signal),
      rebuildAll(programs.folder).finally(() => done.abort()),
    ]);
    explain(during, say);
    verdicts.push(...rebuildVerdicts(held, during, rebuilt));
  }
  if (overload.seconds === 0 || overload.factor === 0) return verdicts;
  const watchOverload = new Watch(programs.ports, programs.pids);
  const over = await run(overload.factor, overload.seconds);
  await watchOverload.stop();
  explain(over, say);
  const after = await run(1, recoverySeconds);
  explain(after, say);
  return [...verdicts, ...overloadVerdicts(held, over, after, watchOverload)];
}

/** What a reader of a missed goal wants to know next. */
function explain({ lateness, firstErrors, writes, reads, seconds }: Measured, say: (text: string) => void): void {
  const [late99 = NaN] = lateness.percentiles(0.99);
  const rate = (count: number) => (count / seconds).toFixed(0);
  say(
    `  sent ${rate(writes.count)} commands/s, ${rate(reads.count)} reads/s; this program itself was late by p99 ${late99.toFixed(1)} ms`,
  );
  for (const error of firstErrors) say(`  ${error}`);
}

/** What the load costs, whoever else uses the machine: waiting times depend on them, processor time hardly does. */
function costOf(held: Measured, before: ProcessorTimes | undefined, after: ProcessorTimes | undefined): string {
  if (!before || !after) return 'not known here';
  const requests = held.carriedOut.count;
  const shares = (['api', 'projector', 'postgres', 'asking'] as const).map((program) => {
    const milliseconds = after[program] - before[program];
    return `${program} ${(milliseconds / requests).toFixed(2)} ms per request carried out`;
  });
  return shares.join(', ');
}

function print(options: LoadOptions, verdicts: readonly Verdict[]): void {
  const machine = { cores: cpus().length, model: cpus()[0]?.model, loadAverage: loadavg()[0] };
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), machine, options, verdicts }, null, 2)}\n`);
    return;
  }
  const sign = (met: boolean | null) => (met === null ? 'cannot tell' : met ? 'met' : 'MISSED');
  const rows = verdicts.map(({ subject, goal, measured, met }) => [subject, goal, measured, sign(met)] as const);
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length));
  for (const [subject, goal, measured, verdict] of rows) {
    const cells = [subject.padEnd(width(0)), goal.padEnd(width(1)), measured.padEnd(width(2)), verdict];
    process.stdout.write(`${cells.join('  ')}\n`);
  }
  process.stdout.write(`${machine.cores} cores, load average of the last minute ${machine.loadAverage?.toFixed(1)}\n`);
}
