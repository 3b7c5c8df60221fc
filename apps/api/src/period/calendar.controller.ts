import { Body, Controller, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@app/event-store';
import { RecordWorkingCalendar } from '@app/period';
import { Context } from '../http/command-context';
import { YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute, QueryRoute } from '../http/routes';
import { CalendarEntryAnswer, CalendarsFilter, WorkingCalendarAnswer } from './calendar.dto';
import { GetWorkingCalendar, type KnownCalendar } from './get-working-calendar.query';
import { type CalendarEntry, ListWorkingCalendars } from './list-working-calendars.query';
import { RecordWorkingCalendarBody } from './period.dto';

/** Working calendars (lịch làm việc): on which days offices are closed, and on which they work instead. */
@ApiTags('Lịch làm việc')
@Controller('working-calendars')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @QueryRoute('', 'Of which years is the calendar recorded?', { type: CalendarEntryAnswer, isArray: true }, 'public')
  async list(@Query() { from }: CalendarsFilter): Promise<readonly CalendarEntry[]> {
    return this.queries.execute(new ListWorkingCalendars(from === null ? null : Number(from)));
  }

  @QueryRoute(':year', 'On which days of the year are offices closed?', { type: WorkingCalendarAnswer }, 'public')
  async ofYear(@Param('year', YearPipe) year: number): Promise<KnownCalendar> {
    return this.queries.execute(new GetWorkingCalendar(year));
  }

  @CommandRoute('', 'Records the days off and the made-up days of a year', 'administrator-of-units')
  async record(@Body() body: RecordWorkingCalendarBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    const holidays = body.holidays.map((holiday) => ({ ...holiday }));
    return answerOf(await this.commands.execute(new RecordWorkingCalendar({ ...body, holidays }, context)));
  }
}
