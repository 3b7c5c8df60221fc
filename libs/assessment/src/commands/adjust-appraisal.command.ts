import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { adjustAppraisal, type Adjustment } from '../appraisal';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** The appraiser gives other points, with a reason. */
export class AdjustAppraisal extends Command<CommandResult> {
  constructor(
    readonly input: Adjustment & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AdjustAppraisal)
export class AdjustAppraisalHandler implements ICommandHandler<AdjustAppraisal> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: AdjustAppraisal): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      adjustAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
