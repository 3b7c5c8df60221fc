import type { Instant, LocalDate } from './clock';
import { checkedDate, checkedInstant } from './input';
import { effectiveDeadline, type WorkingCalendar, workingDayFrom } from './working-calendar';

/** Until when something may be done: as a person set it, and as it takes effect by the working calendar, then or later. */
export interface Deadline<Time = Instant> {
  readonly asked: Time;
  readonly effective: Time;
}

/**
 * The deadline that a person sets: the one way for all of them. One whose last day is a day off ends with the next working day. `demand`
 * throws where the deadline does not fit; it is asked of what was set and of what is in effect. Throws InstantDoesNotExist,
 * WorkingYearIsNotRecorded.
 */
export function deadlineSet(
  field: string,
  asked: Instant,
  calendar: WorkingCalendar,
  demand: (deadline: Instant) => void,
): Deadline {
  demand(checkedInstant(field, asked));
  const effective = effectiveDeadline(calendar, asked);
  demand(effective);
  return { asked, effective };
}

/** The same for what is due on a day: all of it, the next working day where it is a day off. Throws DateDoesNotExist, WorkingYearIsNotRecorded. */
export function dueDateSet(
  field: string,
  asked: LocalDate,
  calendar: WorkingCalendar,
  demand: (date: LocalDate) => void = () => undefined,
): Deadline<LocalDate> {
  demand(checkedDate(field, asked));
  return { asked, effective: workingDayFrom(calendar, asked) };
}

/** Where decisions about deadlines learn which days are working days. */
export abstract class WorkingCalendars {
  /** The working calendar of every year that deadlines set for these instants (or days) may depend on, as far as it is recorded. */
  abstract around(...asked: readonly Instant[]): Promise<WorkingCalendar>;

  /** The same for what becomes due some days from now. */
  abstract fromNow(): Promise<WorkingCalendar>;
}
