import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unit, unitStream } from '../unit';
import type { lineageRecorded } from '../unit.events';
import { recordLineage } from '../unit-lineage';

/** Records what a unit came out of. */
export class RecordLineage extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof lineageRecorded>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordLineage)
export class RecordLineageHandler implements ICommandHandler<RecordLineage> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RecordLineage): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state) => recordLineage(state, input));
  }
}
