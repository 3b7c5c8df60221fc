import {
  delegatedRights,
  delegationsOf,
  type Holding,
  isKnown,
  ownRights,
  type UnitOfPerson,
  unitsOf,
} from '@app/access';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EdgeRefusal } from '../http/edge-refusal';
import { AccountRights } from './account-rights';

/** What somebody may do at this moment, and for which units they work or worked. */
export interface Authority {
  readonly rights: readonly Holding[];
  readonly units: readonly UnitOfPerson[];
}

/** Answers what an account may do now, by own right or in the name of another. */
@Injectable()
export class Authorities {
  constructor(
    private readonly accounts: AccountRights,
    private readonly clock: Clock,
  ) {}

  /** By own right. Throws EdgeRefusal (403) for an account of which nothing was ever said. */
  async own(accountId: string): Promise<Authority> {
    const known = await this.accounts.of(accountId);
    if (!isKnown(known)) throw new EdgeRefusal('http.unknown-account', 'Tài khoản này chưa được cấp quyền nào.');
    const now = this.clock.now();
    return { rights: ownRights(known, now), units: unitsOf(known, now) };
  }

  /**
   * In the name of whoever delegated. Throws EdgeRefusal (403), in the same words whether there is no such account, no delegation, or
   * none in force.
   */
  async delegated(accountId: string, fromAccount: string): Promise<Authority> {
    const known = await this.accounts.of(accountId);
    if (!delegationsOf(known.access).some((delegation) => delegation.fromAccount === fromAccount)) throw notDelegated();
    const giver = await this.accounts.of(fromAccount);
    const now = this.clock.now();
    const rights = delegatedRights(known, fromAccount, giver, now);
    if (rights.length === 0) throw notDelegated();
    return { rights, units: [...unitsOf(known, now), ...unitsOf(giver, now)] };
  }
}

function notDelegated(): EdgeRefusal {
  return new EdgeRefusal('http.not-delegated', 'Không có ủy quyền đang hiệu lực từ tài khoản nêu ở X-On-Behalf-Of.');
}
