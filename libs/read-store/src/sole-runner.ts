import { hostname } from 'node:os';
import {
  backoffDelay,
  type EventRegistry,
  type EventStore,
  LogIdentityError,
  LogIntegrityError,
  type Position,
  systemTimers,
  type Timers,
} from '@app/event-store';
import { Logger } from '@nestjs/common';
import { CheckpointMoved } from './errors';
import type { Generation } from './generations';
import type { AnyProjection } from './projection';
import type { ReadModels, RunnersModel } from './read-model';
import { STAGE } from './parts';
import { Trail } from './trail';

/** What a runner works with. */
export interface RunnerParts {
  readonly readModels: ReadModels;
  readonly store: EventStore;
  readonly registry: EventRegistry;
  readonly timers?: Timers;
}

export interface RunnerOptions {
  /** About how many events a batch holds at most. */
  readonly batchSize: number;
  /** How often a sign of life is left. */
  readonly beatMs: number;
  /** A batch that takes longer than this counts as hanging: no more signs of life. */
  readonly stalledMs: number;
  /** How long it rests at least after a batch at the end of the log; `Rest` says when it is longer. Readers see an event that much later. */
  readonly restMs: number;
  /** Says with each sign of life which requests set off what it applied since the last. Default: it does not. */
  readonly traces?: boolean;
}

/**
 * A batch has its price however few its events are. At 300 events a second a rest of 5 ms takes an eighth off what projector and server do;
 * twice as long takes twice as much off, and P3 of the benchmark then misses its 25 ms.
 */
export const RUNNER_DEFAULTS: RunnerOptions = { batchSize: 2000, beatMs: 2000, stalledMs: 10_000, restMs: 5 };
/** Never long: after an outage all is normal again within five seconds. */
const BACKOFF = { firstMs: 200, longestMs: 2000 };

/** The log cannot be the one this read model came from: trying again would not help. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof LogIdentityError || error instanceof LogIntegrityError;
}

/** Works on one generation, or one part of it, alone among all processes, and leaves signs of life while it does. */
export abstract class SoleRunner {
  protected readonly timers: Timers;
  /** Undefined: nobody wants to be told. */
  protected readonly trail: Trail | undefined;
  private readonly logger: Logger;
  private readonly name = `${hostname()}:${process.pid}`;
  private live: boolean;
  private state: Generation['state'];
  private trouble: string | null = null;
  /** When what is in hand was begun; undefined while waiting for something to do. */
  private workingSince: number | undefined;
  /** Whether the connection is in use for it, whatever else went wrong meanwhile. */
  private inHand = false;
  private locked = false;
  private worked = false;
  /** The log's end, as it was when it was first reached. */
  private endReached: Position | undefined;

  constructor(
    protected readonly parts: RunnerParts,
    protected readonly projection: AnyProjection,
    protected readonly generation: Generation,
    protected readonly options: RunnerOptions = RUNNER_DEFAULTS,
  ) {
    // Only what was begun for a raised version takes over by itself; a rebuild is cut over when it is told to.
    this.live = generation.state !== 'building';
    this.state = generation.state;
    this.timers = parts.timers ?? systemTimers;
    this.trail = options.traces ? new Trail() : undefined;
    this.logger = new Logger(`projection ${projection.name} g${generation.generation}${partText(generation)}`);
  }

  /** Whether it is this one that works, and not another process's. */
  get holds(): boolean {
    return this.locked;
  }

  /** Whether what it applies is shown to readers: not while it is built beside what they see, nor once it was put aside. */
  protected get isShown(): boolean {
    return this.live && (this.state === 'live' || this.state === 'building');
  }

  /** What has become of the generation since: a cut-over or a roll-back needs no other runner. */
  isNow(state: Generation['state']): void {
    this.state = state;
  }

  /** Whether it has come to apply what there was, once since it began: nothing was amiss with log and read model. */
  get works(): boolean {
    return this.worked;
  }

