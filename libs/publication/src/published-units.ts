import type { LocalDate } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { type Ranked, rankBlock, type ScoreSheet, standingOf } from '@app/scoring';
import type { UnitYearSnapshot } from './block-year';
import type { ScoredUnit } from './obstacles';
import type { PublishedUnit } from './publication.events';

/** A finished sheet: nothing missing, so index, class and grade are there. */
interface FinishedUnit extends ScoredUnit {
  readonly sheet: ScoreSheet & Finished;
}
type Finished = { readonly [Key in 'index' | 'indexDisplayed' | 'className' | 'grade']: NonNullable<ScoreSheet[Key]> };

/** The ranked units as published, best first: exact values as text, displayed values as printed. Unfinished units are left out. */
export function publishedUnits(scored: readonly ScoredUnit[], ruleset: Ruleset, on: LocalDate): PublishedUnit[] {
  const finished = new Map(scored.filter(isFinished).map((each) => [each.unit.unitId, each]));
  const standings = [...finished.values()].flatMap(({ sheet }) => standingOf(sheet, ruleset) ?? []);
  return rankBlock(standings, ruleset.ranking).flatMap((ranked) => {
    const each = finished.get(ranked.unitId);
    return each === undefined ? [] : [publishedUnit(each, ranked, on)];
  });
}

/** The name in force on a day; the first one for an earlier day; the id for a unit without a name. */
export function nameOn({ unitId, names }: Pick<UnitYearSnapshot, 'unitId' | 'names'>, on: LocalDate): string {
  return (names.findLast(({ from }) => from <= on) ?? names[0])?.name ?? unitId;
}

function isFinished(scored: ScoredUnit): scored is FinishedUnit {
  return scored.sheet !== null && scored.sheet.index !== null;
}

function publishedUnit({ unit, sheet }: FinishedUnit, { rank, tied }: Ranked, on: LocalDate): PublishedUnit {
  return {
    unitId: unit.unitId,
    unitName: nameOn(unit, on),
    points: sheet.components.map(({ points }) => points?.toString() ?? null),
    appraised: sheet.appraised.toString(),
    survey: sheet.survey.toString(),
    bonus: sheet.bonus.toString(),
    penalty: sheet.penalty.toString(),
    total: sheet.total.toString(),
    maximum: sheet.maximum.toString(),
    index: sheet.index.toString(),
    totalDisplayed: sheet.totalDisplayed,
    indexDisplayed: sheet.indexDisplayed,
    className: sheet.className,
    grade: sheet.grade,
    rank,
    tied,
    used: unit.used,
  };
}
