import { type WorkingCalendar, workingCalendar } from '@app/kernel';
import { sampleCalendar } from '@app/period';

/** Which days of these years are working days, by the sample calendars: Tết, for one, is from 1 to 5 February. */
export function sampleDays(...years: readonly number[]): WorkingCalendar {
  return workingCalendar(...years.map(sampleCalendar));
}
