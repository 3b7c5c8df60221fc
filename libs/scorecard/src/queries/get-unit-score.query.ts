import type { EvidenceReference } from '@app/assessment';
import type { Position } from '@app/event-store';
import type { ExactText, Instant } from '@app/kernel';
import { ReadYourWrites } from '@app/read-store';
import type { Citation, RuleInput, RulesetRef } from '@app/ruleset';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { Amount } from '../projections/score-sheet.rows';
import { UnitScoreNotFound } from '../scorecard.errors';

/** One component of a sheet: what the unit gave itself, what the appraiser gave, what counts, and why. */
export interface UnitScoreComponent {
  readonly code: string;
  readonly name: string;
  readonly criterion: string;
  readonly field: string;
  readonly part: 'appraised' | 'survey' | 'bonus' | 'penalty';
  readonly state: 'scored' | 'not-applicable' | 'missing';
  readonly self: Amount | null;
  readonly appraised: ExactText | null;
  readonly points: Amount | null;
  readonly maximum: Amount;
  /** Exact points as published; null when not published, or not applicable there. */
  readonly published: ExactText | null;
  readonly reason: string;
  /** The clause that its rule comes from. */
  readonly citation: Citation;
  /** What the unit declared, as it declared it; null when it declared nothing. */
  readonly declaration: RuleInput | null;
  /** The documents that the declaration names as its proof. */
  readonly evidence: readonly EvidenceReference[];
  readonly eventIds: readonly string[];
  /** The same events in log order: who recorded what and when. */
  readonly events: readonly UnitScoreEvent[];
}

/** An event that a figure rests on. */
export interface UnitScoreEvent {
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  /** The account that delegated; null when the actor acted in the own right. */
  readonly onBehalfOf: string | null;
  readonly role: string;
  readonly recordedAt: Instant;
  /** Position in the log, as text. */
  readonly position: string;
}

export interface UnitScoreSubtotal {
  readonly code: string;
  readonly name: string;
  readonly points: Amount;
  readonly maximum: Amount;
}

/** The sheet of one unit and year. `index` is null while a component is missing. */
export interface UnitScore {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  readonly blockId: string;
  readonly status: 'provisional' | 'official';
  readonly phase: 'declaring' | 'submitted' | 'appraised';
  readonly ruleset: RulesetRef & { readonly title: string; readonly sample: boolean };
  readonly appraised: Amount;
  readonly survey: Amount;
  readonly bonus: Amount;
  readonly penalty: Amount;
  /** For comparison only: never part of the total. */
  readonly self: Amount;
  readonly total: Amount;
  readonly maximum: Amount;
  readonly index: Amount | null;
  readonly className: string | null;
  readonly grade: string | null;
  readonly missing: readonly string[];
  readonly fields: readonly UnitScoreSubtotal[];
  readonly criteria: readonly UnitScoreSubtotal[];
  readonly components: readonly UnitScoreComponent[];
  /** What was published; may differ from the sheet when something happened since. */
  readonly official: {
    readonly total: Amount;
    readonly index: Amount;
    readonly className: string;
    readonly rank: number;
    readonly tied: boolean;
    readonly n: number;
    readonly decision: { readonly number: string; readonly signedOn: string; readonly signer: string };
    readonly publishedAt: string;
    readonly eventId: string;
  } | null;
  /** True: a faulty event stopped this unit-year, and what stands here is from before it. */
  readonly halted: boolean;
  /** Position of the log up to which this is true, as text. */
  readonly asOf: string;
}

/** How many points did the unit get in the year, and why? Throws UnitScoreNotFound; with `after`: ReadModelBehind, ReadModelQuarantined. */
export class GetUnitScore extends Query<UnitScore> {
  constructor(
    readonly input: { readonly unitId: string; readonly year: number; readonly after?: Position | undefined },
  ) {
    super();
  }
}

@QueryHandler(GetUnitScore)
export class GetUnitScoreHandler implements IQueryHandler<GetUnitScore> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input: { unitId, year, after } }: GetUnitScore): Promise<UnitScore> {
    await this.readYourWrites.waitFor('scorecard', after);
    const [score] = await this.dataSource.query<UnitScore[]>(SQL, [unitId, year]);
    return score ?? notFound(unitId, year);
  }
}

function notFound(unitId: string, year: number): never {
  throw new UnitScoreNotFound(unitId, year);
}

const EVENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('eventId', e.event_id, 'type', e.type, 'actor', e.actor,
          'onBehalfOf', e.on_behalf_of, 'role', e.role, 'recordedAt', e.recorded_at, 'position', e.position::text)
          ORDER BY e.position), '[]')
        FROM read_model.scorecard_event e WHERE e.event_id = ANY (ARRAY(SELECT jsonb_array_elements_text(c.event_ids))))`;

/** One statement, one snapshot: the sheet, its components, what was published, and as of where. */
const SQL = `
  SELECT s.unit_id AS "unitId", u.name AS "unitName", s.year, s.block_id AS "blockId", s.phase, s.ruleset,
    CASE WHEN o.event_id IS NULL THEN 'provisional' ELSE 'official' END AS status,
    s.appraised, s.survey, s.bonus, s.penalty, s.self, s.total, s.maximum, s.index, s.class_name AS "className", s.grade,
    s.missing, s.fields, s.criteria,
    (SELECT jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'criterion', c.criterion, 'field', c.field,
        'part', c.part, 'state', c.state, 'self', c.self, 'appraised', c.appraised, 'points', c.points, 'maximum', c.maximum,
        'published', o.points -> c.code, 'reason', c.reason, 'eventIds', c.event_ids,
        'citation', c.citation, 'declaration', c.declaration, 'evidence', c.evidence, 'events', ${EVENTS}) ORDER BY c.place)
      FROM read_model.scorecard_component c WHERE c.unit_id = s.unit_id AND c.year = s.year) AS components,
    CASE WHEN o.event_id IS NOT NULL THEN jsonb_build_object('total', o.total, 'index', o.index, 'className', o.class_name,
        'rank', o.rank, 'tied', o.tied, 'n', o.n, 'decision', p.decision, 'publishedAt', p.published_at, 'eventId', o.event_id)
      END AS official,
    EXISTS (SELECT FROM read_model.live_quarantine q
      WHERE q.projection = 'scorecard' AND q.partition = s.year || '.' || s.unit_id) AS halted,
    (SELECT position::text FROM read_model.live_checkpoint WHERE projection = 'scorecard') AS "asOf"
  FROM read_model.scorecard_sheet s
  LEFT JOIN read_model.scorecard_unit u USING (unit_id)
  LEFT JOIN read_model.scorecard_publication p ON p.year = s.year AND p.block_id = s.block_id
  LEFT JOIN read_model.scorecard_official o
    ON o.unit_id = s.unit_id AND o.year = s.year AND o.block_id = s.block_id AND o.event_id = p.event_id
  WHERE s.unit_id = $1 AND s.year = $2`;
