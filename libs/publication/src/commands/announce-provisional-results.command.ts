import type { CommandContext, CommandResult } from '@app/event-store';
import { type Instant, WorkingCalendars } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { announceProvisionalResults } from '../announce-results';
import { BlockYearDecision } from '../block-year-decision';
import type { BlockYear } from '../open-block-year';

/** Shows the units of a block their results before they are official, so that they may object until an instant. */
export class AnnounceProvisionalResults extends Command<CommandResult> {
  constructor(
    readonly input: BlockYear & { readonly objectUntil: Instant },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AnnounceProvisionalResults)
export class AnnounceProvisionalResultsHandler implements ICommandHandler<AnnounceProvisionalResults> {
  constructor(
    private readonly decision: BlockYearDecision,
    private readonly rulesets: RulesetCatalog,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: AnnounceProvisionalResults): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.objectUntil);
    return this.decision.execute(input, context, (state, snapshot, actors, now) =>
      announceProvisionalResults(state, snapshot, this.rulesets, input.objectUntil, calendar, actors, now),
    );
  }
}
