import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { block, blockStream, defineBlock } from '../block';
import type { blockDefined } from '../unit.events';

/** Names a block (Khối). */
export class DefineBlock extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof blockDefined>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DefineBlock)
export class DefineBlockHandler implements ICommandHandler<DefineBlock> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: DefineBlock): Promise<CommandResult> {
    return this.writePath.execute(block, blockStream(input.blockId), context, (state) => defineBlock(state, input));
  }
}
