import { checkedInstant, checkedText, type DataOf, type Instant } from '@app/kernel';
import type { RulesetCatalog } from '@app/ruleset';
import {
  GrantedToOneself,
  GrantHasEnded,
  GrantUnknown,
  RoleIsHeld,
  RolesAreSeparated,
  TermIsOutOfOrder,
} from './access.errors';
import { type AccessEvent, grantRevoked, roleGranted } from './access.events';
import { type AccountAccess, checkedAccount, delegationsOf, grantsOf, type Holding } from './account-access';
import { type Role, separatedPairIn } from './roles';
import { checkedScope, demandKnownFields, sameScope } from './scope';
import { overlap, type Term } from './term';

/** What the accounts file grants to the account beside the log. */
export interface Standing {
  readonly standing: readonly Holding[];
}

/** A role to be given. `from` null: now. */
export interface NewGrant extends Omit<DataOf<typeof roleGranted>, 'from'>, Standing {
  readonly from: Instant | null;
}

/** A role to be taken back, at once. */
export interface Revocation extends Omit<DataOf<typeof grantRevoked>, 'at'>, Standing {}

/** Gives a role, from now or later. `by` are the accounts behind the act: none of them is the one that receives it. */
export function grantRole(
  state: AccountAccess,
  input: NewGrant,
  rulesets: Pick<RulesetCatalog, 'inForceBetween'>,
  by: readonly string[],
  now: Instant,
): AccessEvent[] {
  const { grantId, role, standing } = input;
  const accountId = checkedAccount(input.accountId);
  if (by.includes(accountId)) throw new GrantedToOneself(accountId);
  const scope = checkedScope(role, input.scope);
  const term = checkedTerm(input.from, input.until, now);
  demandKnownFields(scope, term, rulesets);
  demandSeparation(state, standing, role, term);
  const same = grantsOf(state, standing).find(
    (held) => held.role === role && sameScope(held.scope, scope) && overlap(held, term),
  );
  if (same) throw new RoleIsHeld(role, same.id);
  const reason = checkedText('Lý do', input.reason);
  const legalDocument = input.legalDocument === null ? null : checkedText('Văn bản', input.legalDocument);
  return [roleGranted.of({ accountId, grantId, role, scope, ...term, reason, legalDocument })];
}

/** Takes a role back from now on, also one that the accounts file gives. */
export function revokeGrant(state: AccountAccess, input: Revocation, now: Instant): AccessEvent[] {
  const { accountId, grantId, standing } = input;
  const known = [...standing, ...state.grants].find(({ id }) => id === grantId);
  if (!known) throw new GrantUnknown(grantId);
  const end = state.ended.get(grantId) ?? known.until;
  if (end !== null && end <= now) throw new GrantHasEnded(grantId, end);
  return [grantRevoked.of({ accountId, grantId, at: now, reason: checkedText('Lý do', input.reason) })];
}

/** From now (null) or a later instant until a later one. Throws TermIsOutOfOrder. */
export function checkedTerm<Until extends Instant | null>(
  from: Instant | null,
  until: Until,
  now: Instant,
): { readonly from: Instant; readonly until: Until } {
  const begins = from === null ? now : checkedInstant('Từ', from);
  if (until !== null) checkedInstant('Đến', until);
  if (begins < now) throw new TermIsOutOfOrder('quyền không có hiệu lực ngược về trước', begins, until);
  if (until !== null && until <= begins) throw new TermIsOutOfOrder('phải hết sau khi bắt đầu', begins, until);
  return { from: begins, until };
}

/** Nothing that the account holds at any instant of the term, granted or delegated, is separated from the role. */
export function demandSeparation(state: AccountAccess, standing: readonly Holding[], role: Role, term: Term): void {
  for (const held of [...grantsOf(state, standing), ...delegationsOf(state)]) {
    if (overlap(held, term) && separatedPairIn([role, held.role])) throw new RolesAreSeparated(role, held.role);
  }
}
