import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { recordViewings, viewings, viewingStream } from '../viewing';
import type { papersViewed } from '../viewing.events';

/** People looked at papers of a unit that are not public. */
export class RecordViewings extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof papersViewed>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordViewings)
export class RecordViewingsHandler implements ICommandHandler<RecordViewings> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RecordViewings): Promise<CommandResult> {
    return this.writePath.execute(viewings, viewingStream(input.year, input.unitId), context, () =>
      recordViewings(input),
    );
  }
}
