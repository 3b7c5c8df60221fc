import { type Instant, type LocalDate, vietnamDate } from '@app/kernel';
import type { UnitYear } from './assessment';
import { UnitHasEnded } from './unit-end.errors';

/**
 * A unit that does not live to see the end of a year takes no part in it: from the day on which it ends its file takes nothing more, of
 * nobody; until then it is worked on as any other. `endedOn`: the first day without the unit. An assumption (ADR 22): no published text
 * tells what becomes of the files of units that end in mid-year. Throws UnitHasEnded.
 */
export function demandUnitGoesOn({ year, unitId }: UnitYear, endedOn: LocalDate | null, now: Instant): void {
  if (endedOn === null || endedOn > `${year}-12-31`) return;
  if (vietnamDate(now) >= endedOn) throw new UnitHasEnded(year, unitId, endedOn);
}
