import type { AcrossContext, SettleContext } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { type BlockYearInputs, loadBlockYears } from './block-year-inputs';
import { blockYearResults } from './block-year-results';
import { comparedWith } from './compared';
import type { RankingTable } from './ranking.tables';
import { settleStandings, type YearKey } from './standings';

type Context = AcrossContext<RankingTable>;

/** Scores every unit-year that the batch touched, once, and marks the blocks and block-years whose ranks may change with it. */
export async function settleUnitYears(
  groups: readonly string[],
  context: SettleContext<RankingTable>,
  rulesets: Pick<RulesetCatalog, 'get'>,
): Promise<void> {
  const unitYears = groups.filter((group) => group.startsWith('unit-year/'));
  for (const { year, id } of await settleStandings(yearKeys(unitYears, 'unit-year'), context, rulesets)) {
    context.touch(`block-year/${year}/${id}`);
  }
  for (const group of groups) if (!group.startsWith('unit-year/')) context.touch(group);
}

/** Ranks every block-year that was touched, once; and the year after it, which compares with it. */
export async function rankBlockYears(
  groups: readonly string[],
  context: Context,
  rulesets: Pick<RulesetCatalog, 'get'>,
): Promise<void> {
  const ofUnits = await yearsOfUnits(groups, context);
  const touched = [...yearKeys(groups, 'block-year'), ...(await openYearsOf(groups, context)), ...ofUnits];
  if (touched.length === 0) return;
  const inputs = await loadBlockYears(withFollowing(touched), context);
  for (const { year, id } of inputs.blockYears) settleBlockYear(year, id, inputs, context, rulesets);
}

function settleBlockYear(
  year: number,
  blockId: string,
  inputs: BlockYearInputs,
  { table }: Context,
  rulesets: Pick<RulesetCatalog, 'get'>,
): void {
  const { head, eventId, since, results } = blockYearResults(year, blockId, inputs, rulesets);
  table('block_year').set({ year, block_id: blockId }, { ...head, since, event_id: eventId });
  const lastYear = (unitId: string) => inputs.lastYearOf(unitId, year);
  const before = inputs.ranksFor(head.state, year - 1, blockId);
  for (const { unit_id, ...columns } of comparedWith(before, results, head.n, lastYear)) {
    table('result').set({ year, block_id: blockId, unit_id }, columns);
  }
  const present = new Set(results.map(({ unit_id }) => unit_id));
  for (const unit_id of inputs.unitsStored(year, blockId)) {
    if (!present.has(unit_id)) table('result').delete({ year, block_id: blockId, unit_id });
  }
  inputs.remember(year, blockId, head, results);
}

function yearKeys(groups: readonly string[], kind: string): YearKey[] {
  return groups
    .filter((group) => group.startsWith(`${kind}/`))
    .map((group) => group.slice(kind.length + 1))
    .map((rest) => ({ year: Number(rest.slice(0, 4)), id: rest.slice(5) }));
}

/** The years in which a change of a block's members could show. */
async function openYearsOf(groups: readonly string[], { query, tableOf }: Context): Promise<YearKey[]> {
  const blocks = groups.filter((group) => group.startsWith('block/')).map((group) => group.slice('block/'.length));
  if (blocks.length === 0) return [];
  return query<{ year: number; id: string }>(
    `SELECT year, block_id AS id FROM ${tableOf('period')} WHERE block_id = ANY ($1::text[])`,
    [blocks],
  );
}

/** The years that units have a place in, or may have one as members of a block, where their descent or their end changed. */
async function yearsOfUnits(groups: readonly string[], { query, tableOf }: Context): Promise<YearKey[]> {
  const units = groups.filter((group) => group.startsWith('unit/')).map((group) => group.slice('unit/'.length));
  if (units.length === 0) return [];
  return query<{ year: number; id: string }>(
    `SELECT year, block_id AS id FROM ${tableOf('result')} WHERE unit_id = ANY ($1::text[])
     UNION SELECT p.year, p.block_id FROM ${tableOf('period')} p JOIN ${tableOf('member')} m USING (block_id) WHERE m.unit_id = ANY ($1::text[])`,
    [units],
  );
}

/** Each once, the earlier year first, and with it the year that is compared with it. */
function withFollowing(touched: readonly YearKey[]): YearKey[] {
  const all = new Map<string, YearKey>();
  for (const { year, id } of touched) {
    for (const one of [year, year + 1]) all.set(`${one}/${id}`, { year: one, id });
  }
  return [...all.values()].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1));
}
