import type { LocalDate } from '@app/kernel';
import { ask, momentValues, type Question, ReadYourWrites } from '@app/read-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { unitRegisterVersion } from '../projections/unit-register.tables';
import { BlockNotInRegister } from '../unit-register.errors';
import {
  AS_OF,
  type Asked,
  behindUnit,
  known,
  memberStands,
  memberUntil,
  stands,
  trueAsOf,
  untilShown,
  versionOn,
} from './on-a-day';

/** A unit that belongs to the block on the day, with its name of that day; `until`: the last day, null while it lasts. */
export interface BlockMember {
  readonly unitId: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface BlockMembers {
  readonly blockId: string;
  readonly blockName: string;
  readonly validOn: LocalDate;
  /** How many there are, of which `members` are a page. */
  readonly total: number;
  readonly members: readonly BlockMember[];
  readonly asOf: string | null;
}

/**
 * Who belonged to the block on a day? In the order of the Vietnamese alphabet, then by id; without units that have ended. With
 * `asOf` by what was known then. Throws BlockNotInRegister; with `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class ListBlockMembers extends Query<BlockMembers> {
  constructor(
    readonly input: {
      readonly blockId: string;
      readonly on: LocalDate;
      readonly limit: number;
      /** The unit that the page before ended with. */
      readonly behind?: string | undefined;
    } & Asked,
  ) {
    super();
  }
}

@QueryHandler(ListBlockMembers)
export class ListBlockMembersHandler implements IQueryHandler<ListBlockMembers> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: ListBlockMembers): Promise<BlockMembers> {
    const { blockId, on, limit, behind, asOf } = input;
    await untilShown(this.readYourWrites, input);
    const [found] = await ask<BlockMembers>(this.dataSource, MEMBERS, [
      ...[blockId, on, limit, behind ?? null, ...momentValues(asOf)],
    ]);
    return trueAsOf(found ?? notFound(blockId), asOf);
  }
}

function notFound(blockId: string): never {
  throw new BlockNotInRegister(blockId);
}

/** One statement, one snapshot. */
const MEMBERS: Question = {
  projection: 'unit_register',
  version: unitRegisterVersion,
  text: `
  WITH joined AS (
    SELECT m.unit_id, m.since, ${memberUntil(5)} AS until FROM read_model.unit_register_membership m
    WHERE m.block_id = $1 AND m.since <= $2 AND ${memberStands('m', 5)}),
  there AS (
    SELECT j.unit_id, j.since, j.until, coalesce(n.name, j.unit_id) AS name, coalesce(n.sort_key, '') AS sort_key FROM joined j
    LEFT JOIN read_model.unit_register_ending d ON d.unit_id = j.unit_id AND ${stands('d', 5)}
    LEFT JOIN LATERAL ${versionOn('name', 'j.unit_id', '$2', 5, 'v.name, v.sort_key')} n ON true
    WHERE coalesce(j.until >= $2, true) AND coalesce(d.dissolved_on > $2, true))
  SELECT b.block_id AS "blockId", b.name AS "blockName", $2::text AS "validOn", (SELECT count(*)::integer FROM there) AS total,
    (SELECT coalesce(json_agg(json_build_object('unitId', t.unit_id, 'name', t.name, 'from', t.since, 'until', t.until)
        ORDER BY t.sort_key COLLATE "C", t.unit_id COLLATE "C"), '[]')
     FROM (SELECT * FROM there WHERE ${behindUnit('$4', '$2', 5)}
       ORDER BY sort_key COLLATE "C", unit_id COLLATE "C" LIMIT $3) t) AS members,
    ${AS_OF} AS "asOf"
  FROM read_model.unit_register_block b WHERE b.block_id = $1 AND ${known('b', 5)}`,
};
