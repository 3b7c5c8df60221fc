import { createHash } from 'node:crypto';
import type { Holding } from '@app/access';
import type { Role } from './roles';

/** One person's account as the accounts file states it; accounts are never shared. */
export interface Account {
  readonly id: string;
  readonly name: string;
  /** Standing grants: in force until the log says that they are revoked. */
  readonly roles: readonly Role[];
  /** The unit the person works for; null for those outside the assessed units. */
  readonly unitId: string | null;
  /** SHA-256 of the access token, hex: the token itself is kept nowhere. Null: signs in elsewhere. */
  readonly tokenSha256: string | null;
}

/** All accounts of the file. Also the Nest token. */
export class Accounts {
  private readonly byDigest: ReadonlyMap<string | null, Account>;
  private readonly byId: ReadonlyMap<string, Account>;

  constructor(accounts: readonly Account[]) {
    const withToken = accounts.filter(({ tokenSha256 }) => tokenSha256 !== null);
    this.byDigest = new Map(withToken.map((account) => [account.tokenSha256, account]));
    this.byId = new Map(accounts.map((account) => [account.id, account]));
  }

  /** Whose token it is. Found by its digest, which nobody can steer towards another's: how long that takes tells nothing of any token. */
  ofToken(token: string): Account | undefined {
    return this.byDigest.get(sha256Hex(token));
  }

  /** What the file grants to the account: from ever, for ever. The grants' ids are `file.<role>`. */
  standingOf(accountId: string): readonly Holding[] {
    const account = this.byId.get(accountId);
    return (account?.roles ?? []).map((role) => ({
      id: `file.${role}`,
      role,
      scope: { unitId: account?.unitId ?? null, fields: null, blockIds: null },
      from: '1900-01-01T00:00:00.000Z',
      until: null,
    }));
  }
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
