import { Clock, vietnamDate } from '@app/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedCalendar, RecordedCalendars } from './recorded-calendars';

export type CalendarEntry = Pick<RecordedCalendar, 'year' | 'source' | 'recordedAt'>;

/** How many years are looked at: each is a stream. */
const YEARS = 20;
const LAST_YEAR = 2200;

/** Of which years from one on (null: ten years ago) is the calendar recorded? */
export class ListWorkingCalendars extends Query<readonly CalendarEntry[]> {
  constructor(readonly from: number | null) {
    super();
  }
}

@QueryHandler(ListWorkingCalendars)
export class ListWorkingCalendarsHandler implements IQueryHandler<ListWorkingCalendars> {
  constructor(
    private readonly calendars: RecordedCalendars,
    private readonly clock: Clock,
  ) {}

  async execute({ from }: ListWorkingCalendars): Promise<readonly CalendarEntry[]> {
    const first = from ?? Number(vietnamDate(this.clock.now()).slice(0, 4)) - YEARS / 2;
    const years = Array.from({ length: YEARS }, (_, place) => first + place).filter((year) => year <= LAST_YEAR);
    const records = await Promise.all(years.map((year) => this.calendars.of(year)));
    return records.flatMap(([present]) => {
      if (present === undefined) return [];
      const { year, source, recordedAt } = present;
      return [{ year, source, recordedAt }];
    });
  }
}
