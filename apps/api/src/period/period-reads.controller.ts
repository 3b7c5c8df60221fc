import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment } from '@app/event-store';
import { actOf } from '@app/file-register';
import { AsOf } from '../http/as-of';
import { YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { GetPeriod } from './get-period.query';
import { ListPeriods, type PeriodEntry } from './list-periods.query';
import { PeriodAnswer, PeriodEntryAnswer, PeriodRecordAnswer } from './period-answer.dto';
import { YearsFilter } from './years-asked';

const periods = { type: PeriodEntryAnswer, isArray: true, asOfFromLog: true };
const period = { type: PeriodAnswer, asOfFromLog: true };
const record = { type: PeriodRecordAnswer, asOfFromLog: true };

/** What is on record of assessment years: rules and deadlines for everybody, which account said so for those who see to the record. */
@ApiTags('Kỳ đánh giá')
@Controller('periods')
export class PeriodReadsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
  ) {}

  @QueryRoute('', 'Which years were opened?', periods, 'public')
  async list(@Query() { from }: YearsFilter, @AsOf() asOf: Moment | undefined): Promise<readonly PeriodEntry[]> {
    return this.queries.execute(new ListPeriods(from, await this.moments.momentOf(asOf)));
  }

  @QueryRoute(':year', 'Which rules and deadlines bind in the year?', period, 'public')
  async ofYear(@Param('year', YearPipe) year: number, @AsOf() asOf: Moment | undefined): Promise<PeriodAnswer> {
    const opened = await this.queries.execute(new GetPeriod(year, await this.moments.momentOf(asOf)));
    return { ...opened.period, ...opened.standing };
  }

  @QueryRoute(':year/record', 'Who recorded what of the year?', record, 'administrator-of-units', 'auditor')
  async recordOf(@Param('year', YearPipe) year: number, @AsOf() asOf: Moment | undefined): Promise<PeriodRecordAnswer> {
    const { events, standing } = await this.queries.execute(new GetPeriod(year, await this.moments.momentOf(asOf)));
    return { year, events: events.map(actOf), ...standing };
  }
}
