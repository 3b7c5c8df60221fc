import {
  type AccessEvent,
  type AccountAccess,
  accountAccess,
  accountStream,
  type Delegation,
  delegationsOf,
  type KnownAccount,
} from '@app/access';
import { EventRegistry, EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { Accounts } from './account';
import { RememberedStreams } from './remembered-streams';

/** A delegation that an account gave, and to which one. */
export type GivenDelegation = Omit<Delegation, 'fromAccount'> & { readonly toAccount: string };

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

  /** What the account, as it is known, gave to others: as those hold it, or held, or will. Throws as `of` does. */
  async givenBy(accountId: string, { access }: KnownAccount): Promise<readonly GivenDelegation[]> {
    const held = await Promise.all([...access.delegates].map((toAccount) => this.heldBy(toAccount)));
    return held.flat().flatMap(({ fromAccount, ...given }) => (fromAccount === accountId ? [given] : []));
  }

  private async heldBy(toAccount: string): Promise<(Delegation & GivenDelegation)[]> {
    const { access } = await this.of(toAccount);
    return delegationsOf(access).map((delegation) => ({ ...delegation, toAccount }));
  }

  /** What was remembered is no longer so. */
  forget(accountId: string): void {
    this.streams.forget(accountStream(accountId));
  }
}
