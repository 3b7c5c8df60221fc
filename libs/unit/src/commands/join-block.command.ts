import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { block, blockStream, joinBlock } from '../block';
import type { unitJoinedBlock } from '../unit.events';
import { UnitReader } from '../unit-reader';

/** A registered unit becomes a member of a block. */
export class JoinBlock extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof unitJoinedBlock>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(JoinBlock)
export class JoinBlockHandler implements ICommandHandler<JoinBlock> {
  constructor(
    private readonly writePath: WritePath,
    private readonly units: UnitReader,
  ) {}

  async execute({ input, context }: JoinBlock): Promise<CommandResult> {
    const member = await this.units.read(input.unitId);
    return this.writePath.execute(block, blockStream(input.blockId), context, (state) =>
      joinBlock(state, input, member),
    );
  }
}
