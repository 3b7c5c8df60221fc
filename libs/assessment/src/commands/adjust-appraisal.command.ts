import type { CommandContext, CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { adjustAppraisal, type Adjustment } from '../appraisal';
import { FileWrites } from '../file-writes';
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
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: AdjustAppraisal): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      adjustAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
