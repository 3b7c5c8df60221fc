import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unit, unitStream } from '../unit';
import type { officeTaken } from '../unit.events';
import { takeOffice } from '../unit-offices';

/** A person becomes head or deputy in charge of CCHC. */
export class TakeOffice extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof officeTaken>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(TakeOffice)
export class TakeOfficeHandler implements ICommandHandler<TakeOffice> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: TakeOffice): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state) => takeOffice(state, input));
  }
}
