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

/** The runners of this process: one per generation, or one per part of a divided one and one for its stage. */
export class Crew {
  /** Why a runner had to give up. */
  failure: Error | undefined;
  private readonly running = new Map<string, Running>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly parts: RunnerParts,
    private readonly options: RunnerOptions,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Starts what is to be kept up and does not run here yet, stops what is not any more. Of a divided generation it takes what nobody else
   * runs, and no more than its share. Called again and again: what others let go of is taken over.
   */
  async keepUp(tasks: readonly Task[]): Promise<void> {
    const wanted = new Map<string, Task>();
    for (const { projection, generation, processes } of tasks) {
      for (const one of await this.shareOf(projection, generation, processes)) {
        wanted.set(nameOf(one), { projection, generation: one });
      }
    }
    await Promise.all([...this.running.keys()].filter((name) => !wanted.has(name)).map((name) => this.stop(name)));
    for (const [name, task] of wanted) {
      if (!this.running.has(name) && !this.signal.aborted) this.running.set(name, this.start(task));
    }
  }

  /** Waits until every runner has finished what it has in hand; they were told by the signal. */
  async ended(): Promise<void> {
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  private async shareOf(projection: AnyProjection, generation: Generation, processes = 1): Promise<Generation[]> {
    const { parts } = generation;
    if (parts === 1) return [generation];
    const all = runnersOf(projection, parts);
    const locked = new Set(await partsLocked(sessionOf(this.dataSource), generation, all));
    const open = all
      .map((part) => ({ ...generation, part }))
      .filter((one) => this.running.get(nameOf(one))?.runner.holds === true || !locked.has(one.part));
    // What runs here already comes first: a part is not handed on without need.
    const holds = (one: Generation) => (this.running.get(nameOf(one))?.runner.holds === true ? 0 : 1);
    const numbered = open.filter(({ part }) => part !== STAGE).sort((a, b) => holds(a) - holds(b));
    return [...numbered.slice(0, Math.ceil(parts / processes)), ...open.filter(({ part }) => part === STAGE)];
  }

  private start({ projection, generation }: Task): Running {
    const own = new AbortController();
    const Kind = generation.part === STAGE ? StageRunner : ProjectionRunner;
    const runner = new Kind(this.parts, projection, generation, this.options);
    const ended = runner.run(AbortSignal.any([this.signal, own.signal])).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
    });
    return { runner, stop: () => own.abort(), ended };
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
