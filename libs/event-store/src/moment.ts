import type { Instant } from '@app/kernel';
import type { EventEnvelope, Position } from './recorded-event';

/**
 * Up to where somebody knew what the log says: up to a position, the last of an append or one before its first, or up to an instant, by
 * when events were recorded. All events of an append are recorded at one instant, so no moment lies within one.
 */
export type Moment =
  { readonly position: Position; readonly instant?: never } | { readonly instant: Instant; readonly position?: never };

/**
 * For so long after an instant events may still be recorded with it, ms: the clocks of the programs differ by up to 5 s (more is refused at
 * start-up), and the write path sends what it has decided for less than 18 s (a last try is begun within 5 s, and ends within 12 s).
 */
export const FINAL_AFTER_MS = 30_000;

/** The latest instant of which the log holds, at `now`, everything that will ever be recorded with it. */
export function finalInstant(now: Instant): Instant {
  return new Date(Date.parse(now) - FINAL_AFTER_MS).toISOString();
}

/** Whether an event was on record at the moment. Of a stream take what comes before the first one that was not. */
export function isOnRecord({ position, metadata }: Pick<EventEnvelope, 'position' | 'metadata'>, at: Moment): boolean {
  return at.position === undefined ? metadata.recordedAt <= at.instant : position <= at.position;
}
