import type { Moment } from '@app/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedCalendar, RecordedCalendars } from './recorded-calendars';
import { twentyYears } from './twenty-years';

export type CalendarEntry = Pick<RecordedCalendar, 'year' | 'source' | 'recordedAt'>;

/** Of which of twenty years, from one on, is the calendar recorded? Throws StreamIsUnreadable. */
export class ListWorkingCalendars extends Query<readonly CalendarEntry[]> {
  constructor(
    readonly from: number,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListWorkingCalendars)
export class ListWorkingCalendarsHandler implements IQueryHandler<ListWorkingCalendars> {
  constructor(private readonly calendars: RecordedCalendars) {}

  async execute({ from, asOf }: ListWorkingCalendars): Promise<readonly CalendarEntry[]> {
    const known = await this.calendars.of(twentyYears(from), asOf);
    return known.flatMap(([present]) => {
      if (present === undefined) return [];
      const { year, source, recordedAt } = present;
      return [{ year, source, recordedAt }];
    });
  }
}
