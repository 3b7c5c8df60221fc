import { type AllStreamSubscription, END, eventTypeFilter } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import { Listener, LISTENING_BACKOFF, type SessionEnd } from '../listener';
import type { Connection } from './connection';
import { isCutOff } from './store-error';

/**
 * Wakes whoever waits for the log to grow: one subscription from the end whose filter lets no event through, so that only a checkpoint an
 * event travels. It begins at the first sleep and again whenever it ends; that it ends is normal, and does no harm.
 * Close it after the connection was closed.
 */
export class WakeUp extends Listener {
  constructor(private readonly connection: Connection) {
    super();
  }

  protected async session(): Promise<SessionEnd> {
    const started = Date.now();
    const error = await this.subscription();
    // Cut off for being busy: at once again. Else less and less often, from the start again after it had held for a while.
    if (isCutOff(error)) return 'at-once';
    return Date.now() - started > LISTENING_BACKOFF.longestMs ? 'held' : 'failed';
  }

  /** Listens until the subscription ends; gives the reason. */
  private async subscription(): Promise<Error> {
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
