import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Decline, declineApproval } from '../approval';
import { FileWrites } from '../file-writes';

/** The head gives the file back to the officer. */
export class DeclineApproval extends Command<CommandResult> {
  constructor(
    readonly input: Decline,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DeclineApproval)
export class DeclineApprovalHandler implements ICommandHandler<DeclineApproval> {
  constructor(private readonly files: FileWrites) {}

  async execute({ input, context }: DeclineApproval): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) => declineApproval(state, input, accountsOf(context), now));
  }
}
