import { type Backoff, backoffDelay, pause } from './pause';
import { Sleepers } from './sleepers';

/**
 * Between sessions that fail. Meanwhile followers look by themselves (`idleMs` of `follow`), so nobody is later than that; two seconds at
 * most, so that all is normal within five after an outage.
 */
export const LISTENING_BACKOFF: Backoff = { firstMs: 100, longestMs: 2_000 };

/** How a session ended: it held for a while, it failed, or it is normal that it ended and the next begins at once. */
export type SessionEnd = 'held' | 'failed' | 'at-once';

/**
 * Wakes whoever waits for the log to grow. Sessions of listening follow one another from the first sleep until it is closed; the pauses
 * between them grow while they fail.
 */
export abstract class Listener {
  private readonly sleepers = new Sleepers();
  private readonly closing = new AbortController();
  private listening: Promise<void> | undefined;

  /** Aborted when it is closed. */
  protected readonly closed = this.closing.signal;

  async sleep(atMost: number, signal: AbortSignal): Promise<void> {
    if (this.closed.aborted) return;
    this.listening ??= this.listen();
    await this.sleepers.sleep(atMost, signal);
  }

  /** Something may have been appended. */
  readonly ring = (): void => this.sleepers.wakeAll();

  async close(): Promise<void> {
    this.closing.abort();
    this.ring();
    await this.listening;
  }

  /** Listens, and rings, until that ends. Never throws. */
  protected abstract session(): Promise<SessionEnd>;

  private async listen(): Promise<void> {
    for (let failures = 0; !this.closed.aborted;) {
      const end = await this.session();
      if (end === 'at-once') continue;
      failures = end === 'held' ? 1 : failures + 1;
      await pause(backoffDelay(failures, LISTENING_BACKOFF), this.closed);
    }
  }
}
