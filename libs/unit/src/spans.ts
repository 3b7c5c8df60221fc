import type { LocalDate } from '@app/kernel';

/** From a first day to a last one; null: it lasts. */
export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/**
 * Why a span cannot stand beside others: a day of it, and the bound that the day collides with, its own first day where it would end
 * before it began. Undefined: it can.
 */
export function collisionOf(
  span: Span,
  others: readonly Span[],
): readonly [day: LocalDate, bound: LocalDate] | undefined {
  const { from, until } = span;
  if (until !== null && until < from) return [until, from];
  const other = others.find((each) => from <= (each.until ?? from) && each.from <= (until ?? each.from));
  if (other === undefined) return undefined;
  return from < other.from ? [until ?? other.from, other.from] : [from, other.until ?? other.from];
}

/** The days of a span that lie in a year; null: none. */
export function partInYear({ from, until }: Span, year: number): { from: LocalDate; until: LocalDate } | null {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (from > last || (until !== null && until < first)) return null;
  return { from: from > first ? from : first, until: until !== null && until < last ? until : last };
}

/** Sorts spans by their first days. */
export function byFirstDay(a: Span, b: Span): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
