import { EventRegistry, WritePath } from '@app/event-store';
import { DateDoesNotExist, isWorkingDay, ManualClock, TextIsInvalid, YearOutOfRange } from '@app/kernel';
import { decisionSpec, everySchema, InMemoryEventStore, newContext } from '@app/testing';
import { calendar, calendarStream, recordWorkingCalendar } from './calendar';
import {
  CalendarAlreadyRecorded,
  CalendarIsUnchanged,
  HolidayDoesNotFit,
  HolidayIsMissing,
  MadeUpDayDoesNotFit,
} from './calendar.errors';
import { workingCalendarRecorded } from './calendar.events';
import { CalendarReader } from './calendar-reader';
import { RecordWorkingCalendar, RecordWorkingCalendarHandler } from './commands/record-working-calendar.command';
import { sampleCalendar } from './sample-calendar';

const { given } = decisionSpec(calendar);
const sample = sampleCalendar(2026);
const recorded = workingCalendarRecorded.of(sample);
const swapped = {
  ...sample,
  holidays: [...sample.holidays, { name: 'Nghỉ hoán đổi (mẫu)', from: '2026-04-29', until: '2026-04-29' }],
  workingDays: ['2026-05-09'],
  reason: 'Hoán đổi ngày làm việc (mẫu)',
};
const lunar = 'ngày nữa cho đủ 11 ngày (Tết Âm lịch 5 ngày, Giỗ Tổ Hùng Vương 1 ngày)';
const without = (name: string) => sample.holidays.filter((holiday) => holiday.name !== name);

