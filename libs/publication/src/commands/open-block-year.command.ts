import {
  type CommandContext,
  type CommandResult,
  EventRegistry,
  EventStore,
  type Position,
  WritePath,
} from '@app/event-store';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BlockYearReader } from '../block-year-reader';
import { type BlockYear, openingsOf } from '../open-block-year';
import { type FilesOpened, openEach } from '../open-each';
import { blockYearOpened, type OpeningEvent } from '../opening.events';
import { openings, openingStream } from '../openings';

/** What became of every member's file. `position`: a reader that has reached it sees all of them. */
export interface BlockYearAnswer extends FilesOpened {
  readonly position: Position;
}

/** Opens the file of every member of a block for a year. Repeated under the same command id it answers the same for ever and adds nothing. */
export class OpenBlockYear extends Command<BlockYearAnswer> {
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
    private readonly writePath: WritePath,
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** A repeat is answered with what is on record: whoever joined or left the block since changes nothing about it. */
  async execute({ input, context }: OpenBlockYear): Promise<BlockYearAnswer> {
    const first = await this.writePath.answered(openingStream(input.year, input.blockId), context);
    return this.recorded(first ?? (await this.open(input, context)));
  }

  /** The files first: what stops in between is mended by the same command again, which finds the files that it opened. */
  private async open({ year, blockId }: BlockYear, context: CommandContext): Promise<CommandResult> {
    const { period, candidates } = await this.reader.readBlock(year, blockId);
    const files = openingsOf({ year, blockId }, period, candidates, context);
    const became = await openEach(files, (file) => this.commands.execute(file));
    return this.writePath.execute(openings, openingStream(year, blockId), context, () => [
      blockYearOpened.of({ year, blockId, ...became }),
    ]);
  }

  private async recorded({ stream, revision, position }: CommandResult): Promise<BlockYearAnswer> {
    let answer: FilesOpened = { opened: [], alreadyOpen: [], openElsewhere: [] };
    for await (const event of this.store.read(stream, { upTo: revision }))
      answer = this.registry.decode<OpeningEvent>(event).data;
    const { opened, alreadyOpen, openElsewhere } = answer;
    return { opened, alreadyOpen, openElsewhere, position };
  }
}
