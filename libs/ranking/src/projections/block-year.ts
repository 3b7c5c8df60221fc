import { type ExactText, Rational } from '@app/kernel';
import type { RankingRule, RulesetRef } from '@app/ruleset';
import { type Phase, rankBlock } from '@app/scoring';

/** A value as computed and as printed. */
export interface Amount {
  readonly exact: ExactText;
  readonly displayed: string;
}

/**
 * Ranked, or why there is no rank: a state of its own, never a zero. `incomplete`: appraised, but points are missing (of the survey). `ended`:
 * the unit ended within the year, its file is kept. `not-resubmitted`: in results that were announced or published, of a file that was sent
 * back; until then it is in the hands of the unit, and not submitted.
 */
export type ResultState =
  | 'ranked'
  | 'not-submitted'
  | 'not-resubmitted'
  | 'in-appraisal'
  | 'incomplete'
  | 'not-assessed'
  | 'not-published'
  | 'ended';

/** One unit's place in a block's year, before it is compared with the year before. */
export interface Placed {
  readonly unit_id: string;
  /** As published; null: the unit's present name. */
  readonly unit_name: string | null;
  readonly state: ResultState;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly total: Amount | null;
  /** Points are missing in the total. */
  readonly partial: boolean;
  readonly index: Amount | null;
  readonly class_name: string | null;
  readonly grade: string | null;
  readonly note: string | null;
}

/** A unit-year as far as ranking is concerned. */
export type StandingRow = {
  readonly unit_id: string;
  readonly year: number;
  readonly block_id: string;
  readonly phase: Phase;
  readonly ruleset: RulesetRef;
  readonly total: Amount;
  readonly partial: boolean;
  readonly index: Amount | null;
  readonly class_name: string | null;
  readonly grade: string | null;
  readonly value: ExactText | null;
  readonly tie_breakers: readonly ExactText[];
};

/** Who belongs to a block at the end of a year, and who ended by then: these have files, and no place (ADR 22). */
export interface Belonging {
  readonly members: readonly string[];
  readonly ended: ReadonlySet<string>;
}

/** Where the units of an open block-year stand now: those with an index ranked, every other member with the reason why not. */
export function openResults(
  standings: readonly StandingRow[],
  { members, ended }: Belonging,
  rule: Pick<RankingRule, 'scheme'>,
): Placed[] {
  const comparable = standings.flatMap(({ unit_id: unitId, value, tie_breakers: tieBreakers }) =>
    value === null || ended.has(unitId)
      ? []
      : { unitId, value: Rational.of(value), tieBreakers: tieBreakers.map((text) => Rational.of(text)) },
  );
  const ranks = new Map(rankBlock(comparable, rule).map((ranked) => [ranked.unitId, ranked]));
  const placed = standings.map((standing): Placed => {
    const { unit_id, phase, total, partial, index, class_name, grade } = standing;
    const ranked = ranks.get(unit_id);
    const [rank, tied] = [ranked?.rank ?? null, ranked?.tied ?? false];
    const unranked = ended.has(unit_id) ? 'ended' : UNRANKED[phase];
    const state = ranked ? 'ranked' : unranked;
    return { unit_id, unit_name: null, state, rank, tied, total, partial, index, class_name, grade, note: null };
  });
  const known = new Set(standings.map(({ unit_id }) => unit_id));
  return [...placed, ...members.filter((id) => !known.has(id)).map(notAssessed)];
}

const UNRANKED = {
  none: 'not-submitted',
  declaring: 'not-submitted',
  'awaiting-approval': 'not-submitted',
  submitted: 'in-appraisal',
  appraised: 'incomplete',
} as const;

function notAssessed(unit_id: string): Placed {
  const nothing = { total: null, partial: false, index: null, class_name: null, grade: null, note: null };
  return { unit_id, unit_name: null, state: 'not-assessed', rank: null, tied: false, ...nothing };
}

/** Membership, from–until (the last day; null while it lasts). */
export interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** Whether a unit belongs to the block at the end of the year. */
export function belongsAtYearEnd(spans: readonly Span[], year: number): boolean {
  const lastDay = `${year}-12-31`;
  return spans.some(({ from, until }) => from <= lastDay && (until === null || until >= lastDay));
}
