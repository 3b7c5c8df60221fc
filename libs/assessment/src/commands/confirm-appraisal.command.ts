import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { type ComponentRound, confirmAppraisal } from '../appraisal';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** The appraiser agrees with the points that stand. */
export class ConfirmAppraisal extends Command<CommandResult> {
  constructor(
    readonly input: ComponentRound & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ConfirmAppraisal)
export class ConfirmAppraisalHandler implements ICommandHandler<ConfirmAppraisal> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: ConfirmAppraisal): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      confirmAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
