import { accountsOf, type CommandContext, type CommandResult } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { rulesetOf } from '../assessment';
import { FileWrites } from '../file-writes';
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
    private readonly files: FileWrites,
    private readonly rulesets: RulesetCatalog,
  ) {}

  async execute({ input, context }: RecordSelfScore): Promise<CommandResult> {
    return this.files.execute(input, context, (state, now) =>
      recordSelfScore(state, input, this.rulesets.get(rulesetOf(state)), accountsOf(context), now),
    );
  }
}
