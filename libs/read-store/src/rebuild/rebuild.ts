import { hostname } from 'node:os';
import {
  type EventRegistry,
  type EventStore,
  LogIdentityError,
  type Position,
  readLogIdentity,
  type RecordedEvent,
} from '@app/event-store';
import type { DataSource, QueryRunner } from 'typeorm';
import { changingGenerations, type Generation } from '../generations';
import { forLastingWork } from '../lasting-work';
import type { AnyProjection } from '../projection';
import { lockGeneration, unlockGeneration } from '../runner-lock';
import { blamesEvent, type Session, sessionOf, transaction } from '../session';
import { Loader } from './loader';
import { RebuildBusy, RebuildCancelled } from './rebuild-errors';
import {
  beginLoading,
  beginOrFind,
  beginSettling,
  enterPhase,
  generationOf,
  goCarefully,
  type RebuildPhase,
  rebuildsOnRecord,
  type RebuildState,
  refuseOtherVersions,
  setCheckpoint,
  tellLoaded,
} from './rebuild-state';
import { settleGroups } from './settle-groups';
import { type LogReader, SharedLog } from './shared-log';

/** What a rebuild works with. */
export interface RebuildParts {
  readonly dataSource: DataSource;
  readonly store: EventStore;
  readonly registry: EventRegistry;
  /** In how many parts what can be divided is kept up afterwards. Default: in as many as the live one. */
  readonly divideInto?: number;
  /** Positions of the log are numbers of events. Default false. */
  readonly countable?: boolean;
}

/** How far a rebuild is: events of the log while loading, of null where they cannot be counted; groups while settling. */
export interface RebuildProgress {
  readonly projection: string;
  readonly phase: RebuildPhase;
  readonly done: number;
  readonly total: number | null;
}

/** How much a rebuild takes in hand at once. */
export interface RebuildOptions {
  /** About how many events are folded in one go. */
  readonly pageSize: number;
  /** About how many bytes of rows one rebuild keeps in hand. */
  readonly cacheWeight: number;
  /** Between two pieces of the work: resolves when the next may begin. Default: at once. */
  readonly between?: () => Promise<void>;
}

/** What keeps a rebuild of the application's read models within its memory. */
export const REBUILD_DEFAULTS: RebuildOptions = { pageSize: 500, cacheWeight: 8 * 1024 * 1024 };

const TELL_MS = 1000;
/** What a crash of the server takes of a rebuild is made again: no commit waits for the disk. The memory is for sorting keys. */
const UNLIKE_RUNNERS = `SET synchronous_commit = off; SET maintenance_work_mem = '128MB'`;
const LIKE_RUNNERS = 'RESET synchronous_commit; RESET maintenance_work_mem';
const OTHERS_LOCK_LINGERS_MS = 3000;
/** It lets others go first: where these took every processor, half a second's work without a pause took it 24. */
const SILENT_SECONDS = 120;

/** Makes one projection's tables anew beside the live ones, up to where the ordinary runner takes over. */
export class Rebuild {
  private readonly session: Session;
  private readonly loader: Loader;
  private told = 0;

  private constructor(
    private readonly parts: RebuildParts,
    private readonly options: RebuildOptions,
    private readonly connection: QueryRunner,
    private readonly projection: AnyProjection,
    private readonly generation: Generation,
    private readonly state: RebuildState,
    private readonly log: LogReader,
    private readonly onProgress: (progress: RebuildProgress) => void,
  ) {
    this.session = sessionOf(connection);
    this.loader = new Loader(connection, projection, generation, parts.registry, options.cacheWeight);
  }

  /**
   * Begins a rebuild, or takes up the one on record, and works until the generation follows the log. Throws RebuildBusy when another
   * process works on it, RebuildRefused when a program of another version began it, RebuildCancelled when it was cancelled meanwhile;
   * whatever else it throws, it can be taken up again.
   */
  static async run(
    parts: RebuildParts,
    projection: AnyProjection,
    signal: AbortSignal,
    onProgress: (progress: RebuildProgress) => void = () => undefined,
    options: RebuildOptions = REBUILD_DEFAULTS,
  ): Promise<Generation> {
    const [ended] = await Rebuild.runAll(parts, [projection], signal, onProgress, options);
    if (ended?.status !== 'fulfilled') throw ended?.reason;
    return ended.value;
  }

  /** The same for several at once, which read the log together: how each of them ended. Throws RebuildRefused before the first begins. */
  static async runAll(
    parts: RebuildParts,
    projections: readonly AnyProjection[],
    signal: AbortSignal,
    onProgress: (progress: RebuildProgress) => void = () => undefined,
    options: RebuildOptions = REBUILD_DEFAULTS,
  ): Promise<PromiseSettledResult<Generation>[]> {
    await refuseOtherVersions(sessionOf(parts.dataSource), projections);
    const log = new SharedLog(parts.store, options.pageSize, signal, options.between);
    const readers = projections.map((projection) => ({ projection, reader: log.reader() }));
    return Promise.allSettled(
      readers.map(({ projection, reader }) =>
        Rebuild.one(parts, projection, reader, signal, onProgress, options).finally(() => reader.leave()),
      ),
    );
  }

