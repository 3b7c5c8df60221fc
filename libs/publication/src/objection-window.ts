import { checkedInstant, type Instant } from '@app/kernel';
import { ObjectionWindowIsPast, ObjectionWindowIsTooShort } from './objection.errors';

/** Policy: how long units may object at least, hours. A choice of this program, not a term of law: our sources name none. */
export const MINIMUM_OBJECTION_HOURS = 24;

const HOUR_MS = 60 * 60 * 1000;

/** Before which instant units may object to what is announced now. Throws ObjectionWindowIsPast, ObjectionWindowIsTooShort. */
export function checkedObjectUntil(objectUntil: Instant, now: Instant): Instant {
  const until = checkedInstant('Hạn kiến nghị', objectUntil);
  if (until <= now) throw new ObjectionWindowIsPast(until, now);
  if (Date.parse(until) - Date.parse(now) < MINIMUM_OBJECTION_HOURS * HOUR_MS)
    throw new ObjectionWindowIsTooShort(until, now, MINIMUM_OBJECTION_HOURS);
  return until;
}
