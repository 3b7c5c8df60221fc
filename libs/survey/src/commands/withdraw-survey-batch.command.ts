import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { survey, surveyStream, withdrawSurveyBatch } from '../survey';
import type { surveyBatchWithdrawn } from '../survey.events';

/** A batch no longer counts. */
export class WithdrawSurveyBatch extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof surveyBatchWithdrawn>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawSurveyBatch)
export class WithdrawSurveyBatchHandler implements ICommandHandler<WithdrawSurveyBatch> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: WithdrawSurveyBatch): Promise<CommandResult> {
    return this.writePath.execute(survey, surveyStream(input.year, input.unitId), context, (state) =>
      withdrawSurveyBatch(state, input),
    );
  }
}
