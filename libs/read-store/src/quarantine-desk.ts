import { EventRegistry, EventStore, LogIntegrityError, pause, type RecordedEvent } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { retryPartition } from './batch';
import { type Generation, keptGenerations } from './generations';
import type { AnyProjection } from './projection';
import { onOneConnection } from './one-connection';
import { partOf, STAGE } from './parts';
import { ProjectionCatalogue } from './projection-catalogue';
import { acrossGroupsOf } from './postgres-left-groups';
import { PostgresReadModel } from './postgres-read-model';
import type { Parked } from './read-model';
import { type Session, sessionOf } from './session';
import { SCHEMA } from './table-sql';

/** A partition that stands still, the event that stopped it, and how many events wait (itself included). */
export interface QuarantinedPartition {
  readonly projection: string;
  readonly generation: number;
  readonly partition: string;
  /** Position of the faulty event, as text. */
  readonly position: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly stream: string;
  /** `across`: no event stands still, but a group that rests on many could not be computed; `partition` names it. */
  readonly stage: 'decode' | 'handle' | 'write' | 'settle' | 'across';
  /** What was being settled when it failed at stage `settle`. */
  readonly groups: readonly string[];
  readonly error: string;
  readonly since: Instant;
  readonly attempts: number;
  readonly waiting: number;
}

/** How many waiting events of a partition were applied, and how many wait again. A group (stage `across`) counts as one. */
export interface RetryResult {
  readonly projection: string;
  readonly generation: number;
  readonly partition: string;
  readonly applied: number;
  readonly waiting: number;
}

/** So long a retry waits for whoever runs the stage; what is not computed by then is told as waiting, and computed later. */
const STAGE_PATIENCE_MS = 10_000;

/** Lists what stands still, and lets it go on once the program is mended. */
@Injectable()
export class QuarantineDesk {
  private readonly session: Session;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly catalogue: ProjectionCatalogue,
  ) {
    this.session = sessionOf(dataSource);
  }

  /** Of every generation that is live or building. */
  list(): Promise<QuarantinedPartition[]> {
    return this.session.query<QuarantinedPartition & Record<string, unknown>>(
      `SELECT * FROM (SELECT q.projection, q.generation, q.partition, q.position::text, q.event_id AS "eventId", q.event_type AS "eventType",
         q.stream, q.stage, q.groups, q.error, q.attempts,
         to_char(q.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since,
         (SELECT count(*)::int FROM ${SCHEMA}.parked_event p WHERE p.projection = q.projection
            AND p.generation = q.generation AND p.partition = q.partition) AS waiting
       FROM ${SCHEMA}.quarantine q JOIN ${SCHEMA}.generation g USING (projection, generation) WHERE g.state <> 'retired'
       UNION ALL SELECT a.projection, a.generation, a.name, c.position::text, '', '(tính chung)', '', 'across', jsonb_build_array(a.name),
         min(a.error), 1, to_char(min(a.since) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 0
       FROM ${SCHEMA}.across_group a JOIN ${SCHEMA}.generation g USING (projection, generation)
       JOIN ${SCHEMA}.checkpoint c ON c.projection = a.projection AND c.generation = a.generation AND c.part = ${STAGE}
       WHERE g.state <> 'retired' AND a.error IS NOT NULL GROUP BY a.projection, a.generation, a.name, c.position) held
       ORDER BY projection, position::bigint`,
    );
  }

  /**
   * Applies the waiting events of a projection's quarantined partitions (or of one) in order, in every generation that is kept up. A
   * partition whose event fails again stands still again. Groups put aside are left to the stage again, and waited for. Safe beside a
   * running projector, in any process. Throws UnknownProjection.
   */
  async retry(projectionName: string, onlyPartition?: string): Promise<RetryResult[]> {
    const projection = this.catalogue.get(projectionName);
    // It waits for a batch in hand, and reads a backlog from the log inside its transaction: longer than a reader may.
    return onOneConnection(this.dataSource, async (session) => {
      const results: RetryResult[] = [];
      for (const generation of await keptGenerations(session, projection)) {
        for (const { partition, stream } of await this.held(projectionName, generation.generation, onlyPartition)) {
          const part = partOf(projection, stream, generation.parts);
          const model = new PostgresReadModel(session, projection, { ...generation, part });
          const scope = { model, projection, registry: this.registry };
          const result = await retryPartition(scope, partition, (parked) => this.fetch(parked));
          results.push({ projection: projectionName, generation: generation.generation, partition, ...result });
        }
        results.push(...(await this.retryGroups(projection, generation, onlyPartition)));
      }
      return results;
    });
  }

  private held(
    projection: string,
    generation: number,
    only?: string,
  ): Promise<{ partition: string; stream: string }[]> {
    return this.session.query<{ partition: string; stream: string }>(
      `SELECT partition, stream FROM ${SCHEMA}.quarantine WHERE projection = $1 AND generation = $2 AND ($3::text IS NULL OR partition = $3)
       ORDER BY position`,
      [projection, generation, only ?? null],
    );
  }

  /** Only the stage computes them, where all parts stand at one position. */
  private async retryGroups(projection: AnyProjection, generation: Generation, only?: string): Promise<RetryResult[]> {
    const taken = await acrossGroupsOf(this.session, projection, generation).takeUpAgain(only);
    const end = Date.now() + STAGE_PATIENCE_MS;
    let aside = new Map(taken.map((name) => [name, true]));
    while ([...aside.values()].includes(true) && Date.now() < end) {
      await pause(20);
      aside = await this.putAside(generation, taken);
    }
    return taken.map((partition) => {
      const waiting = aside.has(partition) ? 1 : 0;
      return {
        projection: projection.name,
        generation: generation.generation,
        partition,
        applied: 1 - waiting,
        waiting,
      };
    });
  }

  /** Which of these groups are still not computed, and whether each is yet to be tried again. */
  private async putAside({ projection, generation }: Generation, names: string[]): Promise<Map<string, boolean>> {
    const rows = await this.session.query<{ name: string; again: boolean }>(
      `SELECT name, bool_or(again) AS again FROM ${SCHEMA}.across_group
       WHERE projection = $1 AND generation = $2 AND name = ANY ($3::text[]) AND error IS NOT NULL GROUP BY name`,
      [projection, generation, names],
    );
    return new Map(rows.map(({ name, again }) => [name, again]));
  }

  /** From the log, not from a copy; each must still be the event that was parked. */
  private async fetch(parked: readonly Parked[]): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (const { position, eventId } of parked) {
      const event = await this.store.eventAt(position);
      if (event?.id !== eventId) {
        throw new LogIntegrityError(`Nhật ký không còn sự kiện ${eventId} ở vị trí ${position}.`);
      }
      events.push(event);
    }
    return events;
  }
}
