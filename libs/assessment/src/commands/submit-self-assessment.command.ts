import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { submitSelfAssessment } from '../approval';
import type { UnitYear } from '../assessment';
import { FileWrites } from '../file-writes';

/** The head approves the self-assessment and submits it. */
export class SubmitSelfAssessment extends Command<CommandResult> {
  constructor(
    readonly input: UnitYear,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SubmitSelfAssessment)
export class SubmitSelfAssessmentHandler implements ICommandHandler<SubmitSelfAssessment> {
  constructor(private readonly files: FileWrites) {}

  async execute({ input, context }: SubmitSelfAssessment): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      submitSelfAssessment(state, input, accountsOf(context), now),
    );
  }
}
