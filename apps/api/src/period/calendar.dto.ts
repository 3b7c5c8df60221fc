import type { Holiday } from '@app/kernel';
import { Shown, ShownObject } from '../http/answers';
import type { KnownCalendar } from './get-working-calendar.query';
import type { CalendarEntry } from './list-working-calendars.query';
import type { RecordedCalendar } from './recorded-calendars';

export class CalendarEntryAnswer implements CalendarEntry {
  @Shown('integer', 'The calendar year')
  year!: number;

  @Shown('text', 'The document that says so')
  source!: string;

  @Shown('text', 'When it was recorded (UTC)')
  recordedAt!: string;
}

export class HolidayAnswer implements Holiday {
  @Shown('text', 'Name')
  name!: string;

  @Shown('text', 'First day off')
  from!: string;

  @Shown('text', 'Last day off')
  until!: string;
}

export class RecordedCalendarAnswer extends CalendarEntryAnswer implements RecordedCalendar {
  @ShownObject(() => HolidayAnswer, 'Days off that are no weekend, also swapped ones', { isArray: true })
  holidays!: HolidayAnswer[];

  @Shown('text', 'Weekend days on which offices work instead (làm bù)', { isArray: true })
  workingDays!: string[];

  @Shown('text', 'Why it took the place of the one before; null: it was the first', { nullable: true })
  reason!: string | null;
}

export class WorkingCalendarAnswer extends RecordedCalendarAnswer implements KnownCalendar {
  @ShownObject(
    () => RecordedCalendarAnswer,
    'In whose place it came, the latest first: it moved no deadline set before',
    {
      isArray: true,
    },
  )
  earlier!: RecordedCalendarAnswer[];
}
