import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf, type UnitYear } from '../assessment';
import { closeAppraisal } from '../appraisal-course';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** The appraisal of one unit's year is done. */
export class CloseAppraisal extends Command<CommandResult> {
  constructor(
    readonly input: UnitYear & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseAppraisal)
export class CloseAppraisalHandler implements ICommandHandler<CloseAppraisal> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: CloseAppraisal): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      closeAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
