import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { type ExplanationAnswer, giveExplanation } from '../explanation';

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
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: GiveExplanation): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      giveExplanation(state, input, this.rulesets.get(rulesetOf(state)), accountsOf(context), now),
    );
  }
}
