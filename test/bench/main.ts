import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { experiments } from './experiments';
import { goals as promised } from './goals';
import type { Bench, Experiment } from './harness/bench';
import { type BenchOptions, readOptions } from './harness/options';
import { judgeAll, machine, markdownText, type Report, terminalText } from './harness/report';
import type { Series } from './harness/series';
import { BenchServer } from './harness/server';
import type { Goal } from './harness/verdict';

/** `npm run bench`: every experiment in turn on a PostgreSQL of its own, one table at the end. */
async function main(): Promise<void> {
  const rows = experiments.flatMap((experiment) => experiment.rows);
  const options = readOptions(process.argv.slice(2), rows);
  const begun = new Date();
  const { scale, only } = options;
  const about = { begun: `${begun.toISOString().slice(0, 16)}Z`, scale: scale.name, only, machine: machine() };
  const server = await BenchServer.start();
  stopOnSignal(server);
  const { series, failures } = await runAll(server, options).finally(() => server.stop());
  const goals = judgeAll(asked(options), series, scale);
  const minutes = Math.round((Date.now() - begun.getTime()) / 6_000) / 10;
  tell({ ...about, minutes, series, failures, goals }, options);
  if (failures.length > 0) process.exitCode = 1;
}

/** One experiment that fails does not take the others with it. */
async function runAll(
  server: BenchServer,
  { scale, only }: BenchOptions,
): Promise<{ series: Series[]; failures: string[] }> {
  const series: Series[] = [];
  const failures: string[] = [];
  for (const { rows, run } of chosen(only)) {
    const say = (progress: string) => process.stderr.write(`[${rows.join(' ')}] ${progress}\n`);
    const bench: Bench = { server, scale, say };
    try {
      series.push(...(await run(bench)));
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say(`failed: ${reason}`);
      failures.push(`${rows.join(' ')}: ${reason.split('\n')[0] ?? ''}`);
    }
  }
  return { series, failures };
}

function chosen(only: readonly string[] | undefined): readonly Experiment[] {
  return only === undefined ? experiments : experiments.filter(({ rows }) => rows.some((row) => only.includes(row)));
}

/** The goals that these experiments measure; all of them in a whole run. */
function asked({ only }: BenchOptions): readonly Goal[] {
  if (only === undefined) return promised;
  const rows = new Set(chosen(only).flatMap((experiment) => experiment.rows));
  return promised.filter(({ id }) => rows.has(id));
}

function tell(report: Report, { json, markdown }: BenchOptions): void {
  process.stdout.write(`\n${terminalText(report)}`);
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  if (markdown !== undefined) writeFileSync(markdown, markdownText(report));
}

/** The server goes first: that every connection is cut then, in whatever library, is no failure any more. */
function stopOnSignal(server: BenchServer): void {
  const stop = () => {
    process.on('uncaughtException', () => undefined);
    process.on('unhandledRejection', () => undefined);
    void server.stop().finally(() => process.exit(130));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
