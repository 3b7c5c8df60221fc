import { hostname } from 'node:os';
import {
  backoffDelay,
  checkCheckpoint,
  type EventRegistry,
  type EventStore,
  follow,
  LogIdentityError,
  LogIntegrityError,
  pause,
  readLogIdentity,
} from '@app/event-store';
import { Logger } from '@nestjs/common';
import type { DataSource, QueryRunner } from 'typeorm';
import { applyBatch } from './batch';
import { cutOver } from './cut-over';
import type { Generation } from './generations';
import { beat } from './heartbeat';
import { Pace } from './pace';
import { PostgresReadModel } from './postgres-read-model';
import type { AnyProjection } from './projection';
import { lockGeneration, unlockGeneration } from './runner-lock';
import { type Session, sessionOf } from './session';

/** What a runner works with. */
export interface RunnerParts {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly registry: EventRegistry;
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
    this.logger = new Logger(`projection ${projection.name} g${generation.generation}`);
  }

  /** Until aborted. Waits out whatever can pass; throws LogIdentityError or LogIntegrityError when the log is another or was cut. */
  async run(signal: AbortSignal): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      try {
        await this.connected((connection) => this.work(connection, signal, () => (attempt = 1)));
      } catch (error) {
        await this.tell(error);
        if (isRefusal(error)) throw error;
        await pause(backoffDelay(attempt, BACKOFF), signal);
      }
    }
  }

  /**
   * The lock and the batches share one connection: when it is lost, both are. Nobody waits for the disk here: a crash takes rows and
   * checkpoint back together, and the log, which is on the disk, brings them again.
   */
  private async connected(work: (connection: QueryRunner) => Promise<void>): Promise<void> {
    const connection = this.parts.dataSource.createQueryRunner();
    await connection.connect();
    try {
      await sessionOf(connection).query('SET synchronous_commit = off');
      await work(connection);
    } finally {
      await sessionOf(connection)
        .query('RESET synchronous_commit')
        .catch(() => undefined);
      await connection.release();
    }
  }

  private async work(connection: QueryRunner, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const session = sessionOf(connection);
    if (!(await lockGeneration(session, this.generation, signal))) return;
    const beating = setInterval(() => void this.beatIfAlive(), this.options.beatMs);
    try {
      await this.keepUp(session, signal, onProgress);
    } finally {
      clearInterval(beating);
      await unlockGeneration(session, this.generation).catch(() => undefined);
    }
  }

  private async keepUp(session: Session, signal: AbortSignal, onProgress: () => void): Promise<void> {
    const { store, registry } = this.parts;
    const model = new PostgresReadModel(session, this.projection, this.generation);
    const scope = { model, projection: this.projection, registry };
    const checkpoint = await model.checkpoint();
    if (checkpoint) await checkCheckpoint(store, checkpoint);
    const logId = checkpoint?.logId ?? (await identityOf(store));
    let after = checkpoint?.position;
    await this.beatIfAlive();
    const pace = new Pace(this.options.batchSize);
    const limit = () => pace.limit;
    const onUnavailable = (error: Error) => void this.tell(error);
    for await (const page of follow(store, { signal, after, limit, onUnavailable })) {
      const began = Date.now();
      this.workingSince = began;
      await applyBatch(scope, { logId, events: page.events, after });
      pace.applied(page.events.length, Date.now() - began);
      after = page.events.at(-1)?.position ?? after;
      if (page.atEnd) await this.caughtUp(session);
      this.workingSince = undefined;
      await this.recovered();
      onProgress();
    }
  }

  private async caughtUp(session: Session): Promise<void> {
    if (this.live) return;
    this.live = await cutOver(session, this.projection, this.generation.generation);
  }

  private async beatIfAlive(): Promise<void> {
    const working = this.workingSince === undefined ? 0 : Date.now() - this.workingSince;
    if (working > this.options.stalledMs) return;
    await beat(sessionOf(this.parts.dataSource), this.generation, this.name, this.trouble).catch(() => undefined);
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
