import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import { RecordWorkingCalendar } from '@app/period';
import { Context } from '../http/command-context';
import { answerOf, type CommandAnswer, CommandRoute } from '../http/routes';
import { RecordWorkingCalendarBody } from './period.dto';

/** Working calendars (lịch làm việc): on which days offices are closed, and on which they work instead. */
@ApiTags('Lịch làm việc')
@Controller('working-calendars')
export class CalendarController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute('', 'Records the days off and the made-up days of a year', 'administrator-of-units')
  async record(@Body() body: RecordWorkingCalendarBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    const holidays = body.holidays.map((holiday) => ({ ...holiday }));
    return answerOf(await this.commands.execute(new RecordWorkingCalendar({ ...body, holidays }, context)));
  }
}
