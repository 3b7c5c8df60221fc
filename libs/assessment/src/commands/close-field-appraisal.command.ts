import type { CommandContext, CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { closeFieldAppraisal, type FieldClosure } from '../field-closure';
import { FileWrites } from '../file-writes';
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
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: CloseFieldAppraisal): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      closeFieldAppraisal(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
