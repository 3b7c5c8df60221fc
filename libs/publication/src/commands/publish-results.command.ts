import { accountsOf, type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlockYearReader } from '../block-year-reader';
import type { BlockYear } from '../open-block-year';
import { type Decision, publishResults } from '../publish-results';
import { results, resultsStream } from '../results';

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
    private readonly writePath: WritePath,
    private readonly reader: BlockYearReader,
    private readonly rulesets: RulesetCatalog,
  ) {}

  /** A repeat is recognised before the block is read: its first answer stands, whatever became of the block's streams. */
  async execute(command: PublishResults): Promise<CommandResult> {
    const { input, context } = command;
    const first = await this.writePath.answered(results, resultsStream(input.year, input.blockId), context);
    return first ?? this.publish(command);
  }

  private async publish({ input: { year, blockId, decision }, context }: PublishResults): Promise<CommandResult> {
    const stream = resultsStream(year, blockId);
    const snapshot = await this.reader.read(year, blockId);
    return this.writePath.execute(results, stream, context, (state, now) =>
      publishResults(state, snapshot, this.rulesets, decision, accountsOf(context), now),
    );
  }
}
