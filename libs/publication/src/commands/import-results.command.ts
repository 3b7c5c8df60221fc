import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlockYearReader } from '../block-year-reader';
import { importResults } from '../import-results';
import type { resultsImported } from '../publication.events';
import { results, resultsStream } from '../results';

/** Takes over results that were published elsewhere, with their source. */
export class ImportResults extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof resultsImported>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ImportResults)
export class ImportResultsHandler implements ICommandHandler<ImportResults> {
  constructor(
    private readonly reader: BlockYearReader,
    private readonly writePath: WritePath,
  ) {}

  async execute({ input, context }: ImportResults): Promise<CommandResult> {
    const stream = resultsStream(input.year, input.blockId);
    const openedHere = await this.reader.isOpened(input.year, input.blockId);
    return this.writePath.execute(results, stream, context, (state, now) =>
      importResults(state, input, openedHere, now),
    );
  }
}
