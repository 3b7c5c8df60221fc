import type { CommandContext, CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { type ComponentRound, confirmAppraisal } from '../appraisal';
import { FileWrites } from '../file-writes';
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
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: ConfirmAppraisal): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      confirmAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
