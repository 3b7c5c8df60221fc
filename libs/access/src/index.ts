export { type Role, roleNames, roles, separatedPairIn, separatedRoles, unitRoles } from './roles';
export { reaches, type Scope } from './scope';
export { isInForce, type Term } from './term';
export * from './access.events';
export * from './access.errors';
export {
  type AccountAccess,
  accountAccess,
  accountStream,
  checkedAccount,
  type Delegation,
  delegationsOf,
  grantsOf,
  type Holding,
} from './account-access';
export { grantRole, type NewGrant, type Revocation, revokeGrant } from './granting';
export {
  type Delegator,
  giveDelegation,
  nameDelegate,
  type NewDelegation,
  type Withdrawal,
  withdrawDelegation,
} from './delegating';
export { delegatedRights, isKnown, type KnownAccount, ownRights, type UnitOfPerson, unitsOf } from './rights';
export { endSession, type SessionName } from './ending-session';
export { EndSession } from './commands/end-session.command';
export { GrantRole } from './commands/grant-role.command';
export { RevokeGrant } from './commands/revoke-grant.command';
export { GiveDelegation } from './commands/give-delegation.command';
export { WithdrawDelegation } from './commands/withdraw-delegation.command';
export * from './viewing.events';
export * from './provider-logout.events';
export {
  isSignedOut,
  type ProviderLogouts,
  providerLogouts,
  providerLogoutStream,
  type SessionOfProvider,
  signOutAtProvider,
} from './provider-logout';
export { SignOutAtProvider } from './commands/sign-out-at-provider.command';
export * from './list-viewing.events';
export { listViewings, listViewingStream, recordListViewings } from './list-viewing';
export { recordViewings, type Viewings, viewings, viewingStream } from './viewing';
export { RecordListViewings } from './commands/record-list-viewings.command';
export { RecordViewings } from './commands/record-viewings.command';
export { AccessModule } from './access.module';