  private static async one(
    parts: RebuildParts,
    projection: AnyProjection,
    log: LogReader,
    signal: AbortSignal,
    onProgress: (progress: RebuildProgress) => void,
    options: RebuildOptions,
  ): Promise<Generation> {
    const connection = parts.dataSource.createQueryRunner();
    await connection.connect();
    let done = (): Promise<void> => Promise.resolve();
    try {
      const session = sessionOf(connection);
      done = await forLastingWork(session, SILENT_SECONDS);
      await session.query(UNLIKE_RUNNERS);
      const found = await beginOrFind(session, projection, parts.divideInto);
      const generation = generationOf(found);
      if (found.phase === 'following') return generation;
      const patience = AbortSignal.any([signal, AbortSignal.timeout(OTHERS_LOCK_LINGERS_MS)]);
      if (!(await lockGeneration(session, generation, patience))) throw new RebuildBusy(projection.name, found.runner);
      try {
        const state = await stillThere(session, generation);
        await new Rebuild(parts, options, connection, projection, generation, state, log, onProgress).work(signal);
      } finally {
        await unlockGeneration(session, generation).catch(() => undefined);
      }
      return generation;
    } finally {
      await done();
      await sessionOf(connection)
        .query(LIKE_RUNNERS)
        .catch(() => undefined); // The connection is gone: nobody gets it again.
      await connection.release();
    }
  }

  private async work(signal: AbortSignal): Promise<void> {
    try {
      if (this.state.phase === 'loading') await this.load(signal);
      else this.log.leave(); // Those that load do not wait until this one has settled.
      if (this.state.phase === 'settling') this.loader.takeUp();
      await this.settle(signal);
    } catch (error) {
      await this.loader.rest();
      if (signal.aborted) throw error;
      await stillThere(this.session, this.generation);
      if (!(error instanceof RowsRefused)) throw error;
      await goCarefully(this.session, this.projection, this.generation, error.message);
    }
  }

  private async load(signal: AbortSignal): Promise<void> {
    const { store } = this.parts;
    const identity = await readLogIdentity(store);
    if (!identity)
      throw new LogIdentityError('Nhật ký chưa có định danh: hãy khởi tạo nhật ký trước khi chạy bộ chiếu.');
    const target = await this.log.end();
    // Together: a cancelled rebuild leaves no tables behind.
    await changingGenerations(this.session, async () => {
      await beginLoading(this.session, this.generation, target, `${hostname()}:${process.pid}`);
      await this.loader.begin();
    });
    let last: RecordedEvent | undefined;
    let done = 0;
    for await (const { events } of this.log.pages()) {
      await refusing(() => this.loader.feed(events));
      last = events.at(-1) ?? last;
      done += events.length;
      const total = this.parts.countable ? Math.max(done, Number(target)) : null;
      if (last) await this.tell({ done, total }, last.position);
    }
    signal.throwIfAborted();
    this.log.leave();
    const groups = await refusing(() => this.loader.end());
    await transaction(this.session, async () => {
      if (last) await setCheckpoint(this.session, this.generation, identity.logId, last);
      await enterPhase(this.session, this.generation, 'settling', groups);
    });
  }

  private async settle(signal: AbortSignal): Promise<void> {
    await beginSettling(this.session, this.generation);
    const { groups: total } = await stillThere(this.session, this.generation);
    const { connection, projection, generation, loader, state } = this;
    const tell = (done: number): void =>
      this.onProgress({ projection: projection.name, phase: 'settling', done, total: total ?? done });
    const goneOn = async (done: number): Promise<void> => {
      tell(done);
      await this.options.between?.();
    };
    await refusing(() => settleGroups(connection, projection, generation, loader.cache, state, signal, goneOn));
    await enterPhase(this.session, this.generation, 'following');
  }

  /** To the caller at every page, on record about once a second. */
  private async tell(how: { done: number; total: number | null }, position: Position): Promise<void> {
    this.onProgress({ projection: this.projection.name, phase: 'loading', ...how });
    if (Date.now() - this.told < TELL_MS) return;
    this.told = Date.now();
    await this.loader.rest(); // One connection, one thing at a time.
    if (!(await tellLoaded(this.session, this.generation, position))) throw new RebuildCancelled(this.projection.name);
  }
}

async function stillThere(session: Session, { projection, generation }: Generation): Promise<RebuildState> {
  const [state] = await rebuildsOnRecord(session, projection);
  if (state?.generation !== generation) throw new RebuildCancelled(projection);
  return state;
}

/** PostgreSQL or settling refuses what some event brought. */
class RowsRefused extends Error {}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw blamesEvent(error) ? new RowsRefused(error instanceof Error ? error.message : String(error)) : error;
  }
}
