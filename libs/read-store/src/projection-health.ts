import { EventStore, type Position } from '@app/event-store';
import { Clock } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProjectionCatalogue } from './projection-catalogue';
import { type QuarantinedPartition, QuarantineDesk } from './quarantine-desk';
import { rebuildsOnRecord, type RebuildState } from './rebuild/rebuild-state';
import { READ_STORE_OPTIONS, type ReadStoreOptions } from './read-store-options';
import { type Session, sessionOf } from './session';
import { SCHEMA } from './table-sql';

/** How one projection fares. Positions are text; null where not known. */
export interface ProjectionStatus {
  readonly projection: string;
  readonly version: number;
  readonly generation: number;
  readonly state: 'building' | 'live';
  readonly position: string | null;
  readonly head: string | null;
  /** Events behind the log's head; null where positions cannot be counted, unless it is 0. */
  readonly lagEvents: number | null;
  /** Age of the oldest event not yet applied, in seconds; 0 when there is none. */
  readonly oldestUnprocessedSeconds: number;
  readonly secondsSinceBeat: number | null;
  readonly runner: string | null;
  readonly lastError: string | null;
  readonly quarantined: number;
  /** Vietnamese; empty when all is well. */
  readonly problems: readonly string[];
}

export interface ReadStoreHealth {
  readonly ready: boolean;
  readonly projections: readonly ProjectionStatus[];
  readonly quarantine: readonly QuarantinedPartition[];
  /** Generations that are made anew beside the live ones: no reason not to be ready. */
  readonly rebuilds: readonly RebuildState[];
}

type Stored = {
  projection: string;
  version: number;
  generation: number;
  state: 'building' | 'live';
  position: string | null;
  runner: string | null;
  lastError: string | null;
  secondsSinceBeat: number | null;
};

const LIMITS = { deadAfterSeconds: 12, maxLagSeconds: 15, countablePositions: false };

/** Measures every projection against the store's head, whichever process runs it. For `/health/ready` and metrics. */
@Injectable()
export class ProjectionHealth {
  private readonly session: Session;

  constructor(
    dataSource: DataSource,
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly catalogue: ProjectionCatalogue,
    private readonly desk: QuarantineDesk,
    @Inject(READ_STORE_OPTIONS) private readonly options: ReadStoreOptions,
  ) {
    this.session = sessionOf(dataSource);
  }

  /** Not ready while a runner is dead or in trouble, too far behind, or holds a quarantined partition. Throws when a store is down. */
  async check(): Promise<ReadStoreHealth> {
    const quarantine = await this.desk.list();
    const stored = await this.stored();
    const head = await this.store.head();
    const projections: ProjectionStatus[] = [];
    for (const { name } of this.catalogue.all()) {
      const generations = stored.filter(({ projection }) => projection === name);
      if (generations.length === 0) projections.push(notPrepared(name));
      for (const one of generations) {
        const held = quarantine.filter((q) => q.projection === name && q.generation === one.generation);
        projections.push(await this.statusOf(one, head, held));
      }
    }
    const rebuilds = await rebuildsOnRecord(this.session);
    return { ready: projections.every(({ problems }) => problems.length === 0), projections, quarantine, rebuilds };
  }

  /** The generation of this program's version; the one it is about to replace is nobody's concern any more. */
  private async stored(): Promise<Stored[]> {
    const rows = await this.session.query<Stored>(
      `SELECT DISTINCT ON (g.projection) g.projection, g.version, g.generation, g.state, c.position::text, h.runner, h.last_error AS "lastError",
         extract(epoch FROM clock_timestamp() - h.beat_at)::float8 AS "secondsSinceBeat"
       FROM ${SCHEMA}.generation g JOIN ${SCHEMA}.checkpoint c USING (projection, generation)
       LEFT JOIN ${SCHEMA}.heartbeat h USING (projection, generation)
       WHERE g.state <> 'retired' AND NOT EXISTS (
         SELECT FROM ${SCHEMA}.rebuild r WHERE r.projection = g.projection AND r.generation = g.generation) ORDER BY g.projection, g.generation DESC`,
    );
    return rows;
  }

  private async statusOf(
    stored: Stored,
    head: Position | undefined,
    quarantine: readonly QuarantinedPartition[],
  ): Promise<ProjectionStatus> {
    const position = stored.position === null ? undefined : BigInt(stored.position);
    const behind = head !== undefined && (position === undefined || position < head);
    const oldestUnprocessedSeconds = behind ? await this.ageAfter(position) : 0;
    const status = {
      ...stored,
      head: head === undefined ? null : head.toString(),
      lagEvents: this.lagEvents(behind, position, head),
      oldestUnprocessedSeconds,
      quarantined: quarantine.length,
    };
    return { ...status, problems: this.problemsOf(status, quarantine) };
  }

  private lagEvents(behind: boolean, position: Position | undefined, head: Position | undefined): number | null {
    if (!behind) return 0;
    return (this.options.countablePositions ?? LIMITS.countablePositions)
      ? Number((head ?? 0n) - (position ?? 0n))
      : null;
  }

  private async ageAfter(position: Position | undefined): Promise<number> {
    const [oldest] = (await this.store.page(position, 1)).events;
    if (!oldest) return 0;
    return Math.max(0, (Date.parse(this.clock.now()) - Date.parse(oldest.metadata.recordedAt)) / 1000);
  }

  private problemsOf(
    status: Omit<ProjectionStatus, 'problems'>,
    quarantine: readonly QuarantinedPartition[],
  ): string[] {
    const { projection, secondsSinceBeat, oldestUnprocessedSeconds, lastError, state } = status;
    const { deadAfterSeconds, maxLagSeconds } = { ...LIMITS, ...this.options };
    const problems: string[] = [];
    if (secondsSinceBeat === null) problems.push(`Bộ chiếu “${projection}” chưa chạy lần nào.`);
    else if (secondsSinceBeat > deadAfterSeconds) {
      problems.push(
        `Bộ chiếu “${projection}” không còn hoạt động (tín hiệu cuối cách đây ${Math.round(secondsSinceBeat)} giây).`,
      );
    }
    if (lastError !== null) problems.push(`Bộ chiếu “${projection}” gặp lỗi: ${lastError}`);
    if (state === 'building') problems.push(`Bộ chiếu “${projection}” đang dựng lại dữ liệu, chưa thay thế bản cũ.`);
    if (oldestUnprocessedSeconds > maxLagSeconds) {
      problems.push(`Bộ chiếu “${projection}” chậm ${Math.round(oldestUnprocessedSeconds)} giây so với nhật ký.`);
    }
    for (const { partition, eventType, error } of quarantine) {
      problems.push(`Bộ chiếu “${projection}” tạm dừng phần “${partition}” vì sự kiện ${eventType}: ${error}`);
    }
    return problems;
  }
}

function notPrepared(projection: string): ProjectionStatus {
  return {
    projection,
    version: 0,
    generation: 0,
    state: 'building',
    position: null,
    head: null,
    lagEvents: null,
    oldestUnprocessedSeconds: 0,
    secondsSinceBeat: null,
    runner: null,
    lastError: null,
    quarantined: 0,
    problems: [`Bộ chiếu “${projection}” chưa được khởi tạo.`],
  };
}
