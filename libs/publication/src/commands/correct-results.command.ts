import type { CommandContext, CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlockYearDecision } from '../block-year-decision';
import { correctResults, type Correction } from '../correct-results';
import type { BlockYear } from '../open-block-year';

/** Computes a block's official results anew and puts them in place of the earlier ones, by a decision. */
export class CorrectResults extends Command<CommandResult> {
  constructor(
    readonly input: BlockYear & Correction,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectResults)
export class CorrectResultsHandler implements ICommandHandler<CorrectResults> {
  constructor(
    private readonly decision: BlockYearDecision,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: CorrectResults): Promise<CommandResult> {
    return this.decision.execute(input, context, (state, snapshot, actors, now) =>
      correctResults(state, snapshot, this.rulesets, input, actors, now),
    );
  }
}
