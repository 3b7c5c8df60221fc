import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment, Position } from '@app/event-store';
import type { JsonText } from '@app/read-store';
import { type AboutSheet, GetWrittenUnitScore, scorecardVersion, type UnitScore } from '@app/scorecard';
import { HidesDrafts } from '../auth/access';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { Viewed } from '../viewing/viewed';
import { ScoreSheetAsOf } from './score-sheet-as-of';
import { UnitScoreAnswer } from './scorecard.dto';

/** Score sheets, also while they are provisional: for the unit itself and for those who assess or supervise it; drafts for fewer. */
@ApiTags('Phiếu điểm')
@Controller('scorecards/:year/:unitId')
export class ScorecardController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
    private readonly sheets: ScoreSheetAsOf,
  ) {}

  @HidesDrafts()
  @Viewed('score-sheet')
  @QueryRoute(
    '',
    'How many points did the unit get in the year, and why?',
    { type: UnitScoreAnswer, from: { projection: 'scorecard', version: scorecardVersion }, asOfFromLog: true },
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
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<JsonText<AboutSheet> | UnitScore> {
    if (asOf !== undefined) return this.sheets.of(unitId, year, (await this.moments.past(asOf)).asOf);
    return this.queries.execute(new GetWrittenUnitScore({ unitId, year, after }));
  }
}
