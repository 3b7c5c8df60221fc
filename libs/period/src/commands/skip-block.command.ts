import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { period, periodStream, skipBlock, type Skipping } from '../period';

/** A block is not assessed this year. */
export class SkipBlock extends Command<CommandResult> {
  constructor(
    readonly input: Skipping,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SkipBlock)
export class SkipBlockHandler implements ICommandHandler<SkipBlock> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: SkipBlock): Promise<CommandResult> {
    return this.writePath.execute(period, periodStream(input.year), context, (state) => skipBlock(state, input));
  }
}
