import { CalendarIsNotRecorded } from '@app/period';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedCalendar, RecordedCalendars } from './recorded-calendars';

/** The calendar of a year as it counts now, and those in whose place it came, the latest first: deadlines set in their time stand as they are. */
export type KnownCalendar = RecordedCalendar & { readonly earlier: readonly RecordedCalendar[] };

/** On which days of a year are offices closed, and who says so? Throws CalendarIsNotRecorded. */
export class GetWorkingCalendar extends Query<KnownCalendar> {
  constructor(readonly year: number) {
    super();
  }
}

@QueryHandler(GetWorkingCalendar)
export class GetWorkingCalendarHandler implements IQueryHandler<GetWorkingCalendar> {
  constructor(private readonly calendars: RecordedCalendars) {}

  async execute({ year }: GetWorkingCalendar): Promise<KnownCalendar> {
    const [present, ...earlier] = await this.calendars.of(year);
    if (present === undefined) throw new CalendarIsNotRecorded(year);
    return { ...present, earlier };
  }
}
