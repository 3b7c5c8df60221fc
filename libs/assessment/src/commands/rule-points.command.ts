import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { ComponentAppraisers } from '../component-appraisers';
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
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
    private readonly appraisers: ComponentAppraisers,
  ) {}

  async execute({ input, context }: RulePoints): Promise<CommandResult> {
    const appraisers = await this.appraisers.of(input, input.component, figureWords);
    const ruler = { accounts: accountsOf(context), unitId: input.rulerUnitId, appraisers };
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      rulePoints(state, input, this.rulesets.get(rulesetOf(state)), ruler, now),
    );
  }
}
