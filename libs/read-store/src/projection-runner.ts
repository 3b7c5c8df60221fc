import { hostname } from 'node:os';
import {
  backoffDelay,
  checkCheckpoint,
  type EventRegistry,
  type EventStore,
  follow,
  LogIdentityError,
  LogIntegrityError,
  readLogIdentity,
  systemTimers,
  type Timers,
} from '@app/event-store';
import { Logger } from '@nestjs/common';
import { applyBatch } from './batch';
import type { Generation } from './generations';
import { Pace } from './pace';
import type { AnyProjection } from './projection';
import type { ReadModels, RunnersModel } from './read-model';

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
}

export const RUNNER_DEFAULTS: RunnerOptions = { batchSize: 5000, beatMs: 2000, stalledMs: 10_000 };
/** Never long: after an outage all is normal again within five seconds. */
const BACKOFF = { firstMs: 200, longestMs: 2000 };

/** The log cannot be the one this read model came from: trying again would not help. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof LogIdentityError || error instanceof LogIntegrityError;
}

/** Keeps one generation of one projection up with the log, alone among all processes. */
export class ProjectionRunner {
  private readonly logger: Logger;
  private readonly name = `${hostname()}:${process.pid}`;
  private readonly timers: Timers;
  private live: boolean;
  private trouble: string | null = null;
  /** When the batch in hand was begun; undefined while waiting for events. */
  private workingSince: number | undefined;

  constructor(
    private readonly parts: RunnerParts,
    private readonly projection: AnyProjection,
    private readonly generation: Generation,
    private readonly options: RunnerOptions = RUNNER_DEFAULTS,
  ) {
    // Only what was begun for a raised version takes over by itself; a rebuild is cut over when it is told to.
    this.live = generation.state !== 'building';
    this.timers = parts.timers ?? systemTimers;
    this.logger = new Logger(`projection ${projection.name} g${generation.generation}`);
  }

  /** Until aborted. Waits out whatever can pass; throws LogIdentityError or LogIntegrityError when the log is another or was cut. */
  async run(signal: AbortSignal): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.work(signal, () => (attempt = 1));
      } catch (error) {
        await this.tell(error);
        if (isRefusal(error)) throw error;
        await this.timers.pause(backoffDelay(attempt, BACKOFF, this.timers.random), signal);
      }
    }
  }

  private async work(signal: AbortSignal, onProgress: () => void): Promise<void> {
    const model = await this.parts.readModels.open(this.projection, this.generation);
    try {
      if (!(await model.lock(signal))) return;
      const over = new AbortController();
      void this.keepBeating(over.signal);
      try {
        await this.keepUp(model, signal, onProgress);
      } finally {
        over.abort();
        await model.unlock().catch(() => undefined);
      }
    } finally {
      await model.close();
    }
  }

  private async keepUp(model: RunnersModel, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const { store, registry } = this.parts;
    const scope = { model, projection: this.projection, registry };
    const checkpoint = await model.checkpoint();
    if (checkpoint) await checkCheckpoint(store, checkpoint);
    const logId = checkpoint?.logId ?? (await identityOf(store));
    let after = checkpoint?.position;
    await this.beatIfAlive();
    const pace = new Pace(this.options.batchSize);
    const limit = () => pace.limit;
    const onUnavailable = (error: Error) => void this.tell(error);
    for await (const page of follow(store, { signal, after, limit, timers: this.timers, onUnavailable })) {
      const began = this.timers.now();
      this.workingSince = began;
      await applyBatch(scope, { logId, events: page.events, after });
      pace.applied(page.events.length, this.timers.now() - began);
      after = page.events.at(-1)?.position ?? after;
      if (page.atEnd) await this.caughtUp(model);
      this.workingSince = undefined;
      await this.recovered();
      onProgress();
    }
  }

  private async caughtUp(model: RunnersModel): Promise<void> {
    if (this.live) return;
    this.live = await model.takeOver();
  }

  private async keepBeating(over: AbortSignal): Promise<void> {
    for (;;) {
      await this.timers.pause(this.options.beatMs, over);
      if (over.aborted) return;
      void this.beatIfAlive();
    }
  }

  private async beatIfAlive(): Promise<void> {
    const working = this.workingSince === undefined ? 0 : this.timers.now() - this.workingSince;
    if (working > this.options.stalledMs) return;
    await this.parts.readModels.beat(this.generation, this.name, this.trouble).catch(() => undefined);
  }

  private async recovered(): Promise<void> {
    if (this.trouble === null) return;
    this.trouble = null;
    await this.beatIfAlive();
  }

  private async tell(error: unknown): Promise<void> {
    this.workingSince = undefined;
    this.trouble = error instanceof Error ? error.message : String(error);
    this.logger.warn(this.trouble);
    await this.beatIfAlive();
  }
}

async function identityOf(store: EventStore): Promise<string> {
  const identity = await readLogIdentity(store);
  if (identity) return identity.logId;
  throw new LogIdentityError('Nhật ký chưa có định danh: hãy khởi tạo nhật ký trước khi chạy bộ chiếu.');
}
