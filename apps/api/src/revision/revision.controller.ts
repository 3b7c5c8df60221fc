import { assessmentStream } from '@app/assessment';
import { caseworkStream, OwnUnitHandled } from '@app/casework';
import { calendarStream, periodStream } from '@app/period';
import { resultsStream } from '@app/publication';
import { surveyStream } from '@app/survey';
import { blockStream, unitStream } from '@app/unit';
import { Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OwnUnit } from '../auth/principal';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { RevisionAnswer } from './revision.dto';
import { StreamHeads } from './stream-heads';

const answer = { type: RevisionAnswer };
const registrars = ['administrator-of-units', 'auditor'] as const;

/**
 * The revision of each thing that commands change: read it, then the figures with its position as `after`, then act with its ETag as
 * `If-Match`. Whatever happened in between is told by 412.
 */
@ApiTags('Phiên bản hồ sơ')
@Controller()
export class RevisionController {
  constructor(private readonly heads: StreamHeads) {}

  @QueryRoute('units/:unitId/revision', 'Where does the record of the unit stand?', answer, ...registrars)
  async ofUnit(@Param('unitId', IdPipe) unitId: string): Promise<RevisionAnswer> {
    return this.heads.of(unitStream(unitId));
  }

  @QueryRoute('blocks/:blockId/revision', 'Where does the record of the block stand?', answer, ...registrars)
  async ofBlock(@Param('blockId', IdPipe) blockId: string): Promise<RevisionAnswer> {
    return this.heads.of(blockStream(blockId));
  }

  @QueryRoute('periods/:year/revision', 'Where does the record of the year stand?', answer, ...registrars)
  async ofPeriod(@Param('year', YearPipe) year: number): Promise<RevisionAnswer> {
    return this.heads.of(periodStream(year));
  }

  @QueryRoute('working-calendars/:year/revision', 'Where does the calendar of the year stand?', answer, ...registrars)
  async ofCalendar(@Param('year', YearPipe) year: number): Promise<RevisionAnswer> {
    return this.heads.of(calendarStream(year));
  }

  @QueryRoute(
    'assessments/:year/:unitId/revision',
    'Where does the file of the unit for the year stand?',
    answer,
    'unit-officer',
    'unit-head',
    'appraiser',
    'council',
    ...registrars,
  )
  async ofFile(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
  ): Promise<RevisionAnswer> {
    return this.heads.of(assessmentStream(year, unitId));
  }

  @QueryRoute(
    'surveys/:year/:unitId/revision',
    'Where do the survey batches about the unit stand?',
    answer,
    'survey-organiser',
    'auditor',
  )
  async ofSurvey(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
  ): Promise<RevisionAnswer> {
    return this.heads.of(surveyStream(year, unitId));
  }

  @QueryRoute(
    'cases/:year/:unitId/revision',
    'Where do the cases about the unit stand?',
    answer,
    'case-handler',
    'auditor',
  )
  async ofCases(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @OwnUnit() readerUnitId: string | null,
  ): Promise<RevisionAnswer> {
    if (readerUnitId !== null) throw new OwnUnitHandled(readerUnitId); // It grows with each case.
    return this.heads.of(caseworkStream(year, unitId));
  }

  @QueryRoute('results/:year/:blockId/revision', 'Where do the results of the block stand?', answer, ...registrars)
  async ofResults(
    @Param('year', YearPipe) year: number,
    @Param('blockId', IdPipe) blockId: string,
  ): Promise<RevisionAnswer> {
    return this.heads.of(resultsStream(year, blockId));
  }
}
