import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { askExplanation, type ExplanationRequest } from '../explanation';
import { appraiserOf, type ByAppraiser } from './by-appraiser';

/** The appraiser asks the unit to explain a component. */
export class AskExplanation extends Command<CommandResult> {
  constructor(
    readonly input: ExplanationRequest & ByAppraiser,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskExplanation)
export class AskExplanationHandler implements ICommandHandler<AskExplanation> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: AskExplanation): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      askExplanation(state, input, this.rulesets.get(rulesetOf(state)), appraiserOf(input, context), now),
    );
  }
}
