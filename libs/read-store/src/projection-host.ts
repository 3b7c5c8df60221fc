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
import { readCheckpoints } from './checkpoint';
import { Crew, type Task } from './crew';
import { createBookkeeping, ensureGeneration, type Generation, keptGenerations, ownGeneration } from './generations';
import { onOneConnection } from './one-connection';
import { leastPosition } from './positions';
import { PostgresReadModels } from './postgres-read-models';
import { Presence } from './presence';
import { ProjectionCatalogue } from './projection-catalogue';
import { READ_STORE_OPTIONS, type ReadStoreOptions, runnerOptionsOf } from './read-store-options';
import { sessionOf } from './session';

/** How far a projection is on the way to a position. */
export interface CatchUpProgress {
  readonly projection: string;
  readonly position: Position | undefined;
  readonly target: Position;
}

/** How soon a generation is met that another process made, cut over or dropped. */
const LOOK_AGAIN_MS = 1000;

/** Runs every projection of the catalogue, in each generation that is kept up. Nothing runs before `start`. */
@Injectable()
export class ProjectionHost implements OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly crew: Crew;
  private readonly presence: Presence;
  private looking: Promise<void> | undefined;
  private prepared: Promise<readonly Generation[]> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly catalogue: ProjectionCatalogue,
    @Inject(READ_STORE_OPTIONS) private readonly options: ReadStoreOptions,
  ) {
    const parts = { readModels: new PostgresReadModels(dataSource), store, registry };
    this.crew = new Crew(dataSource, parts, runnerOptionsOf(options), this.stopping.signal);
    this.presence = new Presence(dataSource);
  }

  /** Creates what is missing, so that queries find their tables: for every process, also one that runs no projection. */
  async prepare(): Promise<readonly Generation[]> {
    this.prepared ??= this.createMissing();
    try {
      return await this.prepared;
    } catch (error) {
      this.prepared = undefined;
      throw error;
    }
  }

  /**
   * Starts one runner per generation that is kept up, or its share of the parts of a divided one; where another process already runs
   * it, ours waits its turn. What other processes build, cut over or drop, and who comes or goes, is noticed within a second. Throws
   * LogIdentityError or LogIntegrityError, with a sentence for the operator, when a read model came from another log or from more of it
   * than there is.
   */
  async start(): Promise<void> {
    await this.checkLog(await this.prepare());
    await this.look();
    this.looking ??= this.lookAgain();
  }

  /** Finishes the batches in hand and lets the next runner in. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
    await this.crew.ended();
    await this.presence.leave();
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
    await this.prepare();
    const session = sessionOf(this.dataSource);
    for (;;) {
      if (this.crew.failure) throw this.crew.failure;
      const progress: CatchUpProgress[] = [];
      for (const projection of this.catalogue.all()) {
        // Asked for each time: the generation that counts may be another one by now.
        const generation = await ownGeneration(session, projection);
        const position = generation && (await leastPosition(session, generation));
        progress.push({ projection: projection.name, position, target });
      }
      onProgress(progress);
      if (progress.every(({ position }) => position !== undefined && position >= target)) return;
      await pause(50);
    }
  }

  private createMissing(): Promise<readonly Generation[]> {
    return onOneConnection(this.dataSource, async (session) => {
      await createBookkeeping(session);
      const generations: Generation[] = [];
      for (const projection of this.catalogue.all())
        generations.push(await ensureGeneration(session, projection, this.options.parts));
      return generations;
    });
  }

  private async lookAgain(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await pause(LOOK_AGAIN_MS, signal);
      // A database that is away is the runners' trouble, and shows there.
      if (!signal.aborted) await this.look().catch(() => undefined);
    }
  }

  /** Starts what is to be kept up and does not run here yet, stops what is not any more. */
  private async look(): Promise<void> {
    const session = sessionOf(this.dataSource);
    const tasks: Task[] = [];
    for (const projection of this.catalogue.all()) {
      for (const generation of await keptGenerations(session, projection)) {
        const processes = generation.parts === 1 ? 1 : await this.presence.count(generation);
        tasks.push({ projection, generation, processes });
      }
    }
    await this.crew.keepUp(tasks);
  }

  private async checkLog(generations: readonly Generation[]): Promise<void> {
    if (!(await readLogIdentity(this.store))) {
      throw new LogIdentityError('Nhật ký chưa có định danh: hãy khởi tạo nhật ký trước khi chạy bộ chiếu.');
    }
    for (const generation of generations) {
      for (const checkpoint of await readCheckpoints(sessionOf(this.dataSource), generation)) {
        await checkCheckpoint(this.store, checkpoint);
      }
    }
  }
}
