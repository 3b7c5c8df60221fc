import { StoreUnavailable } from './errors';
import type { Appended, EventStore, ExpectedRevision } from './event-store';
import { type Backoff, backoffDelay, pause } from './pause';
import type { NewEvent } from './recorded-event';

const RETRIES = 3;
const BACKOFF: Backoff = { firstMs: 40, longestMs: 400 };

/**
 * Appends, and asks again when the acknowledgement was lost: the same ids at the same expected revision, so that an append which did
 * arrive answers with its first result. Throws StoreUnavailable after three repeats; whether it arrived is then still unknown.
 */
export async function appendSurely(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): Promise<Appended> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt > RETRIES) throw error;
      await pause(backoffDelay(attempt, BACKOFF));
    }
  }
}
