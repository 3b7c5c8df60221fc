import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { submitSelfAssessment } from '../approval';
import { assessment, assessmentStream, type UnitYear } from '../assessment';

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
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: SubmitSelfAssessment): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      submitSelfAssessment(state, input, accountsOf(context), now),
    );
  }
}
