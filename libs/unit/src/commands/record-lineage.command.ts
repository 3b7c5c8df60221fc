import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unit, unitStream } from '../unit';
import { type LineageTold, recordLineage } from '../unit-lineage';
import { UnitReader } from '../unit-reader';

/** Records what a unit came out of. */
export class RecordLineage extends Command<CommandResult> {
  constructor(
    readonly input: LineageTold,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordLineage)
export class RecordLineageHandler implements ICommandHandler<RecordLineage> {
  constructor(
    private readonly writePath: WritePath,
    private readonly units: UnitReader,
  ) {}

  async execute({ input, context }: RecordLineage): Promise<CommandResult> {
    const known = await this.units.readAll(input.predecessors.map(({ unitId }) => unitId));
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state, now) =>
      recordLineage(state, input, known, now),
    );
  }
}