describe('the working calendar of a year', () => {
  it('is recorded with its source, the days in order', () => {
    given()
      .when((state) => recordWorkingCalendar(state, sample))
      .thenEvents(recorded);
    given()
      .when((state) => recordWorkingCalendar(state, { ...sample, holidays: [...sample.holidays].reverse() }))
      .thenEvents(recorded);
  });

  it('gives way to a later one, with a reason and other days', () => {
    const [newYear, tet, ancestors, ...rest] = swapped.holidays;
    const ordered = [newYear, tet, ancestors, rest[2], rest[0], rest[1]].filter((holiday) => holiday !== undefined);
    given(recorded)
      .when((state) => recordWorkingCalendar(state, swapped))
      .thenEvents(workingCalendarRecorded.of({ ...swapped, holidays: ordered }));
    given(recorded)
      .when((state) => recordWorkingCalendar(state, { ...swapped, reason: null }))
      .thenFails(CalendarAlreadyRecorded, { year: 2026 });
    given(recorded)
      .when((state) => recordWorkingCalendar(state, { ...sample, reason: 'Ghi lại' }))
      .thenFails(CalendarIsUnchanged);
  });

  it.each([
    ['New Year’s Day', without('Tết Dương lịch'), 'Tết Dương lịch 01/01'],
    [
      '30/4 and 1/5',
      without('Ngày Chiến thắng và ngày Quốc tế lao động'),
      'ngày Chiến thắng 30/4; ngày Quốc tế lao động 01/5',
    ],
    [
      '2/9 and a day beside it',
      without('Quốc khánh'),
      'ngày Quốc khánh 02/9; ngày liền kề trước hoặc sau ngày Quốc khánh',
    ],
    [
      'the day beside 2/9',
      [...without('Quốc khánh'), { name: 'Quốc khánh', from: '2026-09-02', until: '2026-09-02' }],
      'ngày liền kề trước hoặc sau ngày Quốc khánh',
    ],
    ['Tết', without('Tết Nguyên đán (ngày mẫu)'), `5 ${lunar}`],
    ['giỗ Tổ', without('Giỗ Tổ Hùng Vương (ngày mẫu)'), `1 ${lunar}`],
    [
      'any but a day that is none of them: told all at once',
      [{ name: 'Nghỉ hoán đổi', from: '2026-04-29', until: '2026-04-29' }],
      'Tết Dương lịch 01/01; ngày Chiến thắng 30/4; ngày Quốc tế lao động 01/5; ngày Quốc khánh 02/9; ' +
        `ngày liền kề trước hoặc sau ngày Quốc khánh; 5 ${lunar}`,
    ],
  ])('is refused without %s, a holiday of the Labour Code', (_, holidays, missing) =>
    given()
      .when((state) => recordWorkingCalendar(state, { ...sample, holidays }))
      .thenFails(HolidayIsMissing, { missing: missing.split('; ').map((holiday) => ({ holiday })) }),
  );

  it.each([
    ['ends before it begins', '2026-12-25', '2026-12-24'],
    ['begins in the year before', '2025-12-31', '2026-01-01'],
    ['ends in the year after', '2026-12-31', '2027-01-01'],
  ])('is refused with a holiday that %s', (_, from, until) =>
    given()
      .when((state) =>
        recordWorkingCalendar(state, { ...sample, holidays: [...sample.holidays, { name: 'Nghỉ', from, until }] }),
      )
      .thenFails(HolidayDoesNotFit, { from, until }),
  );

  it.each([
    ['is a weekday', ['2026-05-08']],
    ['is a day off', ['2026-02-01']],
    ['lies in another year', ['2025-05-10']],
    ['is told twice', ['2026-05-09', '2026-05-10', '2026-05-09']],
  ])('is refused with a made-up day that %s', (_, workingDays) =>
    given()
      .when((state) => recordWorkingCalendar(state, { ...sample, workingDays }))
      .thenFails(MadeUpDayDoesNotFit),
  );

  it('needs days that exist, names, and a source', () => {
    const bad = (change: object, refusal: Parameters<ReturnType<ReturnType<typeof given>['when']>['thenFails']>[0]) =>
      given()
        .when((state) => recordWorkingCalendar(state, { ...sample, ...change }))
        .thenFails(refusal);
    bad({ source: '' }, TextIsInvalid);
    bad({ reason: ' ' }, TextIsInvalid);
    bad({ workingDays: ['2026-02-30'] }, DateDoesNotExist);
    bad({ holidays: [{ name: ' ', from: '2026-01-01', until: '2026-01-01' }] }, TextIsInvalid);
  });

  it('names its stream', () => {
    expect(calendarStream(2026)).toBe('calendar-2026');
    expect(() => calendarStream(26)).toThrow(YearOutOfRange);
  });
});

describe('reading calendars for a deadline', () => {
  const store = new InMemoryEventStore();
  const registry = new EventRegistry(everySchema);
  const handler = new RecordWorkingCalendarHandler(
    new WritePath(store, registry, new ManualClock('2025-12-01T00:00:00.000Z')),
  );
  const clock = new ManualClock('2025-12-01T00:00:00.000Z');
  const reader = new CalendarReader(store, registry, clock);

  it('knows the last record of its year and of the next one, and nothing of others', async () => {
    for (const told of [sample, swapped, sampleCalendar(2027), sampleCalendar(2028)])
      await handler.execute(new RecordWorkingCalendar(told, newContext()));
    const known = await reader.around('2026-12-31T17:00:00.000Z', '2026-03-01T00:00:00.000Z');
    expect([...known.keys()]).toEqual([2026, 2027]);
    expect(isWorkingDay(known, '2026-05-09')).toBe(true);
    expect(isWorkingDay(known, '2026-04-29')).toBe(false);
  });

  it('knows, for what becomes due from now on, this year in Vietnam and the next', async () => {
    expect([...(await reader.fromNow()).keys()]).toEqual([2026]);
    clock.set('2026-12-31T17:00:00.000Z');
    expect([...(await reader.fromNow()).keys()]).toEqual([2027, 2028]);
  });

  it('reads nothing for what is no instant', async () => {
    expect((await reader.around('hôm nay', '9999-01-01T00:00:00.000Z', '')).size).toBe(0);
  });
});
