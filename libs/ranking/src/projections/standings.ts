import type { SettleContext } from '@app/read-store';
import type { RulesetCatalog } from '@app/ruleset';
import { scoreUnitYear, standingOf, type UnitYearFacts } from '@app/scoring';
import type { StandingRow } from './block-year';
import type { RankingTable } from './ranking.tables';

/** The year and the unit or block of a touched group. */
export type YearKey = {
  readonly year: number;
  readonly id: string;
};

/** Scores the touched unit-years again, and answers their block-years. A unit-year without an opened file has no standing. */
export async function settleStandings(
  unitYears: readonly YearKey[],
  { rows, table }: SettleContext<RankingTable>,
  rulesets: Pick<RulesetCatalog, 'get'>,
): Promise<YearKey[]> {
  const keys = unitYears.map(({ id, year }) => ({ unit_id: id, year }));
  return (await rows('facts', keys)).flatMap(({ row }) => {
    const standing = standingRow(row.facts as UnitYearFacts, rulesets);
    if (standing === null) return [];
    const { unit_id, year, ...columns } = standing;
    table('standing').set({ unit_id, year }, columns);
    return [{ year, id: standing.block_id }];
  });
}

/** What ranking needs of a unit-year's facts; null while its file is not open. Throws for what cannot be scored. */
export function standingRow(facts: UnitYearFacts, rulesets: Pick<RulesetCatalog, 'get'>): StandingRow | null {
  const { unitId, year, phase, blockId } = facts;
  if (facts.ruleset === null || blockId === null) return null;
  const ruleset = rulesets.get(facts.ruleset);
  const sheet = scoreUnitYear(facts, ruleset);
  // A file that the unit may still change has no place, even when nothing is missing in it.
  const handedIn = phase === 'submitted' || phase === 'appraised';
  const standing = handedIn ? standingOf(sheet, ruleset) : null;
  return {
    unit_id: unitId,
    year,
    block_id: blockId,
    phase,
    ruleset: facts.ruleset,
    total: { exact: sheet.total.toString(), displayed: sheet.totalDisplayed },
    partial: sheet.missing.length > 0,
    index:
      sheet.index === null
        ? null
        : { exact: sheet.index.toString(), displayed: sheet.indexDisplayed ?? sheet.index.toString() },
    class_name: sheet.className,
    grade: sheet.grade,
    value: standing?.value.toString() ?? null,
    tie_breakers: standing?.tieBreakers.map(String) ?? [],
  };
}
