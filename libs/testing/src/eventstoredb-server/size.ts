import type { Behaviour } from './behaviour';
import type { ProposedEvent } from './log-record';

export const MAX_APPEND_SIZE = 1_048_576;

/** Whether an append is over the limit, counted as the server's version counts. */
export function isTooLarge(events: readonly ProposedEvent[], { countsMetadata }: Behaviour): boolean {
  let size = 0;
  for (const { type, data, metadata } of events) {
    size += data.length + (countsMetadata ? metadata.length + 2 * type.length : 0);
  }
  return size > MAX_APPEND_SIZE;
}
