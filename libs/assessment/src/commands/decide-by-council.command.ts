import {
  accountsOf,
  type CommandContext,
  type CommandResult,
  EventRegistry,
  EventStore,
  type Recorded,
  WritePath,
} from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { appraisersOf } from '../appraisers-of';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import type { AssessmentEvent } from '../assessment.events';
import { type CouncilDecision, decideByCouncil } from '../council';

/** What the council decided about a component is entered. `clerkUnitId`: the unit that whoever enters it belongs to. */
export class DecideByCouncil extends Command<CommandResult> {
  constructor(
    readonly input: CouncilDecision & { readonly clerkUnitId: string | null },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DecideByCouncil)
export class DecideByCouncilHandler implements ICommandHandler<DecideByCouncil> {
  constructor(
    private readonly writePath: WritePath,
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly rulesets: RulesetCatalog,
  ) {}

  /** Who appraised stands in the log beside the words; none is added once the appraisal is closed, which the decision demands. */
  async execute({ input, context }: DecideByCouncil): Promise<CommandResult> {
    const stream = assessmentStream(input.year, input.unitId);
    const appraisers = appraisersOf(await this.eventsOf(stream), input.component);
    const clerk = { accounts: accountsOf(context), unitId: input.clerkUnitId, appraisers };
    return this.writePath.execute(assessment, stream, context, (state, now) =>
      decideByCouncil(state, input, this.rulesets.get(rulesetOf(state)), clerk, now),
    );
  }

  private async eventsOf(stream: string): Promise<Recorded<AssessmentEvent>[]> {
    const events: Recorded<AssessmentEvent>[] = [];
    for await (const event of this.store.read(stream)) events.push(this.registry.decode<AssessmentEvent>(event));
    return events;
  }
}
