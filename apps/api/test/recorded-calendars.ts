import type { EventStore } from '@app/event-store';
import { calendarStream, sampleCalendar, workingCalendarRecorded } from '@app/period';
import { newContext } from '@app/testing';
import { v7 } from 'uuid';

/** Sample calendars, as the write path would have them recorded. */
export async function recordCalendars(store: EventStore, years: readonly number[], recordedAt: string): Promise<void> {
  for (const year of years) await recordCalendar(store, year, recordedAt);
}

async function recordCalendar(store: EventStore, year: number, recordedAt: string): Promise<void> {
  const { type, data } = workingCalendarRecorded.of(sampleCalendar(year));
  const stamp = { schemaVersion: workingCalendarRecorded.version, recordedAt, part: 1, parts: 1 };
  const metadata = { ...newContext(), ...stamp };
  await store.append(calendarStream(year), 'no-stream', [{ id: v7(), type, data, metadata }]);
}
