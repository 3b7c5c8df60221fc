import { backoffDelay } from '@app/event-store';
import type { DataSource } from 'typeorm';
import type { Generation } from './generations';
import { runnersOf, STAGE } from './parts';
import type { AnyProjection } from './projection';
import { ProjectionRunner } from './projection-runner';
import { partsLocked } from './runner-lock';
import { sessionOf } from './session';
import type { RunnerOptions, RunnerParts, SoleRunner } from './sole-runner';
import { StageRunner } from './stage-runner';

/** A generation to be kept up. */
export interface Task {
  readonly projection: AnyProjection;
  readonly generation: Generation;
  /** Among how many processes its parts are shared out. Default: nobody else. */
  readonly processes?: number;
}

interface Running {
  readonly runner: SoleRunner;
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

/** A runner that had to give up: why, how often in a row, and when it may be taken up again (`performance.now()`). */
interface GivenUp {
  readonly failure: Error;
  readonly attempt: number;
  readonly notBefore: number;
}

/** The longest is shorter than the silence after which health takes a runner for dead: what it tells is why it gave up. */
const TAKE_UP_AGAIN = { firstMs: 1_000, longestMs: 10_000 };

/** The runners of this process: one per generation, or one per part of a divided one and one for its stage. */
export class Crew {
  private readonly running = new Map<string, Running>();
  private readonly givenUp = new Map<string, GivenUp>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly parts: RunnerParts,
    private readonly options: RunnerOptions,
    private readonly signal: AbortSignal,
  ) {}

  /** Why a runner had to give up that was not taken up again yet. */
  get failure(): Error | undefined {
    return [...this.givenUp].find(([name]) => !this.running.has(name))?.[1].failure;
  }

  /**
   * Starts what is to be kept up and does not run here yet, stops what is not any more. Of a divided generation it takes what nobody else
   * runs, and no more than its share. Called again and again: what others let go of is taken over, what had to be given up is taken up
   * again after a while, here or elsewhere.
   */
  async keepUp(tasks: readonly Task[]): Promise<void> {
    const wanted = new Map<string, Task>();
    for (const { projection, generation, processes } of tasks) {
      for (const one of await this.shareOf(projection, generation, processes)) {
        wanted.set(nameOf(one), { projection, generation: one });
      }
    }
    await Promise.all([...this.running.keys()].filter((name) => !wanted.has(name)).map((name) => this.stop(name)));
    this.forgetWhatGoesOn(wanted);
    for (const [name, task] of wanted) {
      this.running.get(name)?.runner.isNow(task.generation.state);
      if (!this.running.has(name) && !this.signal.aborted) this.running.set(name, this.start(name, task));
    }
  }

  /** Waits until every runner has finished what it has in hand; they were told by the signal. */
  async ended(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  private async shareOf(projection: AnyProjection, generation: Generation, processes = 1): Promise<Generation[]> {
    const { parts } = generation;
    if (parts === 1) return this.mayRun(generation) ? [generation] : [];
    const all = runnersOf(projection, parts);
    const locked = new Set(await partsLocked(sessionOf(this.dataSource), generation, all));
    const open = all
      .map((part) => ({ ...generation, part }))
      .filter((one) => this.mayRun(one))
      .filter((one) => this.running.get(nameOf(one))?.runner.holds === true || !locked.has(one.part));
    // What runs here already comes first: a part is not handed on without need.
    const holds = (one: Generation) => (this.running.get(nameOf(one))?.runner.holds === true ? 0 : 1);
    const numbered = open.filter(({ part }) => part !== STAGE).sort((a, b) => holds(a) - holds(b));
    return [...numbered.slice(0, Math.ceil(parts / processes)), ...open.filter(({ part }) => part === STAGE)];
  }

  /** What works again, or is to be taken up again and somebody else has. */
  private forgetWhatGoesOn(wanted: ReadonlyMap<string, Task>): void {
    for (const [name, { notBefore }] of this.givenUp) {
      const elsewhere = performance.now() >= notBefore && !wanted.has(name);
      if (elsewhere || this.running.get(name)?.runner.works) this.givenUp.delete(name);
    }
  }

  /** Not what had to be given up a moment ago: meanwhile its place in the share is free, for another part or another process. */
  private mayRun(one: Generation): boolean {
    return performance.now() >= (this.givenUp.get(nameOf(one))?.notBefore ?? 0);
  }

  private start(name: string, { projection, generation }: Task): Running {
    const own = new AbortController();
    const Kind = generation.part === STAGE ? StageRunner : ProjectionRunner;
    const runner = new Kind(this.parts, projection, generation, this.options);
    const ended = runner.run(AbortSignal.any([this.signal, own.signal])).catch((error: unknown) => {
      this.running.delete(name);
      this.giveUp(name, error instanceof Error ? error : new Error(String(error)), runner.works);
    });
    return { runner, stop: () => own.abort(), ended };
  }

  private giveUp(name: string, failure: Error, worked: boolean): void {
    const attempt = worked ? 1 : (this.givenUp.get(name)?.attempt ?? 0) + 1;
    this.givenUp.set(name, { failure, attempt, notBefore: performance.now() + backoffDelay(attempt, TAKE_UP_AGAIN) });
  }

  private async stop(name: string): Promise<void> {
    const running = this.running.get(name);
    running?.stop();
    await running?.ended;
    this.running.delete(name);
  }
}

function nameOf({ projection, generation, part }: Generation): string {
  return `${projection}/${generation}/${part ?? ''}`;
}
