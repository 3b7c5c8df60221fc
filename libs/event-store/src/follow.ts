import { StoreUnavailable } from './errors';
import type { EventStore, Page } from './event-store';
import { type Backoff, backoffDelay, systemTimers, type Timers, unlessAborted } from './pause';
import type { Position } from './recorded-event';

export interface FollowOptions {
  /** Ends the following; what was already yielded is the consumer's. */
  readonly signal: AbortSignal;
  /** Continue after this position: that of the last event applied. Undefined: from the beginning. */
  readonly after?: Position | undefined;
  /** About how many events a page holds at most, or what answers that before each page. */
  readonly limit?: number | (() => number);
  /** Looks again after this many ms even when no wake-up came. */
  readonly idleMs?: number;
  /** How many ms after the last page was dealt with the next one is taken at the end of the log: what comes meanwhile makes one page. Default: 0. */
  readonly restMs?: () => number;
  readonly backoff?: Backoff;
  readonly timers?: Timers;
  /** Told each time the store gave no answer; following goes on by itself. */
  readonly onUnavailable?: (error: StoreUnavailable, attempt: number) => void;
}

/** The pauses stay short: after an outage all is normal again within five seconds. */
const DEFAULTS = { limit: 1000, idleMs: 250, backoff: { firstMs: 50, longestMs: 2000 } };

/**
 * The log from a position on, for ever: whole appends, in order, nothing lost or repeated. Yields a page when it has events, and once
 * (perhaps empty) each time the end is reached, also again after the store was away, so that neither `atEnd` nor the end of an outage is
 * missed. The next page is fetched while the consumer works. Waits out an unavailable store; ends quietly when aborted; throws whatever
 * else the store throws.
 */
export async function* follow(store: EventStore, options: FollowOptions): AsyncGenerator<Page, void, void> {
  const { signal, timers = systemTimers, restMs = () => 0 } = options;
  const alarm = new Alarm(store, options.idleMs ?? DEFAULTS.idleMs, signal, timers);
  let after = options.after;
  let atEnd = false;
  let coming: Promise<Page | undefined> | undefined;
  const onUnavailable = (error: StoreUnavailable, attempt: number): void => {
    atEnd = false;
    options.onUnavailable?.(error, attempt);
  };
  const reading = { ...options, onUnavailable };
  while (!signal.aborted) {
    // Armed before the page is taken: what is appended behind the page then cannot be slept through.
    if (atEnd) alarm.arm();
    const page = await (coming ?? nextPage(store, after, reading));
    if (!page) return;
    after = page.next ?? after;
    coming = page.atEnd ? undefined : heldBack(nextPage(store, after, reading));
    const endReached = page.atEnd && !atEnd;
    atEnd = page.atEnd;
    if (page.events.length > 0 || endReached) yield page;
    else if (atEnd) await alarm.rings();
    const rest = atEnd && page.events.length > 0 ? restMs() : 0;
    if (rest > 0) await timers.pause(rest, signal);
  }
}

/** The page after a position, however long the store stays away; undefined when aborted. */
async function nextPage(
  store: EventStore,
  after: Position | undefined,
  options: FollowOptions,
): Promise<Page | undefined> {
  const { signal, limit = DEFAULTS.limit, backoff = DEFAULTS.backoff, timers = systemTimers, onUnavailable } = options;
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      return await unlessAborted(store.page(after, typeof limit === 'number' ? limit : limit()), signal);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      onUnavailable?.(error, attempt);
      await timers.pause(backoffDelay(attempt, backoff, timers.random), signal);
    }
  }
  return undefined;
}

/** A failure shows when the page is asked for, not as an unhandled rejection while the consumer still works. */
function heldBack<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** At most one wake-up at a time is asked of the store, however often the loop goes round. */
class Alarm {
  private pending: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly idleMs: number,
    private readonly signal: AbortSignal,
    private readonly timers: Timers,
  ) {}

  arm(): void {
    const clear = (): void => {
      this.pending = undefined;
    };
    // A wake-up is only a hint: when it fails, the clock wakes instead.
    this.pending ??= this.store
      .wake(this.idleMs, this.signal)
      .catch(() => this.timers.pause(this.idleMs, this.signal))
      .then(clear);
  }

  async rings(): Promise<void> {
    await this.pending;
  }
}
