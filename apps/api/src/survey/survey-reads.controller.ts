import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment } from '@app/event-store';
import { AsOf } from '../http/as-of';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { LogRegister } from '../lookup/log-register';
import { Viewed } from '../viewing/viewed';
import { GetSurveys } from './get-surveys.query';
import { SurveysAnswer } from './surveys-answer.dto';

/** What is on record of surveys about one unit in one year: for those who run them, publish results of them, or supervise. */
@ApiTags('Khảo sát')
@Controller('surveys/:year/:unitId')
export class SurveyReadsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly register: LogRegister,
    private readonly moments: LogMoments,
  ) {}

  @Viewed('surveys')
  @QueryRoute(
    '',
    'Which survey batches about the unit are on record, and how do they count?',
    { type: SurveysAnswer, asOfFromLog: true },
    'survey-organiser',
    'administrator-of-units',
    'auditor',
    'leader',
  )
  async ofUnit(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @AsOf() asOf: Moment | undefined,
  ): Promise<SurveysAnswer> {
    await this.register.demandUnit(unitId);
    const then = await this.moments.momentOf(asOf);
    return this.queries.execute(new GetSurveys(year, unitId, then));
  }
}
