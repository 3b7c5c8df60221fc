import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream } from '../assessment';
import { type Return, returnSelfAssessment } from '../appraisal-course';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** A submitted file goes back to the unit for completion. */
export class ReturnSelfAssessment extends Command<CommandResult> {
  constructor(
    readonly input: Return & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReturnSelfAssessment)
export class ReturnSelfAssessmentHandler implements ICommandHandler<ReturnSelfAssessment> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: ReturnSelfAssessment): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      returnSelfAssessment(state, input, appraiserOf(input, context), now),
    );
  }
}
