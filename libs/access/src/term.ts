import type { Instant } from '@app/kernel';

/** How long something is in force: from an instant on, and before another; null: without an end. */
export interface Term {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Whether it is in force at an instant. */
export function isInForce({ from, until }: Term, at: Instant): boolean {
  return from <= at && isBefore(at, until);
}

/** Whether there is an instant at which both are in force. Neither may be empty. */
export function overlap(one: Term, other: Term): boolean {
  return isBefore(one.from, other.until) && isBefore(other.from, one.until);
}

/** Whether the inner is in force only while the outer is. */
export function contains(outer: Term, inner: Term): boolean {
  if (inner.from < outer.from) return false;
  return outer.until === null || (inner.until !== null && inner.until <= outer.until);
}

/** Whether it is never in force: it ended before it began. */
export function isEmpty({ from, until }: Term): boolean {
  return !isBefore(from, until);
}

function isBefore(instant: Instant, until: Instant | null): boolean {
  return until === null || instant < until;
}
