import { DomainError, type LocalDate, vietnamDay } from '@app/kernel';

/** The year has a calendar; another one takes its place only with a reason. */
export class CalendarAlreadyRecorded extends DomainError {
  readonly code = 'period.calendar-already-recorded';
  readonly kind = 'conflict';

  constructor(year: number) {
    super(`Lịch làm việc năm ${year} đã được ghi.`, { year });
  }
}

/** Nobody recorded the days of the year. */
export class CalendarIsNotRecorded extends DomainError {
  readonly code = 'period.calendar-is-not-recorded';
  readonly kind = 'not-found';

  constructor(year: number) {
    super(`Chưa ghi lịch làm việc năm ${year}.`, { year });
  }
}

/** The same days are recorded already. */
export class CalendarIsUnchanged extends DomainError {
  readonly code = 'period.calendar-is-unchanged';
  readonly kind = 'conflict';

  constructor(year: number) {
    super(`Lịch làm việc năm ${year} đã đúng như vậy.`, { year });
  }
}

/** Days off that end before they begin, or lie in another year. */
export class HolidayDoesNotFit extends DomainError {
  readonly code = 'period.holiday-does-not-fit';
  readonly kind = 'invalid';

  constructor(name: string, from: LocalDate, until: LocalDate, year: number) {
    super(
      `Ngày nghỉ “${name}” từ ${vietnamDay(from)} đến ${vietnamDay(until)} không hợp lệ: phải nằm trọn trong năm ${year}, ngày đầu không sau ngày cuối.`,
      { name, from, until, year },
    );
  }
}

/** Holidays of the Labour Code (BLLĐ 2019, Điều 112) are not among the days off: surely forgotten. Names all of them. */
export class HolidayIsMissing extends DomainError {
  readonly code = 'period.holiday-is-missing';
  readonly kind = 'invalid';

  constructor(what: readonly string[], year: number) {
    super(`Lịch nghỉ năm ${year} thiếu ${what.join('; ')} (Điều 112 Bộ luật Lao động 2019).`, {
      missing: what.map((holiday) => ({ holiday })),
      year,
    });
  }
}

/** Only weekend days of the year that are no holidays can be worked instead of others. */
export class MadeUpDayDoesNotFit extends DomainError {
  readonly code = 'period.made-up-day-does-not-fit';
  readonly kind = 'invalid';

  constructor(date: LocalDate, why: string) {
    super(`Ngày làm bù ${vietnamDay(date)} không hợp lệ: ${why}.`, { date });
  }
}
