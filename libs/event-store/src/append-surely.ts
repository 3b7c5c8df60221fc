import { StoreBusy, StoreUnavailable } from './errors';
import type { Appended, EventStore, ExpectedRevision } from './event-store';
import { type Backoff, backoffDelay, systemTimers } from './pause';
import type { NewEvent } from './recorded-event';

const RETRIES = 3;
/** A caller is not kept waiting longer than this for one more try. */
const PATIENCE_MS = 5_000;
const BACKOFF: Backoff = { firstMs: 40, longestMs: 400 };

/**
 * Appends, and asks again when the acknowledgement was lost: the same ids at the same expected revision, so that an append which did
 * arrive answers with its first result. Throws StoreUnavailable after three repeats or five seconds; whether it arrived is then still unknown.
 * StoreBusy is not asked again: pressing would keep a full queue full. It says that nothing was sent, so it is only thrown where no earlier
 * try may have arrived.
 */
export async function appendSurely(
  store: EventStore,
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  timers = systemTimers,
): Promise<Appended> {
  const began = timers.now();
  let unknown: StoreUnavailable | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(stream, expected, events);
    } catch (error) {
      if (error instanceof StoreBusy && unknown) throw unknown;
      const patient = attempt <= RETRIES && timers.now() - began < PATIENCE_MS;
      if (!(error instanceof StoreUnavailable) || !patient) throw error;
      unknown = error;
      await timers.pause(backoffDelay(attempt, BACKOFF, timers.random));
    }
  }
}
