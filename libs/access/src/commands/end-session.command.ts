import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { accountAccess, accountStream } from '../account-access';
import { endSession, type SessionName } from '../ending-session';

/** Somebody signs out. */
export class EndSession extends Command<CommandResult> {
  constructor(
    readonly input: SessionName,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: EndSession): Promise<CommandResult> {
    return this.writePath.execute(accountAccess, accountStream(input.accountId), context, (state, now) =>
      endSession(state, input, now),
    );
  }
}
