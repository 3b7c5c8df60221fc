import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unit, unitStream } from '../unit';
import type { officeLeft } from '../unit.events';
import { leaveOffice } from '../unit-offices';

/** The holder of an office leaves it. */
export class LeaveOffice extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof officeLeft>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(LeaveOffice)
export class LeaveOfficeHandler implements ICommandHandler<LeaveOffice> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: LeaveOffice): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state) => leaveOffice(state, input));
  }
}
