import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountAccess, accountStream } from '../account-access';
import { giveDelegation, type NewDelegation } from '../delegating';

/** Whoever acts lets another account act for them. The delegation's id is the command's. */
export class GiveDelegation extends Command<CommandResult> {
  constructor(
    readonly input: Omit<NewDelegation, 'delegationId' | 'fromAccount'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GiveDelegation)
export class GiveDelegationHandler implements ICommandHandler<GiveDelegation> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: GiveDelegation): Promise<CommandResult> {
    const { actor, commandId, onBehalfOf } = context;
    const delegation = { ...input, delegationId: commandId, fromAccount: actor };
    return this.writePath.execute(accountAccess, accountStream(input.accountId), context, (state, now) =>
      giveDelegation(state, delegation, this.rulesets, onBehalfOf, now),
    );
  }
}
