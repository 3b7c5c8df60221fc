import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { registerUnit, unit, unitStream } from '../unit';
import type { unitRegistered } from '../unit.events';

/** Puts a unit (đơn vị) under assessment. */
export class RegisterUnit extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof unitRegistered>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterUnit)
export class RegisterUnitHandler implements ICommandHandler<RegisterUnit> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RegisterUnit): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state) => registerUnit(state, input));
  }
}
