import { type ExactText, Rational } from '@app/kernel';

/** What a year's result says for comparison: the index %, the rank and the number of ranked units; null where the source does not say. */
export interface ComparableResult {
  readonly index: ExactText | null;
  readonly rank: number | null;
  readonly n: number | null;
}

/** How score and rank changed, each by itself: one is never inferred from the other. */
export interface YearChange {
  /** Later minus earlier, in percentage points; null where either is unknown. */
  readonly index: Rational | null;
  /** Places won (positive) or lost (negative); null where either rank is unknown. */
  readonly places: number | null;
  /** The ranks are out of different, or unknown, numbers of units. */
  readonly otherSize: boolean;
}

/** The change from one year to another. */
export function changeBetween(earlier: ComparableResult, later: ComparableResult): YearChange {
  const known = earlier.index !== null && later.index !== null;
  return {
    index: known ? Rational.of(later.index).minus(Rational.of(earlier.index)) : null,
    places: earlier.rank === null || later.rank === null ? null : earlier.rank - later.rank,
    otherSize: earlier.n === null || earlier.n !== later.n,
  };
}
