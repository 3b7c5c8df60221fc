import * as fc from 'fast-check';
import {
  daysAfter,
  effectiveDeadline,
  endOfWorkingDay,
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
  workingCalendar,
  workingDaysAfter,
  WorkingYearIsNotRecorded,
} from '.';

/** Samples (mẫu): lunar holidays, days beside 2/9 and swapped days of real years are data that somebody enters. */
const y2030 = {
  year: 2030,
  holidays: [
    { name: 'Tết Dương lịch', from: '2030-01-01', until: '2030-01-01' },
    { name: 'Tết Nguyên đán (mẫu)', from: '2030-02-04', until: '2030-02-08' },
    { name: 'Ngày nghỉ hoán đổi (mẫu)', from: '2030-04-29', until: '2030-04-29' },
    { name: 'Ngày Chiến thắng và Quốc tế lao động', from: '2030-04-30', until: '2030-05-01' },
    { name: 'Quốc khánh (mẫu)', from: '2030-09-02', until: '2030-09-03' },
  ],
  workingDays: ['2030-05-04'],
};
const y2031 = {
  year: 2031,
  holidays: [{ name: 'Tết Dương lịch', from: '2031-01-01', until: '2031-01-01' }],
  workingDays: [],
};
const calendar = workingCalendar(y2030, y2031);
const seconds = (instant: string, more: number) => new Date(Date.parse(instant) + more * 1000).toISOString();

describe('a working day', () => {
  it.each([
    ['2030-01-02', true, 'a Wednesday'],
    ['2030-01-05', false, 'a Saturday'],
    ['2030-01-06', false, 'a Sunday'],
    ['2030-01-01', false, 'a holiday'],
    ['2030-02-03', false, 'the Sunday before Tết'],
    ['2030-02-04', false, 'the first day of Tết'],
    ['2030-02-08', false, 'the last day of Tết'],
    ['2030-02-11', true, 'the Monday after'],
    ['2030-04-29', false, 'a Monday that was swapped'],
    ['2030-05-04', true, 'the Saturday on which it is made up for'],
    ['2030-05-05', false, 'the Sunday after'],
  ])('%s: %s, %s', (date, expected) => expect(isWorkingDay(calendar, date)).toBe(expected));

  it('is not guessed for a year that nobody recorded', () => {
    expect(() => isWorkingDay(calendar, '2029-12-31')).toThrow(WorkingYearIsNotRecorded);
    expect(() => nextWorkingDay(workingCalendar(y2030), '2030-12-31')).toThrow(WorkingYearIsNotRecorded);
  });

  it('of a year that was recorded twice is as recorded last', () =>
    expect(isWorkingDay(workingCalendar(y2031, { ...y2031, holidays: [] }), '2031-01-01')).toBe(true));
});

describe('counting working days', () => {
  it.each([
    ['2030-02-01', '2030-02-11'],
    ['2030-04-26', '2030-05-02'],
    ['2030-05-03', '2030-05-04'],
    ['2030-05-04', '2030-05-06'],
    ['2030-12-31', '2031-01-02'],
  ])('the first one after %s is %s', (date, next) => expect(nextWorkingDay(calendar, date)).toBe(next));

  it.each([
    ['2030-01-02', 0, '2030-01-02'],
    ['2030-01-02', 3, '2030-01-07'],
    ['2030-02-01', 5, '2030-02-15'],
    ['2030-04-26', 3, '2030-05-04'],
  ])('a term after %s of %d ends on %s', (date, days, last) =>
    expect(workingDaysAfter(calendar, date, days)).toBe(last),
  );

  it('finds, whatever the day, a working day with none between', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => daysAfter('2030-01-01', days));
    fc.assert(
      fc.property(day, (date) => {
        const next = nextWorkingDay(calendar, date);
        expect(isWorkingDay(calendar, next)).toBe(true);
        for (let between = daysAfter(date, 1); between < next; between = daysAfter(between, 1))
          expect(isWorkingDay(calendar, between)).toBe(false);
      }),
    );
  });

  it('knows weekends as the calendar of Vietnam shows them', () => {
    const shown = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Ho_Chi_Minh', weekday: 'short' });
    for (let date = '2030-01-01'; date < '2031-01-01'; date = daysAfter(date, 1)) {
      const weekday = shown.format(new Date(`${date}T05:00:00.000Z`));
      expect([date, isWeekend(date)]).toEqual([date, ['Sat', 'Sun'].includes(weekday)]);
    }
  });
});

describe('a deadline', () => {
  it.each([
    ['at 17:00 on a working day stays', '2030-01-02T10:00:00.000Z', '2030-01-02T10:00:00.000Z'],
    ['at the end of a working day stays', '2030-01-02T17:00:00.000Z', '2030-01-02T17:00:00.000Z'],
    ['on a Saturday ends with Monday', '2030-01-05T10:00:00.000Z', '2030-01-07T17:00:00.000Z'],
    ['at the end of a Sunday ends with Monday', '2030-01-06T17:00:00.000Z', '2030-01-07T17:00:00.000Z'],
    ['in Tết ends with the first working day after it', '2030-02-05T10:00:00.000Z', '2030-02-11T17:00:00.000Z'],
    ['on a swapped Monday ends with the next working day', '2030-04-29T10:00:00.000Z', '2030-05-02T17:00:00.000Z'],
    ['on a Saturday that is worked stays', '2030-05-04T10:00:00.000Z', '2030-05-04T10:00:00.000Z'],
    ['at the end of that Saturday stays', '2030-05-04T17:00:00.000Z', '2030-05-04T17:00:00.000Z'],
    ['on New Year’s Day of the next year ends with 2 January', '2030-12-31T17:00:00.001Z', '2031-01-02T17:00:00.000Z'],
  ])('%s', (_, asked, effective) => expect(effectiveDeadline(calendar, asked)).toBe(effective));

  it('belongs to the day that ends with it: one second decides', () => {
    const endOfFriday = '2030-02-01T17:00:00.000Z';
    expect(effectiveDeadline(calendar, seconds(endOfFriday, -1))).toBe('2030-02-01T16:59:59.000Z');
    expect(effectiveDeadline(calendar, endOfFriday)).toBe(endOfFriday);
    expect(effectiveDeadline(calendar, seconds(endOfFriday, 1))).toBe('2030-02-11T17:00:00.000Z');
  });

  it('is not moved without knowing the days it depends on', () => {
    expect(() => effectiveDeadline(workingCalendar(y2031), '2030-12-31T17:00:00.000Z')).toThrow(
      WorkingYearIsNotRecorded,
    );
    expect(effectiveDeadline(workingCalendar(y2030), '2030-12-31T17:00:00.000Z')).toBe('2030-12-31T17:00:00.000Z');
  });

  it('ends at 24:00 of a working day', () =>
    expect(endOfWorkingDay(calendar, '2030-02-04')).toBe('2030-02-11T17:00:00.000Z'));
});
