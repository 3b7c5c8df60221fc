import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessment, assessmentStream, rulesetOf } from '../assessment';
import { recordSelfScore, type SelfScore } from '../self-assessment';

/** The unit declares a component; its points follow from the frozen ruleset. */
export class RecordSelfScore extends Command<CommandResult> {
  constructor(
    readonly input: SelfScore,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordSelfScore)
export class RecordSelfScoreHandler implements ICommandHandler<RecordSelfScore> {
  constructor(
    private readonly writePath: WritePath,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: RecordSelfScore): Promise<CommandResult> {
    return this.writePath.execute(assessment, assessmentStream(input.year, input.unitId), context, (state, now) =>
      recordSelfScore(state, input, this.rulesets.get(rulesetOf(state)), accountsOf(context), now),
    );
  }
}
