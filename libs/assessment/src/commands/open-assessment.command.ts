import type { CommandContext, CommandResult } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { RulesetCatalog, rulesetRef } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { openAssessment } from '../assessment';
import type { assessmentOpened } from '../assessment.events';
import { FileWrites } from '../file-writes';

/** Opens one unit's file for a year under a frozen ruleset. */
export class OpenAssessment extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof assessmentOpened>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenAssessment)
export class OpenAssessmentHandler implements ICommandHandler<OpenAssessment> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: OpenAssessment): Promise<CommandResult> {
    return this.files.execute(input, context, (state) =>
      openAssessment(state, { ...input, ruleset: rulesetRef(this.rulesets.get(input.ruleset)) }),
    );
  }
}
