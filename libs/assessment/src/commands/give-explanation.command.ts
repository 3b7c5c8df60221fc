import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { type ExplanationAnswer, giveExplanation } from '../explanation';
import { FileWrites } from '../file-writes';

/** The unit answers what an appraiser asked. */
export class GiveExplanation extends Command<CommandResult> {
  constructor(
    readonly input: ExplanationAnswer,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GiveExplanation)
export class GiveExplanationHandler implements ICommandHandler<GiveExplanation> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: GiveExplanation): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      giveExplanation(state, input, this.rulesets.get(rulesetOf(state)), accountsOf(context), now),
    );
  }
}
