import { type Aggregate, assertNever, IdentifierIsInvalid, type Instant } from '@app/kernel';
import type { AccessEvent } from './access.events';
import type { Role } from './roles';
import type { Scope } from './scope';
import { isEmpty, type Term } from './term';

/** A role that a person holds for a time, as granted or as delegated. */
export interface Holding extends Term {
  /** The grant's or the delegation's. */
  readonly id: string;
  readonly role: Role;
  readonly scope: Scope;
}

/** A role that a person holds in the name of another. */
export interface Delegation extends Holding {
  readonly fromAccount: string;
}

/** What is on record about one account's rights. */
export interface AccountAccess {
  readonly grants: readonly Holding[];
  /** Received from others. */
  readonly delegations: readonly Delegation[];
  /** Accounts to which delegations were given: what became of them stands in their streams. */
  readonly delegates: ReadonlySet<string>;
  /** Revoked or withdrawn, by id: since when. */
  readonly ended: ReadonlyMap<string, Instant>;
  /** Sessions that were signed out of. */
  readonly endedSessions: ReadonlySet<string>;
}

export const accountAccess: Aggregate<AccountAccess, AccessEvent> = {
  initial: { grants: [], delegations: [], delegates: new Set(), ended: new Map(), endedSessions: new Set() },
  evolve(state, { type, data }) {
    switch (type) {
      case 'RoleGranted':
        return { ...state, grants: [...state.grants, { id: data.grantId, ...heldIn(data) }] };
      case 'DelegationGiven':
        return {
          ...state,
          delegations: [
            ...state.delegations,
            { id: data.delegationId, fromAccount: data.fromAccount, ...heldIn(data) },
          ],
        };
      case 'DelegateNamed':
        return { ...state, delegates: new Set(state.delegates).add(data.delegate) };
      case 'GrantRevoked':
        return { ...state, ended: new Map(state.ended).set(data.grantId, data.at) };
      case 'DelegationWithdrawn':
        return { ...state, ended: new Map(state.ended).set(data.delegationId, data.at) };
      case 'SessionEnded':
        return { ...state, endedSessions: new Set(state.endedSessions).add(data.sessionId) };
      default:
        return assertNever(type);
    }
  },
};

function heldIn({ role, scope, from, until }: Omit<Holding, 'id'>): Omit<Holding, 'id'> {
  return { role, scope, from, until };
}

const ACCOUNT = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

/** An account's id: letters, digits, `.`, `_`, `@`, `-`; case counts. Throws IdentifierIsInvalid. */
export function checkedAccount(accountId: string): string {
  if (ACCOUNT.test(accountId)) return accountId;
  throw new IdentifierIsInvalid('Tài khoản', accountId, 'chữ không dấu, chữ số và các dấu “.”, “_”, “@”, “-”');
}

/**
 * `account-<accountId>`, with each of `.`, `@`, `-` written as `.` and two hexadecimal digits: a stream's key takes no `-`, and no two
 * accounts share a stream. Throws IdentifierIsInvalid.
 */
export function accountStream(accountId: string): string {
  const escape = (sign: string): string => `.${sign.charCodeAt(0).toString(16)}`;
  return `account-${checkedAccount(accountId).replace(/[.@-]/g, escape)}`;
}

/** The grants that ever were or will be in force, each until it ends or was ended. `standing` are those of the accounts file. */
export function grantsOf({ grants, ended }: AccountAccess, standing: readonly Holding[]): readonly Holding[] {
  return [...standing, ...grants].map((grant) => cut(grant, ended)).filter((grant) => !isEmpty(grant));
}

/** The delegations received that ever were or will be in force, each until it ends or was ended. */
export function delegationsOf({ delegations, ended }: AccountAccess): readonly Delegation[] {
  return delegations.map((delegation) => cut(delegation, ended)).filter((delegation) => !isEmpty(delegation));
}

function cut<Held extends Holding>(held: Held, ended: AccountAccess['ended']): Held {
  const at = ended.get(held.id);
  return at === undefined || (held.until !== null && held.until <= at) ? held : { ...held, until: at };
}
