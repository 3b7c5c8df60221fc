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
  /** True: a faulty event stopped the cases about the unit-year, and what stands here is from before it. */
  readonly halted: boolean;
}

export interface CaseList {
  /** By the day on which they are due, of one day in the order in which they came in. */
  readonly cases: readonly ListedCase[];
  /** All unit-years asked about of which a faulty event stopped the cases: some that came after it may be missing. */
  readonly halted: readonly UnitYear[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

/** A unit in an assessment year. */
export interface UnitYear {
  readonly unitId: string;
  readonly year: number;
}

/**
 * Which cases are there? Whatever is not named is not restricted; nothing is told of the unit-years `except`. With `asOf` as they were
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
    const cases = found ?? { cases: [], halted: [], asOf: null };
    return asOf === undefined ? cases : { ...cases, asOf: printedMoment(asOf) };
  }
}

/** Before the first case. */
const NOWHERE = ['', 0] as const;

/** SQL: whether this had been told of the case `r` at the moment asked about. */
const told = (what: string) =>
  `(r.${what}_position IS NOT NULL AND ${onRecord(`r.${what}_position`, `r.${what}_at`, 6)})`;

/** Days sort alike in every collation: named by none, the order is that of the index. */
const ORDER = 'due_on, received_position';

/** SQL: by CASE, not by OR, which is taken to be true of hardly any case: few need not be read in their order. */
const ifAsked = (value: string, condition: string) => `CASE WHEN ${value} IS NULL THEN true ELSE ${condition} END`;

/** SQL: whether a unit-year is none of those of which nothing is told. Not a join, after which the order would have to be made again. */
const mayBeTold = (unitId: string, year: string) =>
  `NOT $5::jsonb @> jsonb_build_array(jsonb_build_object('unitId', ${unitId}, 'year', ${year}))`;

/** What stands still: each partition is a stream, `casework-<year>.<unitId>`. */
const HALTED = `SELECT h.unit_id, h.year FROM read_model.current_quarantine q
    CROSS JOIN LATERAL (SELECT substring(q.partition FROM '^casework-\\d{4}[.](.+)$') AS unit_id,
      substring(q.partition FROM '^casework-(\\d{4})[.].')::integer AS year) h
    WHERE q.projection = 'case_register' AND h.unit_id IS NOT NULL`;

/** One statement, one snapshot. */
export const CASES: Question = {
  projection: 'case_register',
  version: caseRegisterVersion,
  text: `
  WITH halted AS (${HALTED}),
  known AS (
    SELECT r.*, ${told('registered')} AS is_registered, ${told('answered')} AS is_answered, ${told('closed')} AS is_closed,
      CASE WHEN ${told('closed')} THEN 'closed' WHEN ${told('answered')} THEN 'answered' ELSE 'open' END AS state
    FROM read_model.case_register_case r
    WHERE ${told('received')} AND ${ifAsked('$1::integer', 'r.year = $1')} AND ${ifAsked('$2::text', 'r.unit_id = $2')}
      AND ${ifAsked('$3::text', 'r.kind = $3')}
      AND ${mayBeTold('r.unit_id', 'r.year')} AND (r.due_on, r.received_position) > ($9::text, $10::bigint)),
  page AS (SELECT * FROM known WHERE ${ifAsked('$4::text', 'state = $4')} ORDER BY ${ORDER} LIMIT $8::integer)
  SELECT coalesce(jsonb_agg(jsonb_build_object('key', jsonb_build_array(p.due_on, p.received_position::text),
      'halted', EXISTS (SELECT FROM halted h WHERE h.unit_id = p.unit_id AND h.year = p.year),
      'entry', jsonb_build_object(
        'year', p.year, 'unitId', p.unit_id, 'caseId', p.case_id, 'kind', p.kind, 'component', p.component,
        'externalNumber', coalesce(p.external_number, CASE WHEN p.is_registered THEN p.registered_number END),
        'channel', p.channel, 'receivedOn', p.received_on, 'dueOn', p.due_on, 'asked', jsonb_build_object('dueOn', p.asked_due_on),
        'state', p.state,
        'answer', CASE WHEN p.is_answered THEN jsonb_build_object('answeredOn', p.answered_on, 'late', p.late) END,
        'conclusion', CASE WHEN p.is_closed THEN jsonb_build_object('outcome', p.outcome, 'closedOn', p.closed_on) END))
      ORDER BY p.due_on, p.received_position) FILTER (WHERE p.case_id IS NOT NULL), '[]') AS cases,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('unitId', h.unit_id, 'year', h.year) ORDER BY h.year, h.unit_id COLLATE "C"), '[]')
     FROM halted h WHERE ($1::integer IS NULL OR h.year = $1) AND ($2::text IS NULL OR h.unit_id = $2)
       AND ${mayBeTold('h.unit_id', 'h.year')}) AS halted,
    max(c.position)::text AS "asOf"
  FROM read_model.current_checkpoint c LEFT JOIN page p ON true
  WHERE c.projection = 'case_register'`,
};
