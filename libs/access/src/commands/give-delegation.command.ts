import { type CommandContext, type CommandResult, type Decide, nameBased, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { AccessEvent } from '../access.events';
import { type AccountAccess, accountAccess, accountStream } from '../account-access';
import { giveDelegation, nameDelegate, type NewDelegation } from '../delegating';

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
    const decide: Decide<AccountAccess, AccessEvent> = (state, now) =>
      giveDelegation(state, delegation, this.rulesets, onBehalfOf, now);
    const first = await this.writePath.dryRun(accountAccess, accountStream(input.accountId), context, decide);
    return first ?? (await this.give(input.accountId, context, decide));
  }

  /** Named first: what stops in between leaves nothing in force that its giver cannot see. */
  private async give(
    delegate: string,
    context: CommandContext,
    decide: Decide<AccountAccess, AccessEvent>,
  ): Promise<CommandResult> {
    const { actor } = context;
    await this.writePath.execute(accountAccess, accountStream(actor), namingIn(context, delegate), (state) =>
      nameDelegate(state, { accountId: actor, delegate }),
    );
    return this.writePath.execute(accountAccess, accountStream(delegate), context, decide);
  }
}

/** A command of its own, for each delegate: an id that is used again for another one names that one too. What the caller has seen is no stream of this. */
function namingIn({ expectedRevision: _, ...context }: CommandContext, delegate: string): CommandContext {
  const commandId = nameBased(`name-delegate/${delegate}`, context.commandId);
  return { ...context, commandId, causationId: context.commandId };
}
