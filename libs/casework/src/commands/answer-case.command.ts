import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, answerCase, casework, caseworkStream } from '../casework';

/** The unit answered a case. */
export class AnswerCase extends Command<CommandResult> {
  constructor(
    readonly input: Answer,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AnswerCase)
export class AnswerCaseHandler implements ICommandHandler<AnswerCase> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: AnswerCase): Promise<CommandResult> {
    return this.writePath.execute(casework, caseworkStream(input.year, input.unitId), context, (state, now) =>
      answerCase(state, input, now),
    );
  }
}
