import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { UnitNotKnown } from '../notices.errors';
import type { Notice } from '../projections/notice';
import { noticesVersion } from '../projections/notices.tables';

export interface Notices {
  /** In the order of the log. */
  readonly notices: readonly Notice[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

/** What a notice is found by; it never changes. Of one event's notices the kinds go by their letters. */
export type NoticeKey = readonly [position: string, kind: string];

/**
 * What has a unit to know of? Of one year, or of all; with `asOf` as it was known then; `limit`: at most so many, those behind the notice
 * `behind` first. Throws UnitNotKnown; with `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class GetNotices extends Query<Notices> {
  constructor(
    readonly input: {
      readonly unitId: string;
      readonly year?: number | undefined;
      /** Which notices there were then, instead of now. */
      readonly asOf?: Moment | undefined;
      /** Up to where the log must have been read for it; default: as far as it was. */
      readonly readTo?: Position | undefined;
      readonly limit?: number | undefined;
      readonly behind?: NoticeKey | undefined;
      readonly after?: Position | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(GetNotices)
export class GetNoticesHandler implements IQueryHandler<GetNotices> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: GetNotices): Promise<Notices> {
    const { unitId, year = null, asOf, limit = null, behind = [null, null] } = input;
    await this.readYourWrites.waitUntilRead('notices', input.readTo);
    await this.readYourWrites.waitFor('notices', input.after);
    const wanted = [unitId, year, ...momentValues(asOf), limit, ...behind];
    const [answer] = await ask<Answer>(this.dataSource, NOTICES, wanted);
    const notices = answer ? aboutKnown(answer, unitId) : { notices: [], asOf: null };
    return asOf === undefined ? notices : { ...notices, asOf: printedMoment(asOf) };
  }
}

type Answer = Notices & { readonly unitKnown: boolean };

function aboutKnown({ unitKnown, notices, asOf }: Answer, unitId: string): Notices {
  if (!unitKnown) throw new UnitNotKnown(unitId);
  return { notices, asOf };
}

/** How the unit stood in the results before these, of the same block and year. */
const BEFORE = `CASE WHEN n.block_id IS NOT NULL
      THEN lag(n.says - '{decision,reason}'::text[]) OVER (PARTITION BY n.year, n.block_id ORDER BY n.position) END`;

/**
 * One statement, one snapshot. That the unit was ranked anew is no row: it follows from two rows, the one that follows being there whenever
 * the other is, since positions only grow.
 */
const NOTICES: Question = {
  projection: 'notices',
  version: noticesVersion,
  text: `
  WITH said AS (
    SELECT n.position, n.kind, n.year, n.event_id, n.recorded_at, n.correlation_id, n.deadline, n.says, ${BEFORE} AS before
    FROM read_model.notices_notice n
    WHERE n.unit_id = $1 AND ($2::integer IS NULL OR n.year = $2) AND ${onRecord('n.position', 'n.recorded_at', 3)}),
  told AS (
    SELECT * FROM said
    UNION ALL
    SELECT position, 're-ranked', year, event_id, recorded_at, correlation_id, NULL, says - '{decision,reason}'::text[], before
    FROM said
    WHERE (before->'rank', before->'className') IS DISTINCT FROM (says->'rank', says->'className') AND before IS NOT NULL),
  page AS (
    SELECT * FROM told t
    WHERE $6::bigint IS NULL OR (t.position, t.kind COLLATE "C") > ($6::bigint, $7::text)
    ORDER BY t.position, t.kind COLLATE "C" LIMIT $5::integer)
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'kind', p.kind, 'year', p.year, 'position', p.position::text, 'eventId', p.event_id, 'recordedAt', p.recorded_at,
      'correlationId', p.correlation_id, 'deadline', p.deadline, 'says', p.says, 'before', p.before)
    ORDER BY p.position, p.kind COLLATE "C") FILTER (WHERE p.kind IS NOT NULL), '[]') AS notices,
    max(c.position)::text AS "asOf",
    EXISTS (SELECT FROM read_model.notices_unit u WHERE u.unit_id = $1)
      OR EXISTS (SELECT FROM read_model.notices_notice n WHERE n.unit_id = $1) AS "unitKnown"
  FROM read_model.current_checkpoint c LEFT JOIN page p ON true
  WHERE c.projection = 'notices'`,
};
