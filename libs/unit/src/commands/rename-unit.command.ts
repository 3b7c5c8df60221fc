import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ByDecree } from '../decree';
import { renameUnit, unit, unitStream } from '../unit';
import type { unitRenamed } from '../unit.events';

/** Gives a unit a new name by a legal document. */
export class RenameUnit extends Command<CommandResult> {
  constructor(
    readonly input: ByDecree<typeof unitRenamed>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RenameUnit)
export class RenameUnitHandler implements ICommandHandler<RenameUnit> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RenameUnit): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state, now) =>
      renameUnit(state, input, now),
    );
  }
}
