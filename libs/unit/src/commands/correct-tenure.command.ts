import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { tenureCorrected } from '../correction.events';
import { unit, unitStream } from '../unit';
import { correctTenure } from '../unit-offices';

/** Puts right what was recorded wrongly of a tenure, or takes it off the record. */
export class CorrectTenure extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof tenureCorrected>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectTenure)
export class CorrectTenureHandler implements ICommandHandler<CorrectTenure> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: CorrectTenure): Promise<CommandResult> {
    return this.writePath.execute(unit, unitStream(input.unitId), context, (state) => correctTenure(state, input));
  }
}
