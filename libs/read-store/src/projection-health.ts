import { EventStore, type Position } from '@app/event-store';
import { Clock } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { STAGE } from './parts';
import { ProjectionCatalogue } from './projection-catalogue';
import { type QuarantinedPartition, QuarantineDesk } from './quarantine-desk';
import { secondsLeft } from './rebuild/rebuild-estimate';
import { rebuildsOnRecord, type RebuildState } from './rebuild/rebuild-state';
import { READ_STORE_OPTIONS, type ReadStoreOptions } from './read-store-options';
import { type Session, sessionOf } from './session';
import { notPrepared, type PartStatus, problemsOf, type ProjectionStatus, worstOf } from './projection-status';
import { SCHEMA } from './table-sql';

export interface ReadStoreHealth {
  readonly ready: boolean;
  readonly projections: readonly ProjectionStatus[];
  readonly quarantine: readonly QuarantinedPartition[];
  /** Generations that are made anew beside the live ones: no reason not to be ready. */
  readonly rebuilds: readonly EstimatedRebuild[];
}

/** A rebuild on record, and how long its present phase will still take. */
export interface EstimatedRebuild extends RebuildState {
  /** Whole seconds; 0 when it follows the log; null while not known. */
  readonly secondsLeft: number | null;
}

type Stored = {
  projection: string;
  version: number;
  generation: number;
  state: 'building' | 'live';
  parts: number;
  part: number;
  position: string | null;
  runner: string | null;
  lastError: string | null;
  secondsSinceBeat: number | null;
};

/** Readiness is red at the latest 15 s after a projector died, or began to hang over an event: two beats and a question later than these. */
const LIMITS = { deadAfterSeconds: 10, maxLagSeconds: 12, countablePositions: false };

/** Measures every projection against the store's head, whichever process runs it. For `/health/ready` and `/metrics`. */
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
      const [first, ...others] = stored.filter(({ projection }) => projection === name);
      if (!first) projections.push(notPrepared(name));
      else {
        const held = quarantine.filter((q) => q.projection === name && q.generation === first.generation);
        projections.push(await this.statusOf([first, ...others], head, held));
      }
    }
    const rebuilds = await this.rebuilds();
    return { ready: projections.every(({ problems }) => problems.length === 0), projections, quarantine, rebuilds };
  }

  /** The parts of each projection's generation of this program's version; the one it is about to replace is nobody's concern any more. */
  private stored(): Promise<Stored[]> {
    return this.session.query<Stored>(
      `WITH own AS (SELECT DISTINCT ON (g.projection) g.* FROM ${SCHEMA}.generation g WHERE g.state <> 'retired' AND NOT EXISTS (
         SELECT FROM ${SCHEMA}.rebuild r WHERE r.projection = g.projection AND r.generation = g.generation)
         ORDER BY g.projection, g.generation DESC)
       SELECT projection, own.version, generation, own.state, own.parts, part, c.position::text, h.runner, h.last_error AS "lastError",
         extract(epoch FROM clock_timestamp() - h.beat_at)::float8 AS "secondsSinceBeat"
       FROM own JOIN ${SCHEMA}.checkpoint c USING (projection, generation)
       LEFT JOIN ${SCHEMA}.heartbeat h USING (projection, generation, part)
       ORDER BY projection, part = ${STAGE}, part`,
    );
  }

  private async statusOf(
    stored: readonly [Stored, ...Stored[]],
    head: Position | undefined,
    quarantine: readonly QuarantinedPartition[],
  ): Promise<ProjectionStatus> {
    const [{ projection, version, generation, state, parts }] = stored;
    const each: PartStatus[] = [];
    for (const one of stored) each.push(await this.partStatusOf(one, head));
    const whole = {
      ...{ projection, version, generation, state, head: head === undefined ? null : head.toString() },
      ...worstOf(each),
      quarantined: quarantine.length,
      parts: parts === 1 ? [] : each,
    };
    return { ...whole, problems: problemsOf(whole, each, quarantine, { ...LIMITS, ...this.options }) };
  }

  private async partStatusOf(stored: Stored, head: Position | undefined): Promise<PartStatus> {
    const { part, runner, lastError, secondsSinceBeat } = stored;
    const position = stored.position === null ? undefined : BigInt(stored.position);
    const behind = head !== undefined && (position === undefined || position < head);
    return {
      part: part === STAGE ? 'stage' : part,
      position: stored.position,
      lagEvents: this.lagEvents(behind, position, head),
      oldestUnprocessedSeconds: behind ? await this.ageAfter(position) : 0,
      ...{ runner, lastError, secondsSinceBeat },
    };
  }

  private lagEvents(behind: boolean, position: Position | undefined, head: Position | undefined): number | null {
    if (!behind) return 0;
    return this.countable ? Number((head ?? 0n) - (position ?? 0n)) : null;
  }

  private get countable(): boolean {
    return this.options.countablePositions ?? LIMITS.countablePositions;
  }

  private async rebuilds(): Promise<EstimatedRebuild[]> {
    const known = await rebuildsOnRecord(this.session);
    return known.map((one) => ({ ...one, secondsLeft: secondsLeft(one, this.countable) }));
  }

  private async ageAfter(position: Position | undefined): Promise<number> {
    const [oldest] = (await this.store.page(position, 1)).events;
    if (!oldest) return 0;
    return Math.max(0, (Date.parse(this.clock.now()) - Date.parse(oldest.metadata.recordedAt)) / 1000);
  }
}
