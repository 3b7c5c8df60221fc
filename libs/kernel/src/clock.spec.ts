import * as fc from 'fast-check';
import { daysAfter, endOfVietnamDay, ManualClock, SystemClock, vietnamDate, vietnamDay, vietnamTime } from '.';

const instant = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the day in Vietnam', () => {
  it.each([
    ['2023-12-31T16:59:59.999Z', '2023-12-31'],
    ['2023-12-31T17:00:00.000Z', '2024-01-01'],
    ['2024-02-29T16:59:59.999Z', '2024-02-29'],
    ['2024-02-29T17:00:00.000Z', '2024-03-01'],
  ])('at %s is %s', (at, day) => {
    expect(vietnamDate(at)).toBe(day);
  });

  it('is the day that the time zone Asia/Ho_Chi_Minh shows', () => {
    const shown = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    fc.assert(
      fc.property(instant, (at) => expect(vietnamDate(at)).toBe(shown.format(new Date(at)))),
      { numRuns: 2000 },
    );
  });

  it('ends at the first instant of the next day', () => {
    expect(endOfVietnamDay('2023-12-31')).toBe('2023-12-31T17:00:00.000Z');
    fc.assert(
      fc.property(instant, (at) => {
        const end = endOfVietnamDay(vietnamDate(at));
        expect(at < end).toBe(true);
        expect(vietnamDate(new Date(Date.parse(end) - 1).toISOString())).toBe(vietnamDate(at));
        expect(vietnamDate(end) > vietnamDate(at)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what people read', () => {
  it.each([
    ['2026-12-31T16:59:59.999Z', '23:59 31/12/2026 (giờ Việt Nam)'],
    ['2026-12-31T17:00:00.000Z', '00:00 01/01/2027 (giờ Việt Nam)'],
    ['2024-02-29T02:05:00.000Z', '09:05 29/02/2024 (giờ Việt Nam)'],
  ])('of the instant %s is %s', (at, shown) => expect(vietnamTime(at)).toBe(shown));

  it('of a date is day, month, year', () => expect(vietnamDay('2026-12-31')).toBe('31/12/2026'));
});

describe('clocks', () => {
  it('a manual clock stands where it is put, in UTC with milliseconds', () => {
    const clock = new ManualClock('2024-01-31T00:00:00.000Z');
    expect(clock.now()).toBe('2024-01-31T00:00:00.000Z');
    clock.set('2024-02-01T07:00:00+07:00');
    expect([clock.now(), clock.now()]).toEqual(['2024-02-01T00:00:00.000Z', '2024-02-01T00:00:00.000Z']);
  });

  it('the system clock tells the time as an instant that sorts as text', () => {
    const before = new Date().toISOString();
    const now = new SystemClock().now();
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(before <= now && now <= new Date().toISOString()).toBe(true);
  });
});

describe('counting days', () => {
  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2023-12-31', 1, '2024-01-01'],
    ['2024-05-31', 0, '2024-05-31'],
  ])('%s and %d days is %s', (date, days, later) => expect(daysAfter(date, days)).toBe(later));
});
