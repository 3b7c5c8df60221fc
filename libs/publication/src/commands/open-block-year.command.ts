import type { CommandContext } from '@app/event-store';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlockYearReader } from '../block-year-reader';
import { type BlockYear, openingsOf } from '../open-block-year';
import { type BlockYearOpened, openEach } from '../open-each';

/** Opens the file of every member of a block for a year. Repeated under the same command id it answers the same and adds nothing. */
export class OpenBlockYear extends Command<BlockYearOpened> {
  constructor(
    readonly input: BlockYear,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenBlockYear)
export class OpenBlockYearHandler implements ICommandHandler<OpenBlockYear> {
  constructor(
    private readonly reader: BlockYearReader,
    private readonly commands: CommandBus,
  ) {}

  async execute({ input, context }: OpenBlockYear): Promise<BlockYearOpened> {
    const { head, period, candidates } = await this.reader.readBlock(input.year, input.blockId);
    const openings = openingsOf(input, period, candidates, context);
    return openEach(openings, (opening) => this.commands.execute(opening), head);
  }
}
