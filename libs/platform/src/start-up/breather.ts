import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Of all processors' time, so much is to be left over, for what people ask in the next moment. */
const SPARE = 0.2;
/** What the processors did is looked at over so many ms at least: the system counts in hundredths of a second. */
const LOOK_MS = 200;
/** The longest rest is so many times the work before it: work that goes on for ever never stands still. */
const MOST_REST = 8;
const LEAST_REST = 0.25;
/** No rest takes longer, ms: who rests still shows that it is there. */
const LONGEST_MS = 1_000;

/** Processor time of this machine since it started, whoever used it, in any unit. */
export interface ProcessorTime {
  readonly idle: number;
  readonly all: number;
}

/**
 * Lets lasting work draw breath between two pieces as long as this machine has no time to spare, whoever uses it, the work included. A lower
 * rank (`letOthersGoFirst`) is not enough: it counts among the programs of one session or service alone, and nothing that a database on the
 * same machine does for the work has it. What another machine does, and that a container may use less than there is, it does not see.
 */
export class Breather {
  private rest = 0;
  private resting: Promise<void> | undefined;
  private resumedAt: number;
  private lookedAt: number;
  private before: ProcessorTime;

  constructor(
    private readonly look: () => ProcessorTime = processorTime,
    private readonly now: () => number = () => performance.now(),
    private readonly sleep: (ms: number) => Promise<unknown> = pause,
  ) {
    this.resumedAt = this.lookedAt = now();
    this.before = look();
  }

  /** Between two pieces of work, of however many workers: resolves when the next may begin. */
  between(): Promise<void> {
    return (this.resting ??= this.rested().finally(() => (this.resting = undefined)));
  }

  private async rested(): Promise<void> {
    const worked = this.now() - this.resumedAt;
    if (this.now() - this.lookedAt >= LOOK_MS) this.adapt();
    const ms = Math.min(worked * this.rest, LONGEST_MS);
    if (ms >= 1) await this.sleep(ms);
    this.resumedAt = this.now();
  }

  /** Before something that others will feel: resolves when the machine has time to spare, after `atMostMs` in any case. */
  async untilSpare(atMostMs = 5_000): Promise<void> {
    const end = this.now() + atMostMs;
    do {
      this.before = this.look();
      await this.sleep(LOOK_MS);
    } while (this.idleSince() < SPARE && this.now() < end);
    this.lookedAt = this.resumedAt = this.now();
  }

  /** Twice the rest while too little is left over, half of it while there is plenty. */
  private adapt(): void {
    const idle = this.idleSince();
    if (idle < SPARE) this.rest = Math.min(MOST_REST, Math.max(LEAST_REST, this.rest * 2));
    else if (idle > SPARE * 1.5) this.rest = this.rest > LEAST_REST ? this.rest / 2 : 0;
    this.lookedAt = this.now();
  }

  /** The share of all processors' time since the last look; begins the next. */
  private idleSince(): number {
    const [before, now] = [this.before, this.look()];
    this.before = now;
    const all = now.all - before.all;
    return all > 0 ? (now.idle - before.idle) / all : 1;
  }
}

/** As the system counts it now. */
export function processorTime(): ProcessorTime {
  return process.platform === 'linux' ? inLinux(readFileSync('/proc/stat', 'utf8')) : elsewhere();
}

/** user nice system idle iowait irq softirq steal: waiting for a disk is nobody's work, and what the host took from us nobody has to spare. */
function inLinux(stat: string): ProcessorTime {
  const times = stat.slice(0, stat.indexOf('\n')).split(/ +/).slice(1, 9).map(Number);
  return { idle: (times[3] ?? 0) + (times[4] ?? 0), all: times.reduce((sum, one) => sum + one, 0) };
}

function elsewhere(): ProcessorTime {
  const times = cpus().map((one) => one.times);
  const sum = (of: (one: (typeof times)[number]) => number): number => times.reduce((all, one) => all + of(one), 0);
  return {
    idle: sum(({ idle }) => idle),
    all: sum(({ user, nice, sys, irq, idle }) => user + nice + sys + irq + idle),
  };
}
