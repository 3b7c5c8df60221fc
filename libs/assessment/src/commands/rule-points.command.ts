import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { appraisersAt, ComponentAppraisers } from '../component-appraisers';
import { FileWrites } from '../file-writes';
import { rulePoints, type Ruling } from '../ruling';
import { figureWords } from '../words';

/** A decision on an upheld case gives a component other points. `rulerUnitId`: the unit that whoever acts belongs to. */
export class RulePoints extends Command<CommandResult> {
  constructor(
    readonly input: Ruling & { readonly rulerUnitId: string | null },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RulePoints)
export class RulePointsHandler implements ICommandHandler<RulePoints> {
  constructor(
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
    private readonly appraisers: ComponentAppraisers,
  ) {}

  async execute({ input, context }: RulePoints): Promise<CommandResult> {
    const read = await this.appraisers.of(input, input.component, figureWords);
    const by = { accounts: accountsOf(context), unitId: input.rulerUnitId };
    return this.files.execute(input, context, (state, now, revision) => {
      const ruler = { ...by, appraisers: appraisersAt(read, revision) };
      return rulePoints(state, input, this.rulesets.get(rulesetOf(state)), ruler, now);
    });
  }
}
