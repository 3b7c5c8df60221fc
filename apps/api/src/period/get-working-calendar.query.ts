import type { Moment } from '@app/event-store';
import { CalendarIsNotRecorded } from '@app/period';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedCalendar, RecordedCalendars } from './recorded-calendars';

/** The calendar of a year as it counts, and those in whose place it came, the latest first: deadlines set in their time stand as they are. */
export type KnownCalendar = RecordedCalendar & { readonly earlier: readonly RecordedCalendar[] };

/**
 * On which days of a year are offices closed, and who says so? As of the position of an event that set a deadline: by which calendar was it
 * set. Throws CalendarIsNotRecorded, StreamIsUnreadable.
 */
export class GetWorkingCalendar extends Query<KnownCalendar> {
  constructor(
    readonly year: number,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetWorkingCalendar)
export class GetWorkingCalendarHandler implements IQueryHandler<GetWorkingCalendar> {
  constructor(private readonly calendars: RecordedCalendars) {}

  async execute({ year, asOf }: GetWorkingCalendar): Promise<KnownCalendar> {
    const [records = []] = await this.calendars.of([year], asOf);
    const [present, ...earlier] = records;
    if (present === undefined) throw new CalendarIsNotRecorded(year);
    return { ...present, earlier };
  }
}
