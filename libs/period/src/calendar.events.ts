import { type EventOf, eventSchema, type WorkingYear } from '@app/kernel';

/**
 * Which days of a year offices are closed although it is no weekend, and on which weekend days they work instead: lunar and swapped days are
 * told by a document (`source`), never computed. A later one takes the place of the one before, with a reason. Stream `calendar-<year>`.
 */
export const workingCalendarRecorded = eventSchema('WorkingCalendarRecorded').startingAs<
  WorkingYear & {
    source: string;
    /** Why it differs from the one before; null for the first. */
    reason: string | null;
  }
>();

export const calendarEvents = [workingCalendarRecorded] as const;
export type CalendarEvent = EventOf<(typeof calendarEvents)[number]>;
