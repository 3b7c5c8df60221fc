import { type CommandContext, type CommandResult, type Decide, WritePath } from '@app/event-store';
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
    const first = await this.writePath.foreseen(accountAccess, accountStream(input.accountId), context, decide);
    return first ?? (await this.give(input.accountId, context, decide));
  }

  /** Named first: what stops in between leaves nothing in force that its giver cannot see. */
  private async give(
    delegate: string,
    context: CommandContext,
    decide: Decide<AccountAccess, AccessEvent>,
  ): Promise<CommandResult> {
    const { actor } = context;
    const unseen = { ...context, expectedRevision: undefined }; // What the caller has seen is the delegate's stream.
    await this.writePath.execute(accountAccess, accountStream(actor), unseen, (state) =>
      nameDelegate(state, { accountId: actor, delegate }),
    );
    return this.writePath.execute(accountAccess, accountStream(delegate), context, decide);
  }
}
