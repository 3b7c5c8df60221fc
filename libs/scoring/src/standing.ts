import type { Rational } from '@app/kernel';
import { classOf, type Grade, type Ruleset } from '@app/ruleset';
import type { ScoreSheet, Standing } from './score-sheet';

type Deciding = Pick<Ruleset, 'decidedBy' | 'displayPlaces'>;

/** The index that decides class and rank: exact, or rounded as displayed, so that the public can recompute them. */
export function decidingValue(index: Rational, { decidedBy, displayPlaces }: Deciding): Rational {
  return decidedBy === 'displayed' ? index.rounded(displayPlaces) : index;
}

/** The class by the ruleset's scale; null without an index. */
export function classify(
  index: Rational | null,
  ruleset: Deciding & Pick<Ruleset, 'classScale'>,
): { readonly className: string | null; readonly grade: Grade | null } {
  if (index === null) return { className: null, grade: null };
  const { name, grade } = classOf(ruleset.classScale, decidingValue(index, ruleset));
  return { className: name, grade };
}

/** What ranking needs of a sheet; null while it has no index: an unfinished sheet has no rank. */
export function standingOf(
  sheet: Pick<ScoreSheet, 'unitId' | 'index' | 'survey' | 'appraised'>,
  ruleset: Deciding & Pick<Ruleset, 'ranking'>,
): Standing | null {
  const { unitId, index } = sheet;
  if (index === null) return null;
  const tieBreakers = { 'exact-index': index, 'survey-points': sheet.survey, 'appraised-points': sheet.appraised };
  return {
    unitId,
    value: decidingValue(index, ruleset),
    tieBreakers: ruleset.ranking.tieBreak.map((breaker) => tieBreakers[breaker]),
  };
}
