import { type EventOf, eventSchema, type Instant } from '@app/kernel';
import type { Role } from './roles';
import type { Scope } from './scope';

/** A person was given a role (phân quyền). Stream `account-<accountId>`. */
export const roleGranted = eventSchema('RoleGranted').startingAs<{
  accountId: string;
  grantId: string;
  role: Role;
  scope: Scope;
  from: Instant;
  /** Not any more from this instant on; null: until it is revoked. */
  until: Instant | null;
  reason: string;
  /** Legal document (văn bản) behind it. */
  legalDocument: string | null;
}>();

/** A role was taken back (thu hồi quyền), from an instant on. What was done before stays done. */
export const grantRevoked = eventSchema('GrantRevoked').startingAs<{
  accountId: string;
  grantId: string;
  at: Instant;
  reason: string;
}>();

/** One person lets another act for them (ủy quyền). In the stream of whoever receives it. */
export const delegationGiven = eventSchema('DelegationGiven').startingAs<{
  /** Who receives it and will act. */
  accountId: string;
  /** Who gives it and in whose name is acted. */
  fromAccount: string;
  delegationId: string;
  role: Role;
  scope: Scope;
  from: Instant;
  until: Instant;
  reason: string;
}>();

/**
 * The account has somebody who may act for it, now or later: in its own stream, before the first delegation to that one, so that whoever gives
 * any can see all of them. Whether one was given, and stands, is told by the stream of the delegate.
 */
export const delegateNamed = eventSchema('DelegateNamed').startingAs<{
  accountId: string;
  /** The account of whoever will act; it may not have signed in yet. */
  delegate: string;
}>();

/** Whoever gave a delegation took it back. */
export const delegationWithdrawn = eventSchema('DelegationWithdrawn').startingAs<{
  accountId: string;
  delegationId: string;
  at: Instant;
  reason: string;
}>();

/** Somebody signed out: the session is over, also for whoever kept its cookie. */
export const sessionEnded = eventSchema('SessionEnded').startingAs<{
  accountId: string;
  sessionId: string;
  at: Instant;
}>();

export const accessEvents = [
  roleGranted,
  grantRevoked,
  delegateNamed,
  delegationGiven,
  delegationWithdrawn,
  sessionEnded,
] as const;
export type AccessEvent = EventOf<(typeof accessEvents)[number]>;
