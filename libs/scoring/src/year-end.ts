import type { LocalDate } from '@app/kernel';

/**
 * Whether a unit lives to see the end of a year: only then is it ranked in it, and can anything be proposed of it. `endedOn`: the first day
 * without the unit; null: it goes on. An assumption (ADR 22): no published text says what becomes of units that end in mid-year.
 */
export function isThereAtYearEnd(endedOn: LocalDate | null, year: number): boolean {
  return endedOn === null || endedOn > `${year}-12-31`;
}
