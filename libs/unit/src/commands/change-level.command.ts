import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ByDecree } from '../decree';
import type { unitLevelChanged } from '../lineage.events';
import { unit, unitStream } from '../unit';
import { changeLevel } from '../unit-level';

/** A unit goes on as another type, on another level or under another parent. */
export class ChangeLevel extends Command<CommandResult> {
  constructor(
    readonly input: ByDecree<typeof unitLevelChanged>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeLevel)
export class ChangeLevelHandler implements ICommandHandler<ChangeLevel> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: ChangeLevel): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state, now) =>
      changeLevel(state, input, now),
    );
  }
}
