import type { ExactText, Rational } from '@app/kernel';
import type { Grade } from '@app/ruleset';

/** The score of one component, with the reason in words and the ids of the events behind it. */
export interface ComponentScore {
  readonly code: string;
  readonly part: 'appraised' | 'survey' | 'bonus' | 'penalty';
  /** `scored`; `not-applicable` (approved); `missing`: not appraised yet, too few answers, or a person must decide. */
  readonly state: 'scored' | 'not-applicable' | 'missing';
  /** Null unless scored. */
  readonly points: Rational | null;
  /** The applicable maximum: 0 where the component does not apply and its maximum is re-based. */
  readonly max: Rational;
  readonly selfPoints: Rational | null;
  /** Vietnamese, one sentence: why these points, or what is missing. Made when asked for: most who score need the figures alone. */
  readonly reasonOf: () => string;
  readonly eventIds: readonly string[];
}

/** What a way of scoring finds out of a component; the rest of its score follows from the component. */
export type ComponentFinding = Pick<ComponentScore, 'state' | 'points' | 'reasonOf' | 'eventIds'>;

/** Unrounded sums of one field or criterion over all its components, bonus and penalty (before caps) included. */
export interface Subtotal {
  readonly code: string;
  readonly name: string;
  readonly points: Rational;
  readonly max: Rational;
}

/** The scored year of one unit. Sums are unrounded; only `…Displayed` is rounded, once. */
export interface ScoreSheet {
  readonly unitId: string;
  readonly year: number;
  readonly components: readonly ComponentScore[];
  readonly criteria: readonly Subtotal[];
  readonly fields: readonly Subtotal[];
  readonly appraised: Rational;
  readonly survey: Rational;
  readonly bonus: Rational;
  /** Points taken off, not negative. */
  readonly penalty: Rational;
  /** appraised + survey + bonus − penalty; of the components scored so far while any is missing. */
  readonly total: Rational;
  readonly maximum: Rational;
  /** total ÷ maximum × 100; null while a component is missing (what is not known is not 0) or the maximum is 0. */
  readonly index: Rational | null;
  readonly totalDisplayed: string;
  readonly indexDisplayed: string | null;
  readonly className: string | null;
  readonly grade: Grade | null;
  /** Codes of components still missing: while there are any, the sheet is provisional. */
  readonly missing: readonly string[];
  /** The self-scores' sum, for comparison only: it never enters the total. */
  readonly selfTotal: Rational;
}

/** What ranking needs of one unit. */
export interface Standing {
  readonly unitId: string;
  /** The value that decides, exact or displayed as the ruleset says. */
  readonly value: Rational;
  readonly tieBreakers: readonly Rational[];
}

export interface Ranked {
  readonly unitId: string;
  readonly rank: number;
  readonly tied: boolean;
}

export type { ExactText };
