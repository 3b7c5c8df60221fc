import type { CommandContext, CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf, type UnitYear } from '../assessment';
import { closeAppraisal } from '../appraisal-course';
import { FileWrites } from '../file-writes';
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
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: CloseAppraisal): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      closeAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
