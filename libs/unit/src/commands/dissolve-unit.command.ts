import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ByDecree } from '../decree';
import { dissolveUnit, unit, unitStream } from '../unit';
import type { unitDissolved } from '../unit.events';

/** Ends a unit by a legal document. */
export class DissolveUnit extends Command<CommandResult> {
  constructor(
    readonly input: ByDecree<typeof unitDissolved>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DissolveUnit)
export class DissolveUnitHandler implements ICommandHandler<DissolveUnit> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: DissolveUnit): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state, now) =>
      dissolveUnit(state, input, now),
    );
  }
}