  /** Until aborted. Waits out whatever can pass; throws LogIdentityError or LogIntegrityError when the log is another or was cut. */
  async run(signal: AbortSignal): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.work(signal, () => {
          attempt = 1;
          this.worked = true;
        });
      } catch (error) {
        // Whoever held all checkpoints went on for us (`bringAbreast`): nothing is amiss, unless it comes again and again.
        if (error instanceof CheckpointMoved && attempt === 1) {
          this.workingSince = undefined;
          continue;
        }
        await this.tell(error);
        if (isRefusal(error)) throw error;
        await this.timers.pause(backoffDelay(attempt, BACKOFF, this.timers.random), signal);
      }
    }
  }

  /** Until aborted. What it does is done within `busy`. */
  protected abstract keepUp(model: RunnersModel, signal: AbortSignal, onProgress: () => void): Promise<void>;

  /** Something to do: when it takes too long, it counts as hanging; when it is done, all is well again. */
  protected async busy(work: () => Promise<void>): Promise<void> {
    this.workingSince = this.timers.now();
    this.inHand = true;
    try {
      await work();
    } finally {
      this.inHand = false;
    }
    this.workingSince = undefined;
    if (this.trouble === null) return;
    this.trouble = null;
    await this.beatIfAlive();
  }

  /** Everything there is has been applied, up to here: what was built for a raised version may be shown to readers. */
  protected async caughtUp(model: RunnersModel, position: Position | undefined): Promise<void> {
    if (this.live) return;
    this.endReached ??= position;
    this.live = await model.takeOver(this.endReached);
  }

  protected async beatIfAlive(): Promise<void> {
    const working = this.workingSince === undefined ? 0 : this.timers.now() - this.workingSince;
    if (working > this.options.stalledMs) return;
    await this.parts.readModels.beat(this.generation, this.name, this.trouble).catch(() => undefined);
  }

  protected async tell(error: unknown): Promise<void> {
    this.workingSince = undefined;
    this.trouble = error instanceof Error ? error.message : String(error);
    this.logger.warn(this.trouble);
    await this.beatIfAlive();
  }

  /** One line for all batches since the last one: a busy runner applies two hundred of them a second. */
  private tellTrail(): void {
    const trace = this.trail?.take();
    if (trace) this.logger.log(trace);
  }

  private async work(signal: AbortSignal, onProgress: () => void): Promise<void> {
    const model = await this.parts.readModels.open(this.projection, this.generation);
    try {
      if (!(await model.lock(signal))) return;
      this.locked = true;
      await this.whileConnected(model, signal, (connected) => this.keepUp(model, connected, onProgress));
    } finally {
      await model.close();
    }
  }

  /** Leaves signs of life meanwhile. Ends the work and throws when the connection is lost. */
  private async whileConnected(
    model: RunnersModel,
    signal: AbortSignal,
    work: (connected: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const over = new AbortController();
    const end = (): void => over.abort();
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    let lost: Error | undefined;
    void this.keepBeating(model, over.signal).catch((error: unknown) => {
      if (over.signal.aborted) return;
      lost = error instanceof Error ? error : new Error(String(error));
      end();
    });
    try {
      await work(over.signal);
    } finally {
      end();
      signal.removeEventListener('abort', end);
      this.tellTrail();
      this.locked = false;
      await model.unlock().catch(() => undefined);
    }
    if (lost) throw lost;
  }

  /**
   * Throws when the connection is lost. A runner that has nothing to do would not notice: the lock is gone with it, and after a crash of
   * the database perhaps the newest commits, which only the log brings back.
   */
  private async keepBeating(model: RunnersModel, over: AbortSignal): Promise<void> {
    for (;;) {
      await this.timers.pause(this.options.beatMs, over);
      if (over.aborted) return;
      this.tellTrail();
      void this.beatIfAlive();
      if (this.inHand) continue; // It notices by itself.
      await model.stillThere();
    }
  }
}

function partText({ part }: Generation): string {
  return part === undefined ? '' : part === STAGE ? ' stage' : ` part ${part}`;
}
