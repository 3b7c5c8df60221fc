import type { Instant } from '@app/kernel';
import { type AccountAccess, delegationsOf, grantsOf, type Holding } from './account-access';
import { reaches } from './scope';
import { isInForce } from './term';

/** What is on record about an account, with what the accounts file grants it beside. */
export interface KnownAccount {
  readonly access: AccountAccess;
  readonly standing: readonly Holding[];
}

/** A unit that a person works for, or worked for until an instant. */
export interface UnitOfPerson {
  readonly unitId: string;
  readonly until: Instant | null;
}

/** What the account holds by own right at an instant. */
export function ownRights({ access, standing }: KnownAccount, at: Instant): readonly Holding[] {
  return grantsOf(access, standing).filter((grant) => isInForce(grant, at));
}

/**
 * What the account may do at an instant in the name of another: what that one delegated and holds by own right at the same instant, as far
 * as it reaches. When its giver loses a role, whatever was delegated of it is lost.
 */
export function delegatedRights(
  { access }: KnownAccount,
  fromAccount: string,
  giver: KnownAccount,
  at: Instant,
): readonly Holding[] {
  const held = ownRights(giver, at);
  return delegationsOf(access).filter(
    (delegation) =>
      delegation.fromAccount === fromAccount &&
      isInForce(delegation, at) &&
      held.some(({ role, scope }) => role === delegation.role && reaches(scope, delegation.scope)),
  );
}

/**
 * The units that the person works or worked for, by every grant or delegation received that has begun: neither a role that ended nor one
 * that is not used in this act makes one a stranger.
 */
export function unitsOf({ access, standing }: KnownAccount, at: Instant): readonly UnitOfPerson[] {
  return [...grantsOf(access, standing), ...delegationsOf(access)]
    .filter(({ from }) => from <= at)
    .flatMap(({ scope: { unitId }, until }) => (unitId === null ? [] : [{ unitId, until }]));
}

/** Whether anything was ever said about the account. */
export function isKnown({ access, standing }: KnownAccount): boolean {
  return standing.length + access.grants.length + access.delegations.length > 0;
}
