import type { Instant } from '@app/kernel';
import type { EventEnvelope, Position } from './recorded-event';

/**
 * Up to where somebody knew what the log says: up to a position, the last of an append or one before its first, or up to an instant, by
 * when events were recorded. All events of an append are recorded at one instant, so no moment lies within one.
 */
export type Moment =
  { readonly position: Position; readonly instant?: never } | { readonly instant: Instant; readonly position?: never };

/** Whether an event was on record at the moment. Of a stream take what comes before the first one that was not. */
export function isOnRecord({ position, metadata }: Pick<EventEnvelope, 'position' | 'metadata'>, at: Moment): boolean {
  return at.position === undefined ? metadata.recordedAt <= at.instant : position <= at.position;
}
