import type { Moment, Position } from '@app/event-store';
import { ask, momentValues, onRecord, printedMoment, type Question, ReadYourWrites } from '@app/read-store';
import type { RulesetRef } from '@app/ruleset';
import type { Flag } from '@app/scoring';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { accountabilityVersion } from '../projections/accountability.tables';
import { BlockNotKnown, UnitNotKnown } from '../accountability.errors';

/** The event that raised or ended a flag. */
export interface FlagTurn {
  readonly position: string;
  readonly eventId: string;
  readonly at: string;
}

/** A flag with the names and the rules of its time, and how long it stood. */
export interface ConsequenceFlag extends Flag {
  readonly blockName: string;
  readonly unitName: string;
  readonly ruleset: RulesetRef;
  readonly since: FlagTurn;
  /** Null while it stands; otherwise what ended it or replaced it. */
  readonly superseded: FlagTurn | null;
}

export interface Flags {
  readonly flags: readonly ConsequenceFlag[];
  /** Position of the log up to which this is true, or the moment asked about, as text. */
  readonly asOf: string | null;
}

/** What a flag is found by; it never changes. */
export type FlagKey = readonly [year: number, blockId: string, kind: string, unitId: string, sincePosition: string];

/**
 * What is proposed for whom, and on what grounds? Whatever is not named is not restricted; `superseded` also answers what was proposed
 * once and no longer stands. With `asOf` everything is as it was known then. `limit`: at most so many, those behind the flag `behind` first.
 * Throws UnitNotKnown, BlockNotKnown; with `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class GetFlags extends Query<Flags> {
  constructor(
    readonly input: {
      readonly year?: number | undefined;
      readonly blockId?: string | undefined;
      readonly unitId?: string | undefined;
      readonly superseded?: boolean | undefined;
      /** Which flags stood then, instead of now. */
      readonly asOf?: Moment | undefined;
      /** Up to where the log must have been read for it; default: as far as it was. */
      readonly readTo?: Position | undefined;
      readonly limit?: number | undefined;
      readonly behind?: FlagKey | undefined;
      readonly after?: Position | undefined;
    } = {},
  ) {
    super();
  }
}

@QueryHandler(GetFlags)
export class GetFlagsHandler implements IQueryHandler<GetFlags> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async execute({ input }: GetFlags): Promise<Flags> {
    const { year = null, blockId = null, unitId = null, superseded = false, limit = null, behind = NOWHERE } = input;
    await this.readYourWrites.waitUntilRead('accountability', input.readTo);
    await this.readYourWrites.waitFor('accountability', input.after);
    const wanted = [year, blockId, unitId, superseded, ...momentValues(input.asOf), limit, ...behind];
    const [answer] = await ask<Answer>(this.dataSource, FLAGS, wanted);
    const flags = answer ? aboutKnown(answer, unitId ?? '', blockId ?? '') : { flags: [], asOf: null };
    return input.asOf === undefined ? flags : { ...flags, asOf: printedMoment(input.asOf) };
  }
}

type Answer = Flags & { readonly unitKnown: boolean; readonly blockKnown: boolean };

function aboutKnown({ unitKnown, blockKnown, flags, asOf }: Answer, unitId: string, blockId: string): Flags {
  if (!unitKnown) throw new UnitNotKnown(unitId);
  if (!blockKnown) throw new BlockNotKnown(blockId);
  return { flags, asOf };
}

/** Before the first flag. */
const NOWHERE = [null, null, null, null, null] as const;

/** No filter, or one that names what there is. */
const known = (kind: 'unit' | 'block', parameter: string) =>
  `(${parameter}::text IS NULL OR EXISTS (SELECT FROM read_model.accountability_known WHERE subject = '${kind}/' || ${parameter}))`;

/** The flag no longer stood. */
const ENDED = `(f.superseded_position IS NOT NULL AND ${onRecord('f.superseded_position', 'f.superseded_at', 5)})`;

const FLAGS: Question = {
  projection: 'accountability',
  version: accountabilityVersion,
  text: `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'kind', f.kind, 'year', f.year, 'blockId', f.block_id, 'blockName', f.block_name, 'unitId', f.unit_id, 'unitName', f.unit_name,
      'pending', f.pending, 'derivation', f.derivation, 'caveats', f.caveats, 'openCases', f.open_cases,
      'otherReading', f.other_reading, 'eventIds', f.event_ids, 'tenures', f.tenures, 'ruleset', f.ruleset,
      'since', jsonb_build_object('position', f.since_position::text, 'eventId', f.since_event, 'at', f.since_at),
      'superseded', CASE WHEN ${ENDED} THEN jsonb_build_object('position', f.superseded_position::text,
        'eventId', f.superseded_event, 'at', f.superseded_at) END)
    ORDER BY f.year DESC, f.block_id, f.kind, f.unit_id, f.since_position) FILTER (WHERE f.unit_id IS NOT NULL), '[]') AS flags,
    max(c.position)::text AS "asOf", ${known('unit', '$3')} AS "unitKnown", ${known('block', '$2')} AS "blockKnown"
  FROM read_model.current_checkpoint c
  LEFT JOIN (SELECT * FROM read_model.accountability_flag f
    WHERE ($1::integer IS NULL OR f.year = $1) AND ($2::text IS NULL OR f.block_id = $2) AND ($3::text IS NULL OR f.unit_id = $3)
      AND ${onRecord('f.since_position', 'f.since_at', 5)} AND ($4::boolean OR NOT ${ENDED})
      AND ($8::integer IS NULL OR f.year < $8
        OR (f.year = $8 AND (f.block_id, f.kind, f.unit_id, f.since_position) > ($9::text, $10::text, $11::text, $12::bigint)))
    ORDER BY f.year DESC, f.block_id, f.kind, f.unit_id, f.since_position LIMIT $7::integer) f ON true
  WHERE c.projection = 'accountability'`,
};
