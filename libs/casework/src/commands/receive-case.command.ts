import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import { WorkingCalendars } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { casework, caseworkStream, type NewCase, receiveCase } from '../casework';

/** A case about a unit arrived. */
export class ReceiveCase extends Command<CommandResult> {
  constructor(
    readonly input: NewCase,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReceiveCase)
export class ReceiveCaseHandler implements ICommandHandler<ReceiveCase> {
  constructor(
    private readonly writePath: WritePath,
    private readonly calendars: WorkingCalendars,
  ) {}

  async execute({ input, context }: ReceiveCase): Promise<CommandResult> {
    const calendar = await this.calendars.around(input.dueOn);
    return this.writePath.execute(casework, caseworkStream(input.year, input.unitId), context, (state, now) =>
      receiveCase(state, input, calendar, now),
    );
  }
}
