import {
  delegationsOf,
  GiveDelegation,
  GrantRole,
  grantsOf,
  RevokeGrant,
  type Scope,
  WithdrawDelegation,
} from '@app/access';
import type { CommandContext, CommandResult } from '@app/event-store';
import { Body, Controller, Param } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AccountRights } from '../auth/account-rights';
import { Context } from '../http/command-context';
import { AccountPipe } from '../http/parameters';
import { Commutes } from '../http/precondition';
import { answerOf, type CommandAnswer, CommandRoute, PersonalCommandRoute, QueryRoute } from '../http/routes';
import { LogRegister } from '../lookup/log-register';
import {
  AccountAnswer,
  accountAnswerOf,
  GiveDelegationBody,
  GrantRoleBody,
  RevokeGrantBody,
  WithdrawDelegationBody,
} from './access.dto';

const by = 'administrator-of-units';

/** Accounts (tài khoản): roles granted and taken back, and acting for one another. */
@ApiTags('Tài khoản và phân quyền')
@Controller('accounts')
export class AccessController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rights: AccountRights,
    private readonly register: LogRegister,
  ) {}

  @QueryRoute(
    ':accountId',
    'What does the account hold, since when?',
    { type: AccountAnswer },
    'it-admin',
    by,
    'auditor',
  )
  async get(@Param('accountId', AccountPipe) accountId: string): Promise<AccountAnswer> {
    const known = await this.rights.present(accountId);
    return accountAnswerOf(accountId, known, await this.rights.givenBy(accountId, known));
  }

  @CommandRoute(':accountId/grants', 'Gives a person a role; its id is the Idempotency-Key', by)
  @Commutes()
  async grant(
    @Param('accountId', AccountPipe) accountId: string,
    @Body() { unitId, fields, blockIds, ...body }: GrantRoleBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const scope = await this.knownScope({ unitId, fields, blockIds });
    const { standing } = await this.rights.of(accountId);
    const input = { ...body, accountId, scope, standing };
    return this.decide(new GrantRole(input, context), accountId);
  }

  @CommandRoute(':accountId/revocations', 'Takes a role back, at once', by)
  @Commutes()
  async revoke(
    @Param('accountId', AccountPipe) accountId: string,
    @Body() body: RevokeGrantBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const { standing } = await this.rights.of(accountId);
    return this.decide(new RevokeGrant({ ...body, accountId, standing }, context), accountId);
  }

  @PersonalCommandRoute(':accountId/delegations', 'Lets that account act for oneself; its id is the Idempotency-Key')
  @Commutes()
  async delegate(
    @Param('accountId', AccountPipe) accountId: string,
    @Body() { unitId, fields, blockIds, ...body }: GiveDelegationBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    const scope = await this.knownScope({ unitId, fields, blockIds });
    const { standing } = await this.rights.of(accountId);
    const own = await this.rights.present(context.actor);
    const delegator = { grants: grantsOf(own.access, own.standing), received: delegationsOf(own.access) };
    const input = { ...body, accountId, scope, standing, delegator };
    // The giver's own stream names whom it delegated to.
    return this.decide(new GiveDelegation(input, context), accountId, context.actor);
  }

  @PersonalCommandRoute(':accountId/withdrawals', 'Takes a delegation back that one gave to that account')
  @Commutes()
  async withdraw(
    @Param('accountId', AccountPipe) accountId: string,
    @Body() body: WithdrawDelegationBody,
    @Context() context: CommandContext,
  ): Promise<CommandAnswer> {
    return this.decide(new WithdrawDelegation({ ...body, accountId }, context), accountId);
  }

  /** Its unit and blocks are on record: a slip would become a right on the day they are. Throws UnitNotRegistered, BlockNotDefined. */
  private async knownScope(scope: Scope): Promise<Scope> {
    await this.register.demandNamed(scope.unitId);
    await this.register.demandBlocks(scope.blockIds ?? []);
    return scope;
  }

  /** What is remembered of the accounts is no longer so, whether or not the answer arrived. */
  private async decide(command: Command<CommandResult>, ...changed: readonly string[]): Promise<CommandAnswer> {
    try {
      return answerOf(await this.commands.execute(command));
    } finally {
      for (const accountId of changed) this.rights.forget(accountId);
    }
  }
}
