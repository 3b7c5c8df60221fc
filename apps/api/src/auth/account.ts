import { createHash, timingSafeEqual } from 'node:crypto';
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
  constructor(private readonly accounts: readonly Account[]) {}

  /** Whose token it is. Compares with every account in constant time, so that timing tells nothing about any of them. */
  ofToken(token: string): Account | undefined {
    const digest = createHash('sha256').update(token).digest();
    let found: Account | undefined;
    for (const account of this.accounts) {
      if (timingSafeEqual(digest, Buffer.from(account.tokenSha256, 'hex'))) found = account;
    }
    return found;
  }
}

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
