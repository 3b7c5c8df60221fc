import { Module } from '@nestjs/common';
import { EndSessionHandler } from './commands/end-session.command';
import { GiveDelegationHandler } from './commands/give-delegation.command';
import { GrantRoleHandler } from './commands/grant-role.command';
import { RecordListViewingsHandler } from './commands/record-list-viewings.command';
import { RecordViewingsHandler } from './commands/record-viewings.command';
import { RevokeGrantHandler } from './commands/revoke-grant.command';
import { SignOutAtProviderHandler } from './commands/sign-out-at-provider.command';
import { WithdrawDelegationHandler } from './commands/withdraw-delegation.command';

const handlers = [
  GrantRoleHandler,
  RevokeGrantHandler,
  GiveDelegationHandler,
  WithdrawDelegationHandler,
  RecordViewingsHandler,
  RecordListViewingsHandler,
  EndSessionHandler,
  SignOutAtProviderHandler,
];

/** Command handlers of grants, delegations and records of viewings. Needs WritePath, RulesetCatalog and the command bus from global modules. */
@Module({ providers: handlers, exports: handlers })
export class AccessModule {}
