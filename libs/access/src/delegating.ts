import { checkedText, type DataOf, type Instant } from '@app/kernel';
import type { RulesetCatalog } from '@app/ruleset';
import {
  DelegatedFurther,
  DelegatedToOneself,
  DelegatedTooMuch,
  DelegationHasEnded,
  DelegationUnknown,
  RoleIsHeld,
  RoleIsNotHeld,
  TooManyDelegates,
} from './access.errors';
import { type AccessEvent, delegateNamed, delegationGiven, delegationWithdrawn } from './access.events';
import { type AccountAccess, checkedAccount, type Delegation, delegationsOf, type Holding } from './account-access';
import { checkedTerm, demandSeparation, type Standing } from './granting';
import { checkedScope, demandKnownFields, reaches, sameScope } from './scope';
import { contains, overlap } from './term';

/** What whoever delegates holds: by own right, and by delegation, which is not theirs to give. */
export interface Delegator {
  readonly grants: readonly Holding[];
  readonly received: readonly Delegation[];
}

/** A delegation to be given. `from` null: now. */
export interface NewDelegation extends Omit<DataOf<typeof delegationGiven>, 'from'>, Standing {
  readonly from: Instant | null;
  readonly delegator: Delegator;
}

/** A delegation to be taken back, at once, by `fromAccount`. */
export interface Withdrawal extends Omit<DataOf<typeof delegationWithdrawn>, 'at'> {
  readonly fromAccount: string;
}

/**
 * Lets another act for oneself, within what one holds by own right and at the most as long. `state` is that of the account which receives
 * it: roles are separated there whichever way they are held. `onBehalfOf` is whom the act itself is done for.
 */
export function giveDelegation(
  state: AccountAccess,
  input: NewDelegation,
  rulesets: Pick<RulesetCatalog, 'inForceBetween'>,
  onBehalfOf: string | null,
  now: Instant,
): AccessEvent[] {
  const { fromAccount, delegationId, role, standing, delegator } = input;
  const accountId = checkedAccount(input.accountId);
  if (accountId === fromAccount) throw new DelegatedToOneself(accountId);
  const scope = checkedScope(role, input.scope);
  const term = checkedTerm(input.from, input.until, now);
  const own = delegator.grants.filter((grant) => grant.role === role);
  const isDeputy = delegator.received.some((delegation) => delegation.role === role);
  if (onBehalfOf !== null || (own.length === 0 && isDeputy)) throw new DelegatedFurther(role);
  if (own.length === 0) throw new RoleIsNotHeld(role);
  if (!own.some((grant) => contains(grant, term) && reaches(grant.scope, scope))) throw new DelegatedTooMuch(role);
  demandKnownFields(scope, term, rulesets);
  demandSeparation(state, standing, role, term);
  const same = delegationsOf(state).find(
    (held) =>
      held.fromAccount === fromAccount && held.role === role && sameScope(held.scope, scope) && overlap(held, term),
  );
  if (same) throw new RoleIsHeld(role, same.id);
  const reason = checkedText('Lý do', input.reason);
  return [delegationGiven.of({ accountId, fromAccount, delegationId, role, scope, ...term, reason })];
}

/** Whoever asks what they gave has so many streams read at the most. */
export const MOST_DELEGATES = 100;

/** Keeps in the giver's own stream whom to ask for what was given; once is enough. Throws TooManyDelegates. */
export function nameDelegate(state: AccountAccess, named: DataOf<typeof delegateNamed>): AccessEvent[] {
  if (state.delegates.has(named.delegate)) return [];
  if (state.delegates.size >= MOST_DELEGATES) throw new TooManyDelegates(MOST_DELEGATES);
  return [delegateNamed.of(named)];
}

/** Takes a delegation back from now on; only whoever gave it can, others are not told that there is one. */
export function withdrawDelegation(state: AccountAccess, input: Withdrawal, now: Instant): AccessEvent[] {
  const { accountId, delegationId, fromAccount } = input;
  const known = state.delegations.find(({ id }) => id === delegationId);
  if (known?.fromAccount !== fromAccount) throw new DelegationUnknown(delegationId);
  const end = state.ended.get(delegationId) ?? known.until;
  if (end !== null && end <= now) throw new DelegationHasEnded(delegationId, end);
  return [delegationWithdrawn.of({ accountId, delegationId, at: now, reason: checkedText('Lý do', input.reason) })];
}
