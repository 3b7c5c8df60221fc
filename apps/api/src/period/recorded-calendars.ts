import { LogAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import type { DataOf, Instant } from '@app/kernel';
import { type CalendarEvent, calendarStream, type workingCalendarRecorded } from '@app/period';
import { Injectable } from '@nestjs/common';

/** The days of a year as they were recorded once. */
export type RecordedCalendar = DataOf<typeof workingCalendarRecorded> & { readonly recordedAt: Instant };

/** What was recorded of the days of years, asked of the log itself: one stream holds a year. */
@Injectable()
export class RecordedCalendars {
  constructor(private readonly log: LogAsOf) {}

  /** Of each of the years every record that was there at the moment, the last first: that one counts. Throws StreamIsUnreadable. */
  async of(years: readonly number[], asOf: Moment | undefined): Promise<readonly (readonly RecordedCalendar[])[]> {
    const then = await this.log.of(years.map(calendarStream), asOf);
    return years.map((year) => {
      const events = then.whole<CalendarEvent>(calendarStream(year));
      return events.map(({ data, metadata }) => ({ ...data, recordedAt: metadata.recordedAt })).reverse();
    });
  }
}
