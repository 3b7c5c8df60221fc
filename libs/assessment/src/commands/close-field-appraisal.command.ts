import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { closeFieldAppraisal, type FieldClosure } from '../field-closure';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** A field of the file is done in its present round. */
export class CloseFieldAppraisal extends Command<CommandResult> {
  constructor(
    readonly input: FieldClosure & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseFieldAppraisal)
export class CloseFieldAppraisalHandler implements ICommandHandler<CloseFieldAppraisal> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: CloseFieldAppraisal): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      closeFieldAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
