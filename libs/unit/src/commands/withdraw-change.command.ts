import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { unit, unitStream } from '../unit';
import { type DecidedYear, type WithdrawalTold, withdrawChange } from '../unit-change-withdrawal';
import { toldAt, UnitReader } from '../unit-reader';

/**
 * Takes a change of a unit off the record that was recorded by mistake. `decidedYears`: those with results of blocks that the units
 * concerned belonged to.
 */
export class WithdrawChange extends Command<CommandResult> {
  constructor(
    readonly input: WithdrawalTold,
    readonly decidedYears: readonly DecidedYear[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawChange)
export class WithdrawChangeHandler implements ICommandHandler<WithdrawChange> {
  constructor(
    private readonly writePath: WritePath,
    private readonly units: UnitReader,
  ) {}

  async execute({ input, decidedYears, context }: WithdrawChange): Promise<CommandResult> {
    const found = await this.units.find(input.unitId, input);
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state, now, revision) =>
      withdrawChange(state, input, toldAt(found, revision), decidedYears, now),
    );
  }
}
