import {
  type AccessEvent,
  type AccountAccess,
  accountAccess,
  accountStream,
  type Delegation,
  delegationsOf,
  type KnownAccount,
} from '@app/access';
import { EventRegistry, EventStore, type RecordedEvent, StoreUnavailable } from '@app/event-store';
import { fold } from '@app/kernel';
import { Injectable, Logger } from '@nestjs/common';
import { Accounts } from './account';
import { inTime, RememberedStreams } from './remembered-streams';

/** A delegation that an account gave, and to which one. */
export type GivenDelegation = Omit<Delegation, 'fromAccount'> & { readonly toAccount: string };

/** What an account gave, as far as can be told now. */
export interface GivenDelegations {
  readonly given: readonly GivenDelegation[];
  /** Those to whom it gave some, or was about to, of whom nothing can be told: the log is away, or their record cannot be read. */
  readonly untold: readonly string[];
}

/** What is on record about accounts, read from their own streams and remembered for a moment. */
@Injectable()
export class AccountRights {
  private readonly logger = new Logger('account-rights');
  private readonly streams: RememberedStreams<AccountAccess, AccessEvent>;

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
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

  /**
   * What the account, as it is known, gave to others: as those hold it, or held, or will. Read anew each time, and not needed for anything else:
   * whose stream tells nothing now is named, and does not keep the others, or the account's own rights, from being told.
   */
  async givenBy(accountId: string, { access: { delegates } }: KnownAccount): Promise<GivenDelegations> {
    const streams = await this.streamsOf(delegates);
    const told = [...delegates].map((toAccount) => ({ toAccount, held: this.heldIn(streams?.get(toAccount)) }));
    const given = told.flatMap(({ toAccount, held = [] }) =>
      held.flatMap(({ fromAccount, ...one }) => (fromAccount === accountId ? [{ ...one, toAccount }] : [])),
    );
    return { given, untold: told.flatMap(({ toAccount, held }) => (held ? [] : [toAccount])) };
  }

  /** By account; undefined while the log is away. */
  private async streamsOf(accounts: ReadonlySet<string>): Promise<Map<string, RecordedEvent[]> | undefined> {
    const found = new Map([...accounts].map((account) => [account, new Array<RecordedEvent>()]));
    const byStream = new Map([...found].map(([account, events]) => [accountStream(account), events]));
    try {
      await inTime(this.fill(byStream));
      return found;
    } catch (error) {
      if (error instanceof StoreUnavailable) return undefined;
      throw error;
    }
  }

  private async fill(byStream: ReadonlyMap<string, RecordedEvent[]>): Promise<void> {
    for await (const event of this.store.readEach([...byStream.keys()])) byStream.get(event.stream)?.push(event);
  }

  /** Undefined where they cannot be read: the caller names whose they are, the log of the program says why. */
  private heldIn(events: readonly RecordedEvent[] | undefined): readonly Delegation[] | undefined {
    if (!events) return undefined;
    try {
      const decoded = events.map((event) => this.registry.decode<AccessEvent>(event));
      return delegationsOf(fold(accountAccess, decoded));
    } catch (error) {
      this.logger.warn({ unreadable: events[0]?.stream, reason: String(error) });
      return undefined;
    }
  }

  /** What was remembered is no longer so. */
  forget(accountId: string): void {
    this.streams.forget(accountStream(accountId));
  }
}
