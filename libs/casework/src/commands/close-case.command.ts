import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { casework, caseworkStream, closeCase, type Conclusion } from '../casework';

/** A case is concluded. */
export class CloseCase extends Command<CommandResult> {
  constructor(
    readonly input: Conclusion,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseCase)
export class CloseCaseHandler implements ICommandHandler<CloseCase> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: CloseCase): Promise<CommandResult> {
    return this.writePath.execute(casework, caseworkStream(input.year, input.unitId), context, (state, now) =>
      closeCase(state, input, now),
    );
  }
}
