import type { Row, SettleContext } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import type { AccountabilityTable } from './accountability.tables';
import type { Subject } from './consequence-input';
import type { Fact } from './fact';
import { type FlagVersion, flagHistory } from './flag-history';
import { KnownFacts } from './known-facts';

type Context = SettleContext<AccountabilityTable>;

/** Tells the flag history of every unit concerned anew, from the facts; rows that are no longer part of it go. */
export async function settleFlags(
  groups: readonly string[],
  context: Context,
  rulesets: Pick<RulesetCatalog, 'get'>,
): Promise<void> {
  const units = await unitsConcerned(groups, context);
  if (units.length === 0) return;
  const facts = new KnownFacts(await factsAbout(units, context));
  const told = new Set<string>();
  for (const subject of units.flatMap((unitId) => subjectsOf(unitId, facts))) {
    for (const version of flagHistory(subject, facts, rulesets)) {
      const key = keyOf(version);
      told.add(nameOf(key));
      context.table('flag').set(key, columnsOf(version));
    }
  }
  for (const key of await keysStored(units, context)) {
    if (!told.has(nameOf(key))) context.table('flag').delete(key);
  }
}

/** The units touched, those of a block that was skipped, and those whose last year is by ruling one of these. */
async function unitsConcerned(groups: readonly string[], { query, tableOf }: Context): Promise<string[]> {
  const named = (kind: string) =>
    groups.filter((group) => group.startsWith(`${kind}/`)).map((group) => group.slice(kind.length + 1));
  const rows = await query<{ unit_id: string }>(
    `WITH touched AS (
       SELECT unnest($1::text[]) AS unit_id
       UNION SELECT unit_id FROM ${tableOf('fact')} WHERE kind = 'result' AND block_id = ANY ($2::text[]))
     SELECT unit_id FROM touched
     UNION SELECT f.unit_id FROM ${tableOf('fact')} f JOIN touched t ON f.predecessor_id = t.unit_id ORDER BY unit_id`,
    [named('unit'), named('block')],
  );
  return rows.map(({ unit_id }) => unit_id);
}

type FactRow = {
  readonly event_id: string;
  readonly kind: string;
  readonly position: string;
  readonly recorded_at: string;
  readonly unit_id: string;
  readonly year: number;
  readonly block_id: string;
  readonly data: unknown;
};

/** What was ever said about the units, their predecessors by ruling, and the blocks and years they have results in. */
async function factsAbout(units: readonly string[], { query, tableOf }: Context): Promise<Fact[]> {
  const rows = await query<FactRow>(
    `WITH people AS (
       SELECT unnest($1::text[]) AS unit_id
       UNION SELECT predecessor_id FROM ${tableOf('fact')} WHERE unit_id = ANY ($1::text[]) AND predecessor_id IS NOT NULL),
     block_years AS (
       SELECT DISTINCT block_id, year FROM ${tableOf('fact')} WHERE kind = 'result' AND unit_id IN (SELECT unit_id FROM people))
     SELECT event_id, kind, position::text, recorded_at, unit_id, year, block_id, data FROM ${tableOf('fact')} f
     WHERE unit_id IN (SELECT unit_id FROM people)
        OR (block_id, year) IN (SELECT block_id, year FROM block_years UNION SELECT block_id, year - 1 FROM block_years)`,
    [units],
  );
  return rows.map(factOf);
}

function factOf({ event_id, kind, position, recorded_at, unit_id, year, block_id, data }: FactRow): Fact {
  const about = { unitId: unit_id, year, blockId: block_id };
  return { kind, eventId: event_id, position: BigInt(position), recordedAt: recorded_at, ...about, data } as Fact;
}

/** The block-years that a unit has results in. */
function subjectsOf(unitId: string, facts: KnownFacts): Subject[] {
  const subjects = facts.ofUnit(unitId, 'result').map(({ year, blockId }): Subject => ({ unitId, year, blockId }));
  return [...new Map(subjects.map((subject) => [`${subject.year}/${subject.blockId}`, subject])).values()];
}

async function keysStored(units: readonly string[], { query, tableOf }: Context): Promise<Row[]> {
  return query(
    `SELECT unit_id, year, block_id, kind, since_position::text FROM ${tableOf('flag')} WHERE unit_id = ANY ($1::text[])`,
    [units],
  );
}

function keyOf({ flag: { unitId, year, blockId, kind }, since }: FlagVersion): Row {
  return { unit_id: unitId, year, block_id: blockId, kind, since_position: since.position.toString() };
}

function nameOf({ unit_id, year, block_id, kind, since_position }: Row): string {
  return JSON.stringify([unit_id, year, block_id, kind, since_position]);
}

function columnsOf({ flag, unitName, blockName, ruleset, since, superseded }: FlagVersion): Row {
  return {
    since_event: since.eventId,
    since_at: since.at,
    superseded_position: superseded?.position.toString() ?? null,
    superseded_event: superseded?.eventId ?? null,
    superseded_at: superseded?.at ?? null,
    unit_name: unitName,
    block_name: blockName,
    ruleset,
    pending: flag.pending,
    derivation: flag.derivation,
    caveats: flag.caveats,
    open_cases: flag.openCases,
    other_reading: flag.otherReading,
    event_ids: flag.eventIds,
    tenures: flag.tenures,
  };
}
