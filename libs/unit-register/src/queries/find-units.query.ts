import { type LocalDate, withoutDiacritics } from '@app/kernel';
import { ask, momentValues, type Question, ReadYourWrites } from '@app/read-store';
import type { UnitLevel, UnitType } from '@app/unit';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { unitRegisterVersion } from '../projections/unit-register.tables';
import { AS_OF, type Asked, behindUnit, known, stands, trueAsOf, untilShown, versionOn } from './on-a-day';

/** A unit of the day, with its name and type of that day. */
export interface FoundUnit {
  readonly unitId: string;
  readonly name: string;
  readonly type: UnitType;
  readonly level: UnitLevel;
  readonly parentId: string | null;
  readonly officialCode: string | null;
}

export interface FoundUnits {
  readonly validOn: LocalDate;
  /** How many there are, of which `units` are a page. */
  readonly total: number;
  readonly units: readonly FoundUnit[];
  readonly asOf: string | null;
}

/**
 * Which units were there on a day? In the order of the Vietnamese alphabet, then by id; of equal names all. `q`: a part of the name, with
 * or without diacritics, or the official code. With `asOf` by what was known then. With `after`: throws ReadModelBehind, ReadModelQuarantined.
 */
export class FindUnits extends Query<FoundUnits> {
  constructor(
    readonly input: {
      readonly on: LocalDate;
      readonly limit: number;
      /** The unit that the page before ended with. */
      readonly behind?: string | undefined;
      readonly q?: string | undefined;
    } & Asked,
  ) {
    super();
  }
}

@QueryHandler(FindUnits)
export class FindUnitsHandler implements IQueryHandler<FindUnits> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: FindUnits): Promise<FoundUnits> {
    const { on, q, limit, behind, asOf } = input;
    await untilShown(this.readYourWrites, input);
    const [found] = await ask<FoundUnits>(this.dataSource, UNITS, [
      ...[on, withoutDiacritics(q ?? ''), limit, behind ?? null, ...momentValues(asOf)],
    ]);
    return trueAsOf(found as FoundUnits, asOf);
  }
}

/** One statement, one snapshot, one row. */
const UNITS: Question = {
  projection: 'unit_register',
  version: unitRegisterVersion,
  text: `
  WITH there AS (
    SELECT u.unit_id, u.official_code, n.name, n.sort_key, f.type, f.level, f.parent_id
    FROM read_model.unit_register_unit u
    LEFT JOIN read_model.unit_register_ending d ON d.unit_id = u.unit_id AND ${stands('d', 5)}
    JOIN LATERAL ${versionOn('name', 'u.unit_id', '$1', 5, 'v.name, v.searched, v.sort_key')} n ON true
    JOIN LATERAL ${versionOn('form', 'u.unit_id', '$1', 5, 'v.type, v.level, v.parent_id')} f ON true
    WHERE ${known('u', 5)} AND u.registered_on <= $1 AND coalesce(d.dissolved_on > $1, true)
      AND (position($2::text IN n.searched) > 0 OR lower(u.official_code) = $2))
  SELECT $1::text AS "validOn", (SELECT count(*)::integer FROM there) AS total,
    (SELECT coalesce(json_agg(json_build_object('unitId', t.unit_id, 'name', t.name, 'type', t.type, 'level', t.level,
        'parentId', t.parent_id, 'officialCode', t.official_code) ORDER BY t.sort_key COLLATE "C", t.unit_id COLLATE "C"), '[]')
     FROM (SELECT * FROM there WHERE ${behindUnit('$4', '$1', 5)}
       ORDER BY sort_key COLLATE "C", unit_id COLLATE "C" LIMIT $3) t) AS units,
    ${AS_OF} AS "asOf"`,
};
