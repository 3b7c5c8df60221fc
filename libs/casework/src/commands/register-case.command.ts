import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { casework, caseworkStream, registerCase, type Registration } from '../casework';

/** The office gives a case its number. */
export class RegisterCase extends Command<CommandResult> {
  constructor(
    readonly input: Registration,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterCase)
export class RegisterCaseHandler implements ICommandHandler<RegisterCase> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RegisterCase): Promise<CommandResult> {
    return this.writePath.execute(casework, caseworkStream(input.year, input.unitId), context, (state) =>
      registerCase(state, input),
    );
  }
}
