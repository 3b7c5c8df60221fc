import type { Measured } from './load';
import { Samples } from './samples';
import type { Watch } from './watch';

/** One goal, what was measured, and whether it was met; `met` null: this run cannot tell. */
export interface Verdict {
  readonly subject: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean | null;
}

const ms = (value: number) => (Number.isNaN(value) ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
const met = (value: number, limit: number): boolean | null => (Number.isNaN(value) ? null : value <= limit);

/** The goals under the load that is held. */
export function heldVerdicts(held: Measured, watch: Watch): Verdict[] {
  const [write50 = NaN, write95 = NaN, write99 = NaN] = held.writes.percentiles(0.5, 0.95, 0.99);
  const [read50 = NaN, read95 = NaN, read99 = NaN] = held.reads.percentiles(0.5, 0.95, 0.99);
  const [lag50 = NaN, lag99 = NaN] = held.lag.percentiles(0.5, 0.99);
  const errors = [held.writes, held.reads, held.lag].reduce((sum, kind) => sum + kind.countExcept(200, 201), 0);
  const row = (subject: string, goal: string, measured: string, ok: boolean | null): Verdict => {
    return { subject, goal, measured, met: ok };
  };
  return [
    row('writes p95', '≤ 80 ms', `${ms(write95)} (p50 ${ms(write50)})`, met(write95, 80)),
    row('writes p99', '≤ 200 ms', ms(write99), met(write99, 200)),
    row('reads p95', '≤ 40 ms', `${ms(read95)} (p50 ${ms(read50)}, p99 ${ms(read99)})`, met(read95, 40)),
    row('lag p99', '≤ 1000 ms', `${ms(lag99)} (p50 ${ms(lag50)})`, met(lag99, 1_000)),
    row('errors', '0', String(errors), errors === 0),
    memoryVerdict(watch.memory),
  ];
}

/** Minutes of load before the memory has settled, and how many it takes to tell. */
const warmUpSeconds = 120;
const fewestSeconds = 300;

/** Means of the first and last fifth after the warm-up. */
function memoryVerdict(memory: readonly number[]): Verdict {
  const settled = memory.slice(warmUpSeconds);
  const fifth = Math.floor(settled.length / 5);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const whole = `${Math.min(...memory).toFixed(0)}–${Math.max(...memory).toFixed(0)} MB`;
  const subject = 'memory (RSS) of the api';
  if (memory.length < fewestSeconds)
    return { subject, goal: 'flat ± 10 %', measured: `${whole}, run too short`, met: null };
  const change = mean(settled.slice(-fifth)) / mean(settled.slice(0, fifth)) - 1;
  const measured = `${whole}, ${(change * 100).toFixed(1)} % from first to last fifth`;
  return { subject, goal: 'flat ± 10 %', measured, met: Math.abs(change) <= 0.1 };
}

/** The goals under overload, and after it. */
export function overloadVerdicts(held: Measured, overload: Measured, after: Measured, watch: Watch): Verdict[] {
  const all = [overload.writes, overload.reads, overload.lag];
  const unexplained = all.reduce((sum, kind) => sum + kind.countExcept(200, 201, 429, 503), 0);
  const { count } = overload.turnedAway;
  const [away99 = NaN] = overload.turnedAway.percentiles(0.99);
  const [done50 = NaN, done99 = NaN] = overload.carriedOut.percentiles(0.5, 0.99);
  const perSecond = overload.carriedOut.count / overload.took;
  const recovered = recoverySeconds(after, held);
  const unhealthy = watch.live.countExcept(200) + watch.ready.countExcept(200);
  const [live99 = NaN, ready99 = NaN] = [watch.live, watch.ready].flatMap((check) => check.percentiles(0.99));
  return [
    {
      subject: 'overload: carried out',
      goal: 'goes on',
      measured: `${perSecond.toFixed(0)}/s, p50 ${ms(done50)}, p99 ${ms(done99)}`,
      met: perSecond > 0,
    },
    {
      subject: 'overload: turned away',
      goal: '429/503 + Retry-After',
      measured: `${count}, p99 ${ms(away99)}`,
      met: overload.withoutRetryAfter === 0,
    },
    { subject: 'overload: any other answer', goal: '0', measured: String(unexplained), met: unexplained === 0 },
    {
      subject: 'overload: live, ready',
      goal: 'always 200',
      measured: `${unhealthy} not, p99 ${ms(live99)}, ${ms(ready99)}`,
      met: unhealthy === 0,
    },
    {
      subject: 'recovery',
      goal: '≤ 10 s',
      measured: Number.isNaN(recovered) ? 'not within the run' : `${recovered} s`,
      met: recovered <= 10,
    },
  ];
}

/** Whole seconds until the last that still had an error, or an answer slower than 200 ms and than in all but a hundredth of the seconds before. */
function recoverySeconds({ bySecond, seconds }: Measured, held: Measured): number {
  const before = new Samples();
  held.bySecond.forEach(({ slowest }) => before.add(slowest, 200));
  const slow = Math.max(200, ...before.percentiles(0.99));
  const last = bySecond.findLastIndex((second) => second !== undefined && (second.errors > 0 || second.slowest > slow));
  return last + 1 >= seconds ? NaN : last + 1;
}
