import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Position } from '@app/event-store';
import type { JsonText } from '@app/read-store';
import { type AboutSheet, GetWrittenUnitScore, scorecardVersion } from '@app/scorecard';
import { After } from '../http/after';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { Viewed } from '../viewing/viewed';
import { UnitScoreAnswer } from './scorecard.dto';

/** Score sheets, also while they are provisional: for the unit itself and for those who assess or supervise it. */
@ApiTags('Phiếu điểm')
@Controller('scorecards/:year/:unitId')
export class ScorecardController {
  constructor(private readonly queries: QueryBus) {}

  @Viewed('score-sheet')
  @QueryRoute(
    '',
    'How many points did the unit get in the year, and why?',
    { type: UnitScoreAnswer, from: { projection: 'scorecard', version: scorecardVersion } },
    'unit-officer',
    'unit-head',
    'appraiser',
    'council',
    'administrator-of-units',
    'auditor',
    'leader',
  )
  async get(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @After() after: Position | undefined,
  ): Promise<JsonText<AboutSheet>> {
    return this.queries.execute(new GetWrittenUnitScore({ unitId, year, after }));
  }
}
