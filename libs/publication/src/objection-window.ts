import { type Deadline, deadlineSet, type Instant, type WorkingCalendar } from '@app/kernel';
import { ObjectionWindowIsPast, ObjectionWindowIsTooShort } from './objection.errors';

/** Policy: how long units may object at least, hours. A choice of this program, not a term of law: our sources name none. */
export const MINIMUM_OBJECTION_HOURS = 24;

const HOUR_MS = 60 * 60 * 1000;

/** Before which instant units may object to what is announced now. Throws ObjectionWindowIsPast, ObjectionWindowIsTooShort. */
export function objectUntilSet(objectUntil: Instant, calendar: WorkingCalendar, now: Instant): Deadline {
  return deadlineSet('Hạn kiến nghị', objectUntil, calendar, (until) => {
    if (until <= now) throw new ObjectionWindowIsPast(until, now);
    if (Date.parse(until) - Date.parse(now) < MINIMUM_OBJECTION_HOURS * HOUR_MS)
      throw new ObjectionWindowIsTooShort(until, now, MINIMUM_OBJECTION_HOURS);
  });
}
