import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountAccess, accountStream } from '../account-access';
import { grantRole, type NewGrant } from '../granting';

/** Gives a person a role. The grant's id is the command's. */
export class GrantRole extends Command<CommandResult> {
  constructor(
    readonly input: Omit<NewGrant, 'grantId'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GrantRole)
export class GrantRoleHandler implements ICommandHandler<GrantRole> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: GrantRole): Promise<CommandResult> {
    const grant = { ...input, grantId: context.commandId };
    return this.writePath.execute(accountAccess, accountStream(input.accountId), context, (state, now) =>
      grantRole(state, grant, this.rulesets, accountsOf(context), now),
    );
  }
}
