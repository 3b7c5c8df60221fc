import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream } from '../assessment';
import { type Return, returnSelfAssessment } from '../appraisal-course';

/** A submitted file goes back to the unit for completion. `appraiserUnitId`: the unit that whoever acts belongs to. */
export class ReturnSelfAssessment extends Command<CommandResult> {
  constructor(
    readonly input: Return & { readonly appraiserUnitId: string | null },
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
      returnSelfAssessment(state, input, { accounts: accountsOf(context), unitId: input.appraiserUnitId }, now),
    );
  }
}
