import { type AllStreamSubscription, END, eventTypeFilter } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import { type Backoff, backoffDelay, pause } from '../pause';
import { Sleepers } from '../sleepers';
import type { Connection } from './connection';
import { isCutOff } from './store-error';

const BACKOFF: Backoff = { firstMs: 100, longestMs: 5_000 };

/**
 * Wakes whoever waits for the log to grow: one subscription from the end whose filter lets no event through, so that only a checkpoint an
 * event travels. It begins at the first sleep and again whenever it ends; that it ends is normal, and does no harm.
 */
export class WakeUp {
  private readonly sleepers = new Sleepers();
  private readonly closing = new AbortController();
  private listening: Promise<void> | undefined;

  constructor(private readonly connection: Connection) {}

  async sleep(atMost: number, signal: AbortSignal): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.listening ??= this.listen();
    await this.sleepers.sleep(atMost, signal);
  }

  /** Something may have been appended. */
  readonly ring = (): void => this.sleepers.wakeAll();

  /** After the connection was closed. */
  async close(): Promise<void> {
    this.closing.abort();
    this.ring();
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted;) {
      const started = Date.now();
      const error = await this.session();
      // Cut off for being busy: at once again. Else less and less often, from the start again after it had held for a while.
      if (isCutOff(error)) continue;
      failures = Date.now() - started > BACKOFF.longestMs ? 1 : failures + 1;
      await pause(backoffDelay(failures, BACKOFF), signal);
    }
  }

  /** Listens until the subscription ends; gives the reason. */
  private async session(): Promise<Error> {
    try {
      const client = await this.connection.client();
      const filter = eventTypeFilter({
        regex: '^$',
        maxSearchWindow: 1,
        checkpointInterval: 1,
        checkpointReached: this.ring,
      });
      return await this.listenTo(client.subscribeToAll({ fromPosition: END, filter }));
    } catch (error) {
      return error as Error;
    }
  }

  private listenTo(subscription: AllStreamSubscription): Promise<Error> {
    return new Promise((resolve) => {
      const forget = this.connection.track((reason) => {
        void subscription.unsubscribe().catch(() => undefined);
        over(reason);
      });
      const over = (error: Error): void => {
        forget();
        resolve(error);
      };
      // Before it was there nobody listened: something may have been appended.
      subscription.on('confirmation', this.ring);
      subscription.on('caughtUp', this.ring);
      subscription.on('data', this.ring);
      subscription.on('error', over);
      subscription.on('end', () => over(new StoreUnavailable('The subscription ended')));
    });
  }
}
