import { type AccessEvent, type AccountAccess, accountAccess, accountStream, type KnownAccount } from '@app/access';
import { EventRegistry, EventStore, StoreUnavailable } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { Accounts } from './account';

/** For so long what was read of an account is taken for the present, ms: a revoked role is refused at the latest then, in every process. */
const FRESH_MS = 2_000;
/** The log answers within this, ms, or counts as away. */
const PATIENCE_MS = 2_000;
/** While the log is away, what is known of an account serves for so long, ms: nothing can be written, but what is known can be read. */
const TRUSTED_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly access: AccountAccess;
  readonly readAt: number;
  /** Looked for last: when it was read, or when the log gave no answer. */
  askedAt: number;
}

/** What is on record about accounts, read from their own streams and remembered for a moment. */
@Injectable()
export class AccountRights {
  private readonly remembered = new Map<string, Remembered>();
  private readonly coming = new Map<string, Promise<AccountAccess>>();

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly accounts: Accounts,
  ) {}

  /** At most two seconds old while the log answers. Throws StoreUnavailable when it does not and nothing is known. */
  async of(accountId: string): Promise<KnownAccount> {
    const standing = this.accounts.standingOf(accountId);
    const known = this.remembered.get(accountId);
    if (known && performance.now() - known.askedAt < FRESH_MS) return { access: known.access, standing };
    return { access: await this.presentOr(accountId, known), standing };
  }

  /** As the log has it now. */
  async present(accountId: string): Promise<KnownAccount> {
    this.forget(accountId);
    return this.of(accountId);
  }

  /** What was remembered is no longer so. */
  forget(accountId: string): void {
    this.remembered.delete(accountId);
    this.coming.delete(accountId);
  }

  private async presentOr(accountId: string, known: Remembered | undefined): Promise<AccountAccess> {
    try {
      return await this.readOnce(accountId);
    } catch (error) {
      const isAway = error instanceof StoreUnavailable;
      if (!isAway || !known || performance.now() - known.readAt > TRUSTED_MS) throw error;
      known.askedAt = performance.now();
      return known.access;
    }
  }

  /** Many requests of one account at once read its stream once. */
  private readOnce(accountId: string): Promise<AccountAccess> {
    const running = this.coming.get(accountId);
    if (running) return running;
    const reading = inTime(this.read(accountId)).finally(() => {
      if (this.coming.get(accountId) === reading) this.coming.delete(accountId);
    });
    this.coming.set(accountId, reading);
    return reading;
  }

  private async read(accountId: string): Promise<AccountAccess> {
    const readAt = performance.now();
    let access = accountAccess.initial;
    for await (const event of this.store.read(accountStream(accountId))) {
      access = accountAccess.evolve(access, this.registry.decode<AccessEvent>(event));
    }
    this.remember(accountId, { access, readAt, askedAt: readAt });
    return access;
  }

  private remember(accountId: string, known: Remembered): void {
    this.remembered.delete(accountId);
    this.remembered.set(accountId, known);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
  }
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('The log did not answer in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
