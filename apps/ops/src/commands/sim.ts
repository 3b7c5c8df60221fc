import { simulate, type Simulated } from '@app/simulation';
import { decimalComma, startProgress } from '@app/terminal';
import { Command } from 'commander';
import { wholeNumber } from '../arguments';
import { jsonOption, print } from '../output';

const MOST_SEEDS = 1_000_000;

interface SimOptions {
  readonly seed: number;
  readonly seeds: number;
  readonly json?: boolean;
}

/** A seed that broke a promise. */
interface Failure {
  readonly seed: number;
  /** Runs it again. */
  readonly repeat: string;
  readonly broken: readonly string[];
  readonly lastSteps: readonly string[];
}

interface Simulations {
  readonly seed: number;
  readonly seeds: number;
  readonly events: number;
  readonly steps: number;
  readonly virtualSeconds: number;
  readonly seconds: number;
  /** Of the last seed: the same seed gives the same. */
  readonly traceHash: string;
  readonly failures: readonly Failure[];
}

/** `par sim`: runs log and read models from seeds, in memory and virtual time, through everything that may go wrong. Needs no database. */
export function simCommand(): Command {
  return new Command('sim')
    .description('mô phỏng nhật ký và số liệu đọc qua mọi sự cố, trong bộ nhớ; cùng hạt giống thì cùng diễn biến')
    .option('--seed <số>', 'hạt giống đầu tiên', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--seeds <số>', 'chạy bao nhiêu hạt giống liên tiếp', wholeNumber(1, MOST_SEEDS), 1)
    .addOption(jsonOption())
    .action(sim);
}

async function sim({ seed, seeds, json }: SimOptions): Promise<void> {
  const result = await simulateAll(seed, seeds);
  print(result, json, simText);
  if (result.failures.length > 0) process.exitCode = 1;
}

/** `one` runs a seed. */
export async function simulateAll(seed: number, seeds: number, one = simulate): Promise<Simulations> {
  const bar = startProgress('Mô phỏng', seeds, 'hạt giống', process.stderr);
  const begun = performance.now();
  let [events, steps, virtualMs, traceHash] = [0, 0, 0, ''];
  const failures: Failure[] = [];
  try {
    for (let done = 0; done < seeds; done += 1) {
      const simulated = await one(seed + done);
      events += simulated.events;
      steps += simulated.steps;
      virtualMs += simulated.virtualMs;
      traceHash = simulated.traceHash;
      if (simulated.broken.length > 0) failures.push(failureOf(simulated));
      bar.to(done + 1);
    }
  } finally {
    bar.end();
  }
  const seconds = (performance.now() - begun) / 1_000;
  return { seed, seeds, events, steps, virtualSeconds: virtualMs / 1_000, seconds, traceHash, failures };
}

function failureOf({ seed, broken, lastSteps }: Simulated): Failure {
  return { seed, repeat: `par sim --seed ${seed}`, broken, lastSteps };
}

/** What happened, and for every failure the line that runs it again. */
export function simText({
  seed,
  seeds,
  events,
  steps,
  virtualSeconds,
  seconds,
  traceHash,
  failures,
}: Simulations): string {
  const which = seeds === 1 ? `Hạt giống ${seed}` : `Hạt giống ${seed} đến ${seed + seeds - 1}`;
  const [first] = failures;
  const trouble = first
    ? `\n${first.repeat}\n${first.broken.map((line) => `  ${line}\n`).join('')}Các bước cuối:\n${first.lastSteps.join('\n')}\n\n${listOf(failures)}${failures.length} trên ${seeds} hạt giống có lời hứa không được giữ.\n`
    : 'Mọi lời hứa đều được giữ.\n';
  return (
    `${which}: ${grouped(events)} sự việc, ${grouped(steps)} bước, ${grouped(Math.round(virtualSeconds))} giây mô phỏng ` +
    `trong ${decimalComma(seconds.toFixed(1))} giây, dấu vết ${traceHash.slice(0, 16)}.\n${trouble}`
  );
}

/** One line for each, to run it again. */
function listOf(failures: readonly Failure[]): string {
  return failures.map(({ repeat, broken }) => `${repeat}   # ${broken[0] ?? ''}\n`).join('');
}

function grouped(number: number): string {
  return decimalComma(String(number));
}
