import { CaseNotReceived, OwnUnitHandled } from '@app/casework';
import { type CaseCourse, isBehind } from '@app/case-register';
import type { Moment } from '@app/event-store';
import { actOf } from '@app/file-register';
import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { OwnUnit } from '../auth/principal';
import { AsOf } from '../http/as-of';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { LogRegister } from '../lookup/log-register';
import { Viewed } from '../viewing/viewed';
import { CaseCourseAnswer, CaseRulingsAnswer, UnitCasesAnswer, UnitCasesFilter } from './case-answer.dto';
import { caseKey } from './case-key';
import { type CaseRulings, GetCaseRulings } from './get-case-rulings.query';
import { GetUnitCases } from './get-unit-cases.query';

const readers = ['case-handler', 'auditor'] as const;

/**
 * What is on record of cases about one unit in one year, for those who handle them or supervise. Nobody is told of cases about the own unit,
 * in the same words whether there are any: that is refused before anything is looked up.
 */
@ApiTags('Phản ánh, kiến nghị, khiếu nại')
@Controller('cases/:year/:unitId')
export class CaseReadsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly register: LogRegister,
    private readonly moments: LogMoments,
  ) {}

  @Viewed('cases')
  @QueryRoute('', 'Which cases about the unit are on record?', { type: UnitCasesAnswer, asOfFromLog: true }, ...readers)
  async ofUnit(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Query() { kind, state, ...page }: UnitCasesFilter,
    @OwnUnit() readerUnitId: string | null,
    @AsOf() asOf: Moment | undefined,
  ): Promise<Paged<UnitCasesAnswer>> {
    demandOutsider(readerUnitId);
    await this.register.demandUnit(unitId);
    const { limit, behind } = pageAsked(page, caseKey);
    const { cases, ...standing } = await this.queries.execute(
      new GetUnitCases(year, unitId, await this.moments.momentOf(asOf)),
    );
    const wanted = cases.filter(
      ({ entry, key }) =>
        (kind === null || entry.kind === kind) &&
        (state === null || entry.state === state) &&
        (behind === undefined || isBehind(key, behind)),
    );
    const { rows, last } = cutToPage(wanted, limit, ({ key }) => key);
    return new Paged({ cases: rows.map(({ entry }) => entry), ...standing }, last);
  }

  @Viewed('cases')
  @QueryRoute(
    ':caseId/course',
    'What was recorded of the case, by whom and when?',
    { type: CaseCourseAnswer, asOfFromLog: true },
    ...readers,
  )
  async course(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Param('caseId', IdPipe) caseId: string,
    @OwnUnit() readerUnitId: string | null,
    @AsOf() asOf: Moment | undefined,
  ): Promise<CaseCourseAnswer> {
    demandOutsider(readerUnitId);
    const { cases, ...standing } = await this.queries.execute(
      new GetUnitCases(year, unitId, await this.moments.momentOf(asOf)),
    );
    const { entry, reason, events } = caseIn(cases, caseId);
    return { ...entry, reason, events: events.map(actOf), ...standing };
  }

  @Viewed('cases')
  @QueryRoute(
    ':caseId/rulings',
    'Which points were ruled on the case?',
    { type: CaseRulingsAnswer, asOfFromLog: true },
    ...readers,
  )
  async rulings(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @Param('caseId', IdPipe) caseId: string,
    @OwnUnit() readerUnitId: string | null,
    @AsOf() asOf: Moment | undefined,
  ): Promise<CaseRulings> {
    demandOutsider(readerUnitId);
    const then = await this.moments.momentOf(asOf);
    const { cases } = await this.queries.execute(new GetUnitCases(year, unitId, then));
    caseIn(cases, caseId);
    return this.queries.execute(new GetCaseRulings(year, unitId, caseId, then));
  }
}

function demandOutsider(readerUnitId: string | null): void {
  if (readerUnitId !== null) throw new OwnUnitHandled(readerUnitId);
}

function caseIn(cases: readonly CaseCourse[], caseId: string): CaseCourse {
  const found = cases.find(({ entry }) => entry.caseId === caseId);
  if (found === undefined) throw new CaseNotReceived(caseId);
  return found;
}
