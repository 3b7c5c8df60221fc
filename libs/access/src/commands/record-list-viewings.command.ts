import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { listViewings, listViewingStream, recordListViewings } from '../list-viewing';
import type { listsViewed } from '../list-viewing.events';

/** People looked at lists that are not public. */
export class RecordListViewings extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof listsViewed>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordListViewings)
export class RecordListViewingsHandler implements ICommandHandler<RecordListViewings> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RecordListViewings): Promise<CommandResult> {
    return this.writePath.execute(listViewings, listViewingStream(input.day), context, () => recordListViewings(input));
  }
}
