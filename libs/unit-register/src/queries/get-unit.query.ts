import type { ExactText, Instant, LocalDate } from '@app/kernel';
import { ask, momentValues, type Question, ReadYourWrites } from '@app/read-store';
import type { Decree, LineageKind, UnitChangeKind, UnitLevel, UnitType } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { unitRegisterVersion } from '../projections/unit-register.tables';
import { UnitNotInRegister } from '../unit-register.errors';
import {
  AS_OF,
  type Asked,
  known,
  memberStands,
  memberUntil,
  stands,
  tenureStands,
  tenureUntil,
  trueAsOf,
  untilShown,
  versionOn,
} from './on-a-day';

/** On a day: not registered yet, under assessment, or ended. */
export type UnitStatus = 'not-yet' | 'active' | 'dissolved';

/** A name from a day on; the first one has no decree. */
export interface RegisteredName {
  readonly name: string;
  readonly since: LocalDate;
  readonly decree: Decree | null;
}

/** A block that the unit belongs to on the day; `until`: the last day, null while it lasts. */
export interface UnitBlock {
  readonly blockId: string;
  readonly blockName: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Somebody who had taken the office by the day. */
export interface RegisteredTenure {
  readonly office: 'head' | 'deputy';
  readonly personId: string;
  readonly personName: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** A unit that this one came out of, or that came out of it: with its name of that day, and the share that passed over. */
export interface RelatedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: LineageKind;
  readonly share: ExactText | null;
  readonly effectiveOn: LocalDate;
  readonly decree: Decree;
  readonly eventId: string;
}

/** What was recorded wrongly of the unit and put right since, by whom and on what grounds. */
export interface RegisteredCorrection {
  readonly subject: 'tenure' | 'membership' | 'change';
  /** Of a tenure. */
  readonly office: 'head' | 'deputy' | null;
  readonly personId: string | null;
  /** Of a membership. */
  readonly blockId: string | null;
  /** Of a change. */
  readonly change: UnitChangeKind | null;
  /** As it was recorded: the first day of the tenure or the membership, the day on which the change took effect. */
  readonly from: LocalDate;
  /** What was so instead; null: nothing. */
  readonly corrected: CorrectedTo | null;
  readonly reason: string;
  readonly documentNumber: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly recordedAt: Instant;
  readonly eventId: string;
}

/** The days as they were, and of a tenure the person. */
export interface CorrectedTo {
  readonly personId: string | null;
  readonly personName: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** A unit as it was on a day (`validOn`), by what is known now, or was at a moment; nothing that took effect later is told. */
export interface RegisteredUnit {
  readonly unitId: string;
  readonly validOn: LocalDate;
  readonly status: UnitStatus;
  readonly officialCode: string | null;
  readonly registeredOn: LocalDate;
  readonly dissolvedOn: LocalDate | null;
  readonly dissolution: Decree | null;
  /** Before the unit began: its first one. */
  readonly name: string;
  readonly type: UnitType;
  readonly level: UnitLevel;
  readonly parentId: string | null;
  readonly names: readonly RegisteredName[];
  /** More than one: somebody has to clear that up; the unit is assessed where its file is opened. */
  readonly blocks: readonly UnitBlock[];
  readonly tenures: readonly RegisteredTenure[];
  readonly predecessors: readonly RelatedUnit[];
  readonly successors: readonly RelatedUnit[];
  /** In the order in which they were told, whatever day is asked about. */
  readonly corrections: readonly RegisteredCorrection[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

/** What was the unit on a day? With `asOf` by what was known then. Throws UnitNotInRegister; with `after`: ReadModelBehind, ReadModelQuarantined. */
export class GetUnit extends Query<RegisteredUnit> {
  constructor(readonly input: { readonly unitId: string; readonly on: LocalDate } & Asked) {
    super();
  }
}

@QueryHandler(GetUnit)
export class GetUnitHandler implements IQueryHandler<GetUnit> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: GetUnit): Promise<RegisteredUnit> {
    const { unitId, on, asOf } = input;
    await untilShown(this.readYourWrites, input);
    const [found] = await ask<RegisteredUnit>(this.dataSource, UNIT, [unitId, on, ...momentValues(asOf)]);
    return trueAsOf(found ?? notFound(unitId), asOf);
  }
}

function notFound(unitId: string): never {
  throw new UnitNotInRegister(unitId);
}

const form = (column: string) => versionOn('form', 'u.unit_id', '$2', 3, `v.${column}`);

/** Those on the other end (`other`) of what passed over by the day to or from (`own`) the unit, the earliest first. */
const related = (own: string, other: string) => `
    (SELECT coalesce(json_agg(json_build_object('unitId', l.${other},
        'unitName', ${versionOn('name', `l.${other}`, 'l.effective_on', 3, 'v.name')}, 'kind', l.kind, 'share', l.share,
        'effectiveOn', l.effective_on, 'decree', l.decree, 'eventId', l.event_id)
      ORDER BY l.effective_on, l.${other} COLLATE "C", l.event_id), '[]')
     FROM read_model.unit_register_lineage l
     WHERE l.${own} = u.unit_id AND l.predecessor_id <> '' AND l.effective_on <= $2 AND ${stands('l', 3)})`;

/** One statement, one snapshot. */
const UNIT: Question = {
  projection: 'unit_register',
  version: unitRegisterVersion,
  text: `
  SELECT u.unit_id AS "unitId", $2::text AS "validOn",
    CASE WHEN u.registered_on > $2 THEN 'not-yet' WHEN d.dissolved_on <= $2 THEN 'dissolved' ELSE 'active' END AS status,
    u.official_code AS "officialCode", u.registered_on AS "registeredOn",
    CASE WHEN d.dissolved_on <= $2 THEN d.dissolved_on END AS "dissolvedOn",
    CASE WHEN d.dissolved_on <= $2 THEN d.decree END AS dissolution,
    ${versionOn('name', 'u.unit_id', '$2', 3, 'v.name')} AS name,
    ${form('type')} AS type, ${form('level')} AS level, ${form('parent_id')} AS "parentId",
    (SELECT coalesce(json_agg(json_build_object('name', n.name, 'since', n.since, 'decree', n.decree) ORDER BY n.since), '[]')
     FROM (SELECT DISTINCT ON (v.since) v.name, v.since, v.decree FROM read_model.unit_register_name v
       WHERE v.unit_id = u.unit_id AND v.since <= $2 AND ${stands('v', 3)} ORDER BY v.since, v.position DESC) n) AS names,
    (SELECT coalesce(json_agg(json_build_object('blockId', b.block_id, 'blockName', b.name, 'from', b.since, 'until', b.until)
        ORDER BY b.since, b.block_id COLLATE "C"), '[]')
     FROM (SELECT m.block_id, m.since, k.name, ${memberUntil(3)} AS until
       FROM read_model.unit_register_membership m JOIN read_model.unit_register_block k USING (block_id)
       WHERE m.unit_id = u.unit_id AND ${memberStands('m', 3)} AND ${known('k', 3)}) b
     WHERE b.since <= $2 AND coalesce(b.until >= $2, true) AND coalesce(d.dissolved_on > $2, true)) AS blocks,
    (SELECT coalesce(json_agg(json_build_object('office', t.office, 'personId', t.person_id, 'personName', t.person_name,
        'from', t.since, 'until', ${tenureUntil(3)}) ORDER BY t.office DESC, t.since, t.person_id COLLATE "C"), '[]')
     FROM read_model.unit_register_tenure t WHERE t.unit_id = u.unit_id AND t.since <= $2 AND ${tenureStands('t', 3)}) AS tenures,
    ${related('unit_id', 'predecessor_id')} AS predecessors,
    ${related('predecessor_id', 'unit_id')} AS successors,
    (SELECT coalesce(json_agg(json_build_object('subject', c.subject, 'office', c.office, 'personId', c.person_id,
        'blockId', c.block_id, 'change', c.change, 'from', c.since, 'corrected', c.corrected, 'reason', c.reason,
        'documentNumber', c.document_number, 'actor', c.actor, 'onBehalfOf', c.on_behalf_of, 'recordedAt', c.recorded_at,
        'eventId', c.event_id) ORDER BY c.position), '[]')
     FROM read_model.unit_register_correction c WHERE c.unit_id = u.unit_id AND ${known('c', 3)}) AS corrections,
    ${AS_OF} AS "asOf"
  FROM read_model.unit_register_unit u
  LEFT JOIN read_model.unit_register_ending d ON d.unit_id = u.unit_id AND ${stands('d', 3)}
  WHERE u.unit_id = $1 AND ${known('u', 3)}`,
};
