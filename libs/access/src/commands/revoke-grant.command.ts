import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountAccess, accountStream } from '../account-access';
import { type Revocation, revokeGrant } from '../granting';

/** Takes a role back from a person. */
export class RevokeGrant extends Command<CommandResult> {
  constructor(
    readonly input: Revocation,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RevokeGrant)
export class RevokeGrantHandler implements ICommandHandler<RevokeGrant> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RevokeGrant): Promise<CommandResult> {
    return this.writePath.execute(accountAccess, accountStream(input.accountId), context, (state, now) =>
      revokeGrant(state, input, now),
    );
  }
}
