import { EventRegistry, EventStore } from '@app/event-store';
import type { DataOf, Instant } from '@app/kernel';
import { type CalendarEvent, calendarStream, type workingCalendarRecorded } from '@app/period';
import { Injectable } from '@nestjs/common';

/** The days of a year as they were recorded once. */
export type RecordedCalendar = DataOf<typeof workingCalendarRecorded> & { readonly recordedAt: Instant };

/** What was recorded of the days of years, asked of the log itself: one stream holds a year. */
@Injectable()
export class RecordedCalendars {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** Every record of the year, the last first: that one counts. Empty where nobody recorded any. */
  async of(year: number): Promise<readonly RecordedCalendar[]> {
    const records: RecordedCalendar[] = [];
    for await (const event of this.store.read(calendarStream(year))) {
      const { data, metadata } = this.registry.decode<CalendarEvent>(event);
      records.unshift({ ...data, recordedAt: metadata.recordedAt });
    }
    return records;
  }
}
