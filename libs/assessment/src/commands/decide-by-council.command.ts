import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { ComponentAppraisers } from '../component-appraisers';
import { type CouncilDecision, decideByCouncil } from '../council';
import { appraisalWords } from '../words';

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
    private readonly rulesets: RulesetCatalog,
    private readonly appraisers: ComponentAppraisers,
  ) {}

  /** Who appraised stands in the log beside the words; none is added once the appraisal is closed, which the decision demands. */
  async execute({ input, context }: DecideByCouncil): Promise<CommandResult> {
    const appraisers = await this.appraisers.of(input, input.component, appraisalWords);
    const clerk = { accounts: accountsOf(context), unitId: input.clerkUnitId, appraisers };
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      decideByCouncil(state, input, this.rulesets.get(rulesetOf(state)), clerk, now),
    );
  }
}
