import { daysAfter, endOfVietnamDay, type Instant, type LocalDate, vietnamDate } from './clock';
import { DomainError } from './domain-error';

/** A run of days off, first and last day included. */
export interface Holiday {
  readonly name: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The days of one year on which offices are closed although it is no weekend, and the weekend days on which they work instead (làm bù). */
export interface WorkingYear {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  readonly workingDays: readonly LocalDate[];
}

/** Working years by year, as far as they are recorded. */
export type WorkingCalendar = ReadonlyMap<number, WorkingYear>;

/** Nobody has recorded the holidays of these years, so nobody can say which of their days are working days. Names all that are missing. */
export class WorkingYearIsNotRecorded extends DomainError {
  readonly code = 'calendar.year-is-not-recorded';
  readonly kind = 'conflict';
  readonly years: readonly number[];

  constructor(...years: readonly [number, ...number[]]) {
    super(`Chưa ghi lịch nghỉ lễ, tết và ngày làm bù của năm ${years.join(', ')}.`, {
      year: years[0],
      years: years.map((year) => ({ year })),
    });
    this.years = years;
  }
}

/** The working calendar of these years. Of two records of one year the last counts. */
export function workingCalendar(...years: readonly WorkingYear[]): WorkingCalendar {
  return new Map(years.map((one) => [one.year, one]));
}

/** Saturdays and Sundays. */
export function isWeekend(date: LocalDate): boolean {
  return [0, 6].includes(new Date(Date.parse(`${date}T00:00:00.000Z`)).getUTCDay());
}

/** Whether offices work on the day: a make-up day, or neither weekend nor holiday. Throws WorkingYearIsNotRecorded. */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  const { holidays, workingDays } = yearOf(calendar, date);
  if (workingDays.includes(date)) return true;
  return !isWeekend(date) && !holidays.some(({ from, until }) => from <= date && date <= until);
}

function yearOf(calendar: WorkingCalendar, date: LocalDate): WorkingYear {
  const year = new Date(Date.parse(`${date}T00:00:00.000Z`)).getUTCFullYear();
  const known = calendar.get(year);
  if (known === undefined) throw new WorkingYearIsNotRecorded(year);
  return known;
}

/** The first working day after the day. Throws WorkingYearIsNotRecorded. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let next = daysAfter(date, 1);
  while (!isWorkingDay(calendar, next)) next = daysAfter(next, 1);
  return next;
}

/** The last day of a term of so many working days that begins after the day (BLDS 2015, Điều 147 khoản 2). Throws WorkingYearIsNotRecorded. */
export function workingDaysAfter(calendar: WorkingCalendar, date: LocalDate, days: number): LocalDate {
  let last = date;
  for (let counted = 0; counted < days; counted += 1) last = nextWorkingDay(calendar, last);
  return last;
}

/** The day itself where it is a working day; otherwise the next one. Throws WorkingYearIsNotRecorded. */
export function workingDayFrom(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date);
}

/** The instant at which a working day ends (exclusive): at 24:00 in Vietnam (BLDS 2015, Điều 148 khoản 6). */
export function endOfWorkingDay(calendar: WorkingCalendar, date: LocalDate): Instant {
  return endOfVietnamDay(workingDayFrom(calendar, date));
}

/**
 * When a deadline that was set for an instant takes effect. On a working day: at that instant. A deadline whose last day is a day off ends
 * with the end of the next working day (BLDS 2015, Điều 148 khoản 5). The last day of a deadline at midnight is the day that ends then.
 * Throws WorkingYearIsNotRecorded for a year that the answer depends on.
 */
export function effectiveDeadline(calendar: WorkingCalendar, asked: Instant): Instant {
  const lastDay = vietnamDate(new Date(Date.parse(asked) - 1).toISOString());
  return isWorkingDay(calendar, lastDay) ? asked : endOfWorkingDay(calendar, lastDay);
}
