import {
  type Aggregate,
  assertNever,
  checkedDate,
  checkedText,
  checkedYear,
  type DataOf,
  daysAfter,
  type Holiday,
  isWeekend,
  type LocalDate,
  type WorkingYear,
} from '@app/kernel';
import {
  CalendarAlreadyRecorded,
  CalendarIsUnchanged,
  HolidayDoesNotFit,
  HolidayIsMissing,
  MadeUpDayDoesNotFit,
} from './calendar.errors';
import { type CalendarEvent, workingCalendarRecorded } from './calendar.events';

/** What is recorded of the days of a year; null: nothing yet. */
export interface Calendar {
  readonly recorded: WorkingYear | null;
}

export const calendar: Aggregate<Calendar, CalendarEvent> = {
  initial: { recorded: null },
  evolve(state, { type, data }) {
    switch (type) {
      case 'WorkingCalendarRecorded': {
        const { year, holidays, workingDays } = data;
        return { ...state, recorded: { year, holidays, workingDays } };
      }
      default:
        return assertNever(type);
    }
  },
};

/** `calendar-<year>`. Throws YearOutOfRange. */
export function calendarStream(year: number): string {
  return `calendar-${checkedYear(year)}`;
}

/** Records the days off and the made-up days of a year, as a document tells them; in place of an earlier record only with a reason. */
export function recordWorkingCalendar(
  { recorded }: Calendar,
  input: DataOf<typeof workingCalendarRecorded>,
): CalendarEvent[] {
  const { year, source, reason } = input;
  const holidays = input.holidays.map((holiday) => checkedHoliday(holiday, year)).sort(byFirstDay);
  const workingDays = input.workingDays.map((date) => checkedMadeUpDay(date, year, holidays)).sort();
  demandHolidaysOfTheLaw(holidays, year);
  demandDistinct(workingDays);
  if (recorded !== null && reason === null) throw new CalendarAlreadyRecorded(year);
  if (sameDays(recorded, { year, holidays, workingDays })) throw new CalendarIsUnchanged(year);
  const told = {
    source: checkedText('Nguồn', source, 300),
    reason: reason === null ? null : checkedText('Lý do', reason),
  };
  return [workingCalendarRecorded.of({ year, holidays, workingDays, ...told })];
}

function checkedHoliday({ name, from, until }: Holiday, year: number): Holiday {
  const title = checkedText('Tên ngày nghỉ', name, 200);
  const days = [checkedDate('Ngày nghỉ đầu tiên', from), checkedDate('Ngày nghỉ cuối cùng', until)];
  if (from > until || days.some((day) => !day.startsWith(`${year}-`)))
    throw new HolidayDoesNotFit(title, from, until, year);
  return { name: title, from, until };
}

function byFirstDay(a: Holiday, b: Holiday): number {
  return a.from < b.from ? -1 : 1;
}

function checkedMadeUpDay(date: LocalDate, year: number, holidays: readonly Holiday[]): LocalDate {
  checkedDate('Ngày làm bù', date);
  if (!date.startsWith(`${year}-`)) throw new MadeUpDayDoesNotFit(date, `không thuộc năm ${year}`);
  if (!isWeekend(date)) throw new MadeUpDayDoesNotFit(date, 'không phải thứ Bảy hay Chủ nhật');
  if (isOff(date, holidays)) throw new MadeUpDayDoesNotFit(date, 'trùng ngày nghỉ lễ, tết');
  return date;
}

function demandDistinct(ordered: readonly LocalDate[]): void {
  const twice = ordered.find((date, place) => date === ordered[place - 1]);
  if (twice !== undefined) throw new MadeUpDayDoesNotFit(twice, 'được nêu hai lần');
}

/** Holidays on fixed days. Tết (5 days) and giỗ Tổ (10/3) are lunar: of these only the number of days is known here. */
const FIXED: readonly (readonly [day: string, name: string])[] = [
  ['01-01', 'Tết Dương lịch 01/01'],
  ['04-30', 'ngày Chiến thắng 30/4'],
  ['05-01', 'ngày Quốc tế lao động 01/5'],
  ['09-02', 'ngày Quốc khánh 02/9'],
];
const LUNAR = 'Tết Âm lịch 5 ngày, Giỗ Tổ Hùng Vương 1 ngày';
const DAYS_OF_THE_LAW = 11;

function demandHolidaysOfTheLaw(holidays: readonly Holiday[], year: number): void {
  const isMissing = (day: string): boolean => !isOff(`${year}-${day}`, holidays);
  const missing = FIXED.flatMap(([day, name]) => (isMissing(day) ? [name] : []));
  if (['09-01', '09-03'].every(isMissing)) missing.push('ngày liền kề trước hoặc sau ngày Quốc khánh');
  const more = DAYS_OF_THE_LAW - daysOff(holidays).size - missing.length;
  if (more > 0) missing.push(`${more} ngày nữa cho đủ ${DAYS_OF_THE_LAW} ngày (${LUNAR})`);
  if (missing.length > 0) throw new HolidayIsMissing(missing, year);
}

function isOff(date: LocalDate, holidays: readonly Holiday[]): boolean {
  return holidays.some(({ from, until }) => from <= date && date <= until);
}

function daysOff(holidays: readonly Holiday[]): ReadonlySet<LocalDate> {
  const days = new Set<LocalDate>();
  for (const { from, until } of holidays) for (let day = from; day <= until; day = daysAfter(day, 1)) days.add(day);
  return days;
}

function sameDays(recorded: WorkingYear | null, told: WorkingYear): boolean {
  return JSON.stringify(recorded) === JSON.stringify(told);
}
