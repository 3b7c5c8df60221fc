import type { Position } from '@app/event-store';
import { ask, type Question, ReadYourWrites } from '@app/read-store';
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
  /** Position of the log up to which this is true, as text. */
  readonly asOf: string | null;
}

/** What a flag is found by; it never changes. */
export type FlagKey = readonly [year: number, blockId: string, kind: string, unitId: string, sincePosition: string];

/**
 * What is proposed for whom, and on what grounds? Whatever is not named is not restricted; `superseded` also answers what was proposed
 * once and no longer stands. `limit`: at most so many, those behind the flag `behind` first. Throws UnitNotKnown, BlockNotKnown; with `after`: ReadModelBehind, ReadModelQuarantined.
 */
export class GetFlags extends Query<Flags> {
  constructor(
    readonly input: {
      readonly year?: number | undefined;
      readonly blockId?: string | undefined;
      readonly unitId?: string | undefined;
      readonly superseded?: boolean | undefined;
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
    await this.readYourWrites.waitFor('accountability', input.after);
    const wanted = [year, blockId, unitId, superseded, limit, ...behind];
    const [answer] = await ask<Answer>(this.dataSource, FLAGS, wanted);
    return answer ? aboutKnown(answer, unitId ?? '', blockId ?? '') : { flags: [], asOf: null };
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

const FLAGS: Question = {
  projection: 'accountability',
  version: accountabilityVersion,
  text: `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'kind', f.kind, 'year', f.year, 'blockId', f.block_id, 'blockName', f.block_name, 'unitId', f.unit_id, 'unitName', f.unit_name,
      'pending', f.pending, 'derivation', f.derivation, 'caveats', f.caveats, 'otherReading', f.other_reading,
      'eventIds', f.event_ids, 'tenures', f.tenures, 'ruleset', f.ruleset,
      'since', jsonb_build_object('position', f.since_position::text, 'eventId', f.since_event, 'at', f.since_at),
      'superseded', CASE WHEN f.superseded_position IS NOT NULL THEN jsonb_build_object('position', f.superseded_position::text,
        'eventId', f.superseded_event, 'at', f.superseded_at) END)
    ORDER BY f.year DESC, f.block_id, f.kind, f.unit_id, f.since_position) FILTER (WHERE f.unit_id IS NOT NULL), '[]') AS flags,
    max(c.position)::text AS "asOf", ${known('unit', '$3')} AS "unitKnown", ${known('block', '$2')} AS "blockKnown"
  FROM read_model.current_checkpoint c
  LEFT JOIN (SELECT * FROM read_model.accountability_flag
    WHERE ($1::integer IS NULL OR year = $1) AND ($2::text IS NULL OR block_id = $2) AND ($3::text IS NULL OR unit_id = $3)
      AND ($4::boolean OR superseded_position IS NULL)
      AND ($6::integer IS NULL OR year < $6
        OR (year = $6 AND (block_id, kind, unit_id, since_position) > ($7::text, $8::text, $9::text, $10::bigint)))
    ORDER BY year DESC, block_id, kind, unit_id, since_position LIMIT $5::integer) f ON true
  WHERE c.projection = 'accountability'`,
};
