import { type AccessEvent, type AccountAccess, accountAccess, accountStream, type KnownAccount } from '@app/access';
import { EventRegistry, EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { Accounts } from './account';
import { RememberedStreams } from './remembered-streams';

/** What is on record about accounts, read from their own streams and remembered for a moment. */
@Injectable()
export class AccountRights {
  private readonly streams: RememberedStreams<AccountAccess, AccessEvent>;

  constructor(
    store: EventStore,
    registry: EventRegistry,
    private readonly accounts: Accounts,
  ) {
    this.streams = new RememberedStreams(store, registry, accountAccess);
  }

  /** At most two seconds old while the log answers. Throws StoreUnavailable when it does not and nothing is known. */
  async of(accountId: string): Promise<KnownAccount> {
    const access = await this.streams.of(accountStream(accountId));
    return { access, standing: this.accounts.standingOf(accountId) };
  }

  /** As the log has it now. */
  async present(accountId: string): Promise<KnownAccount> {
    this.forget(accountId);
    return this.of(accountId);
  }

  /** What was remembered is no longer so. */
  forget(accountId: string): void {
    this.streams.forget(accountStream(accountId));
  }
}
