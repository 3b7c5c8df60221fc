import { type CommandContext, type CommandResult, WritePath } from '@app/event-store';
import type { DataOf } from '@app/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { calendar, calendarStream, recordWorkingCalendar } from '../calendar';
import type { workingCalendarRecorded } from '../calendar.events';

/** Records the days off and the made-up days of a year. */
export class RecordWorkingCalendar extends Command<CommandResult> {
  constructor(
    readonly input: DataOf<typeof workingCalendarRecorded>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordWorkingCalendar)
export class RecordWorkingCalendarHandler implements ICommandHandler<RecordWorkingCalendar> {
  constructor(private readonly writePath: WritePath) {}

  async execute({ input, context }: RecordWorkingCalendar): Promise<CommandResult> {
    return this.writePath.execute(calendar, calendarStream(input.year), context, (state) =>
      recordWorkingCalendar(state, input),
    );
  }
}
