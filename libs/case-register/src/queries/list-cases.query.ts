import type { CaseKind } from '@app/casework';
import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { CaseEntry, CaseKey, CaseState } from '../case-entry';
import { caseRegisterVersion } from '../projections/case-register.tables';

/** A case of a list, and what it is found by. */
export interface ListedCase {
  readonly entry: CaseEntry;
  readonly key: CaseKey;
}

export interface CaseList {
  /** By the day on which they are due, of one day in the order in which they came in. */
  readonly cases: readonly ListedCase[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

/** A unit in an assessment year. */
export interface UnitYear {
  readonly unitId: string;
  readonly year: number;
}

/**
 * Which cases are there? Whatever is not named is not restricted; cases about the unit-years `except` are left out. With `asOf` as they were
 * known then. `limit`: at most so many, those behind the case `behind` first. With `after`: throws ReadModelBehind, ReadModelQuarantined.
 */
export class ListCases extends Query<CaseList> {
  constructor(
    readonly input: {
      readonly year?: number | undefined;
      readonly unitId?: string | undefined;
      readonly kind?: CaseKind | undefined;
      readonly state?: CaseState | undefined;
      readonly except?: readonly UnitYear[] | undefined;
      /** Which cases there were then, and how far they had come, instead of now. */
      readonly asOf?: Moment | undefined;
      /** Up to where the log must have been read for it; default: as far as it was. */
      readonly readTo?: Position | undefined;
      readonly limit?: number | undefined;
      readonly behind?: CaseKey | undefined;
      readonly after?: Position | undefined;
    } = {},
  ) {
    super();
  }
}

@QueryHandler(ListCases)
export class ListCasesHandler implements IQueryHandler<ListCases> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: ListCases): Promise<CaseList> {
    const { year = null, unitId = null, kind = null, state = null, except = [], asOf, limit = null } = input;
    await this.readYourWrites.waitUntilRead('case_register', input.readTo);
    await this.readYourWrites.waitFor('case_register', input.after);
    const wanted = [year, unitId, kind, state, JSON.stringify(except), ...momentValues(asOf), limit];
    const [found] = await ask<CaseList>(this.dataSource, CASES, [...wanted, ...(input.behind ?? NOWHERE)]);
    const cases = found ?? { cases: [], asOf: null };
    return asOf === undefined ? cases : { ...cases, asOf: printedMoment(asOf) };
  }
}

/** Before the first case. */
const NOWHERE = [null, null] as const;

/** SQL: whether this had been told of the case `r` at the moment asked about. */
const told = (what: string) =>
  `(r.${what}_position IS NOT NULL AND ${onRecord(`r.${what}_position`, `r.${what}_at`, 6)})`;

const ORDER = 'due_on COLLATE "C", received_position';

/** One statement, one snapshot. */
const CASES: Question = {
  projection: 'case_register',
  version: caseRegisterVersion,
  text: `
  WITH known AS (
    SELECT r.*, ${told('registered')} AS is_registered, ${told('answered')} AS is_answered, ${told('closed')} AS is_closed,
      CASE WHEN ${told('closed')} THEN 'closed' WHEN ${told('answered')} THEN 'answered' ELSE 'open' END AS state
    FROM read_model.case_register_case r
    WHERE ${told('received')} AND ($1::integer IS NULL OR r.year = $1) AND ($2::text IS NULL OR r.unit_id = $2)
      AND ($3::text IS NULL OR r.kind = $3)
      AND NOT EXISTS (SELECT FROM jsonb_to_recordset($5::jsonb) AS e("unitId" text, year integer)
        WHERE e."unitId" = r.unit_id AND e.year = r.year)
      AND ($9::text IS NULL OR (r.due_on COLLATE "C", r.received_position) > ($9::text COLLATE "C", $10::bigint))),
  page AS (SELECT * FROM known WHERE $4::text IS NULL OR state = $4 ORDER BY ${ORDER} LIMIT $8::integer)
  SELECT coalesce(jsonb_agg(jsonb_build_object('key', jsonb_build_array(p.due_on, p.received_position::text),
      'entry', jsonb_build_object(
        'year', p.year, 'unitId', p.unit_id, 'caseId', p.case_id, 'kind', p.kind, 'component', p.component,
        'externalNumber', coalesce(p.external_number, CASE WHEN p.is_registered THEN p.registered_number END),
        'channel', p.channel, 'receivedOn', p.received_on, 'dueOn', p.due_on, 'asked', jsonb_build_object('dueOn', p.asked_due_on),
        'state', p.state,
        'answer', CASE WHEN p.is_answered THEN jsonb_build_object('answeredOn', p.answered_on, 'late', p.late) END,
        'conclusion', CASE WHEN p.is_closed THEN jsonb_build_object('outcome', p.outcome, 'closedOn', p.closed_on) END))
      ORDER BY p.due_on COLLATE "C", p.received_position) FILTER (WHERE p.case_id IS NOT NULL), '[]') AS cases,
    max(c.position)::text AS "asOf"
  FROM read_model.current_checkpoint c LEFT JOIN page p ON true
  WHERE c.projection = 'case_register'`,
};
