import {
  checkCheckpoint,
  EventRegistry,
  EventStore,
  LogIdentityError,
  pause,
  type Position,
  readLogIdentity,
} from '@app/event-store';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readCheckpoint } from './checkpoint';
import { createBookkeeping, ensureGeneration, type Generation } from './generations';
import { ProjectionCatalogue } from './projection-catalogue';
import { ProjectionRunner } from './projection-runner';
import { READ_STORE_OPTIONS, type ReadStoreOptions, runnerOptionsOf } from './read-store-options';
import { sessionOf, type Session } from './session';

/** How far a projection is on the way to a position. */
export interface CatchUpProgress {
  readonly projection: string;
  readonly position: Position | undefined;
  readonly target: Position;
}

/** Runs every projection of the catalogue. Nothing runs before `start`. */
@Injectable()
export class ProjectionHost implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];
  private failure: Error | undefined;
  private generations: Generation[] | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly catalogue: ProjectionCatalogue,
    @Inject(READ_STORE_OPTIONS) private readonly options: ReadStoreOptions,
  ) {}

  /** Creates what is missing, so that queries find their tables: for every process, also one that runs no projection. */
  async prepare(): Promise<readonly Generation[]> {
    this.generations ??= await this.onOneConnection(async (session) => {
      await createBookkeeping(session);
      const generations: Generation[] = [];
      for (const projection of this.catalogue.all()) generations.push(await ensureGeneration(session, projection));
      return generations;
    });
    return this.generations;
  }

  /**
   * Starts one runner per projection; where another process already runs it, ours waits its turn. Throws LogIdentityError or
   * LogIntegrityError, with a sentence for the operator, when a read model came from another log or from more of it than there is.
   */
  async start(): Promise<void> {
    const generations = await this.prepare();
    await this.checkLog(generations);
    const parts = { dataSource: this.dataSource, store: this.store, registry: this.registry };
    this.running = generations.map((generation) => {
      const projection = this.catalogue.get(generation.projection);
      const runner = new ProjectionRunner(parts, projection, generation, runnerOptionsOf(this.options));
      return runner.run(this.stopping.signal).catch((error: unknown) => {
        this.failure = error instanceof Error ? error : new Error(String(error));
      });
    });
  }

  /** Finishes the batches in hand and lets the next runner in. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /**
   * Waits until every projection has applied what the log holds now, in whichever process it runs. Throws when a runner of this process
   * had to give up.
   */
  async catchUp(onProgress: (progress: readonly CatchUpProgress[]) => void = () => undefined): Promise<void> {
    const target = await this.store.head();
    if (target === undefined) return;
    const generations = await this.prepare();
    const session = sessionOf(this.dataSource);
    for (;;) {
      if (this.failure) throw this.failure;
      const progress: CatchUpProgress[] = [];
      for (const generation of generations) {
        const position = (await readCheckpoint(session, generation))?.position;
        progress.push({ projection: generation.projection, position, target });
      }
      onProgress(progress);
      if (progress.every(({ position }) => position !== undefined && position >= target)) return;
      await pause(50);
    }
  }

  private async checkLog(generations: readonly Generation[]): Promise<void> {
    if (!(await readLogIdentity(this.store))) {
      throw new LogIdentityError('Nhật ký chưa có định danh: hãy khởi tạo nhật ký trước khi chạy bộ chiếu.');
    }
    for (const generation of generations) {
      const checkpoint = await readCheckpoint(sessionOf(this.dataSource), generation);
      if (checkpoint) await checkCheckpoint(this.store, checkpoint);
    }
  }

  private async onOneConnection<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const connection = this.dataSource.createQueryRunner();
    await connection.connect();
    try {
      return await work(sessionOf(connection));
    } finally {
      await connection.release();
    }
  }
}
