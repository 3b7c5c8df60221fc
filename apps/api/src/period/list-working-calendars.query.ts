import type { Moment } from '@app/event-store';
import { Clock } from '@app/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedCalendar, RecordedCalendars } from './recorded-calendars';
import { yearsFrom } from './years-asked';

export type CalendarEntry = Pick<RecordedCalendar, 'year' | 'source' | 'recordedAt'>;

/** Of which years is the calendar recorded: of twenty from one on, or around now? Throws StreamIsUnreadable. */
export class ListWorkingCalendars extends Query<readonly CalendarEntry[]> {
  constructor(
    readonly from: string | null,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListWorkingCalendars)
export class ListWorkingCalendarsHandler implements IQueryHandler<ListWorkingCalendars> {
  constructor(
    private readonly calendars: RecordedCalendars,
    private readonly clock: Clock,
  ) {}

  async execute({ from, asOf }: ListWorkingCalendars): Promise<readonly CalendarEntry[]> {
    const known = await this.calendars.of(yearsFrom(from, this.clock.now()), asOf);
    return known.flatMap(([present]) => {
      if (present === undefined) return [];
      const { year, source, recordedAt } = present;
      return [{ year, source, recordedAt }];
    });
  }
}
