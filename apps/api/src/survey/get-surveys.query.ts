import { LogAsOf } from '@app/audit';
import type { Moment } from '@app/event-store';
import { type SurveyEvent, surveyStream } from '@app/survey';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Standing, standingAfter } from '../lookup/recorded';
import { surveysIn, type SurveysTold } from './surveys-in';

export interface UnitSurveys extends SurveysTold, Standing {
  readonly unitId: string;
  readonly year: number;
}

/**
 * Which survey batches about a unit's year are on record, and how do their answers count? Asked of the log itself: one stream holds the
 * answer. Throws StreamIsUnreadable.
 */
export class GetSurveys extends Query<UnitSurveys> {
  constructor(
    readonly year: number,
    readonly unitId: string,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetSurveys)
export class GetSurveysHandler implements IQueryHandler<GetSurveys> {
  constructor(private readonly log: LogAsOf) {}

  async execute({ year, unitId, asOf }: GetSurveys): Promise<UnitSurveys> {
    const stream = surveyStream(year, unitId);
    const events = (await this.log.of([stream], asOf)).whole<SurveyEvent>(stream);
    return { unitId, year, ...surveysIn(events, unitId, year), ...standingAfter(events) };
  }
}
