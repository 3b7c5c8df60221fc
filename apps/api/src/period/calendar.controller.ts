import { Body, Controller, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext, Moment } from '@app/event-store';
import { RecordWorkingCalendar } from '@app/period';
import { AsOf } from '../http/as-of';
import { Context } from '../http/command-context';
import { YearPipe } from '../http/parameters';
import { answerOf, type CommandAnswer, CommandRoute, QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { CalendarEntryAnswer, WorkingCalendarAnswer } from './calendar.dto';
import { GetWorkingCalendar, type KnownCalendar } from './get-working-calendar.query';
import { type CalendarEntry, ListWorkingCalendars } from './list-working-calendars.query';
import { RecordWorkingCalendarBody } from './period.dto';
import { YearsFilter } from './years-asked';

const calendars = { type: CalendarEntryAnswer, asOfFromLog: true };
const calendar = { type: WorkingCalendarAnswer, asOfFromLog: true };

/** Working calendars (lịch làm việc): on which days offices are closed, and on which they work instead. */
@ApiTags('Lịch làm việc')
@Controller('working-calendars')
export class CalendarController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
  ) {}

  @QueryRoute('', 'Of which years is the calendar recorded?', { ...calendars, isArray: true }, 'public')
  async list(@Query() { from }: YearsFilter, @AsOf() asOf: Moment | undefined): Promise<readonly CalendarEntry[]> {
    const then = await this.moments.momentOf(asOf);
    return this.queries.execute(new ListWorkingCalendars(from, then));
  }

  @QueryRoute(':year', 'On which days of the year are offices closed?', calendar, 'public')
  async ofYear(@Param('year', YearPipe) year: number, @AsOf() asOf: Moment | undefined): Promise<KnownCalendar> {
    const then = await this.moments.momentOf(asOf);
    return this.queries.execute(new GetWorkingCalendar(year, then));
  }

  @CommandRoute('', 'Records the days off and the made-up days of a year', 'administrator-of-units')
  async record(@Body() body: RecordWorkingCalendarBody, @Context() context: CommandContext): Promise<CommandAnswer> {
    const holidays = body.holidays.map((holiday) => ({ ...holiday }));
    return answerOf(await this.commands.execute(new RecordWorkingCalendar({ ...body, holidays }, context)));
  }
}
