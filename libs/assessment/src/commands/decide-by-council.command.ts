import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { appraisersAt, ComponentAppraisers } from '../component-appraisers';
import { type CouncilDecision, decideByCouncil } from '../council';
import { FileWrites } from '../file-writes';
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
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
    private readonly appraisers: ComponentAppraisers,
  ) {}

  /** Who appraised stands in the log beside the words. */
  async execute({ input, context }: DecideByCouncil): Promise<CommandResult> {
    const read = await this.appraisers.of(input, input.component, appraisalWords);
    const by = { accounts: accountsOf(context), unitId: input.clerkUnitId };
    return this.files.execute(input, context, (state, now, revision) => {
      const clerk = { ...by, appraisers: appraisersAt(read, revision) };
      return decideByCouncil(state, input, this.rulesets.get(rulesetOf(state)), clerk, now);
    });
  }
}
