import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { RulesetCatalog, type RulesetRef } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordSurveyBatch, survey, surveyStream } from '../survey';
import type { surveyBatchRecorded } from '../survey.events';

/** Records a batch of survey responses about one unit. `ruleset`: the one that binds the unit in the year; its questions are asked. */
export class RecordSurveyBatch extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof surveyBatchRecorded> & { readonly ruleset: RulesetRef },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordSurveyBatch)
export class RecordSurveyBatchHandler implements ICommandHandler<RecordSurveyBatch> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: RecordSurveyBatch): Promise<CommandResult> {
    return this.writePath.execute(survey, surveyStream(input.year, input.unitId), context, (state) =>
      recordSurveyBatch(state, input, this.rulesets.get(input.ruleset)),
    );
  }
}
