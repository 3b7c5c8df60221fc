import { createHash } from 'node:crypto';
import type { Role } from './roles';

/** One person's account; accounts are never shared. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The unit the person works for; null for those outside the assessed units. */
  readonly unitId: string | null;
  /** SHA-256 of the access token, hex: the token itself is kept nowhere. */
  readonly tokenSha256: string;
}

/** All accounts. Also the Nest token. */
export class Accounts {
  private readonly byDigest: ReadonlyMap<string, Account>;

  constructor(accounts: readonly Account[]) {
    this.byDigest = new Map(accounts.map((account) => [account.tokenSha256, account]));
  }

  /** Whose token it is. Found by its digest, which nobody can steer towards another's: how long that takes tells nothing of any token. */
  ofToken(token: string): Account | undefined {
    return this.byDigest.get(sha256Hex(token));
  }
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
