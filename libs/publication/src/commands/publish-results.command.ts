import type { CommandContext, CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlockYearDecision } from '../block-year-decision';
import type { BlockYear } from '../open-block-year';
import type { Decision } from '../publication.events';
import { publishResults } from '../publish-results';

/** Makes a block's results of a year official, by a decision. */
export class PublishResults extends Command<CommandResult> {
  constructor(
    readonly input: BlockYear & { readonly decision: Decision },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PublishResults)
export class PublishResultsHandler implements ICommandHandler<PublishResults> {
  constructor(
    private readonly decision: BlockYearDecision,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: PublishResults): Promise<CommandResult> {
    return this.decision.execute(input, context, (state, snapshot, actors, now) =>
      publishResults(state, snapshot, this.rulesets, input.decision, actors, now),
    );
  }
}
