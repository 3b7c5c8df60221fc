import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { block, blockStream, leaveBlock } from '../block';
import type { unitLeftBlock } from '../unit.events';

/** A unit stops being a member of a block. */
export class LeaveBlock extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof unitLeftBlock>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(LeaveBlock)
export class LeaveBlockHandler implements ICommandHandler<LeaveBlock> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: LeaveBlock): Promise<CommandResult> {
    return this.writePath.execute(block, blockStream(input.blockId), context, (state) => leaveBlock(state, input));
  }
}
