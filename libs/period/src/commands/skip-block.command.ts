import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { period, periodStream, skipBlock } from '../period';
import type { blockSkipped } from '../period.events';

/** A block is not assessed this year. */
export class SkipBlock extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof blockSkipped>,
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
