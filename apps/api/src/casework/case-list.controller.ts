import { caseRegisterVersion } from '@app/case-register';
import type { Moment, Position } from '@app/event-store';
import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Belonging, Belongs } from '../auth/principal';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { ViewedAsList } from '../viewing/viewed';
import { CasesAnswer, CasesFilter } from './case-answer.dto';
import { caseKey } from './case-key';
import { ListedCases } from './listed-cases';

/** Cases about all units, for those who handle them or supervise; of nobody the cases about the own unit. */
@ApiTags('Phản ánh, kiến nghị, khiếu nại')
@Controller('cases')
export class CaseListController {
  constructor(
    private readonly cases: ListedCases,
    private readonly moments: LogMoments,
  ) {}

  @ViewedAsList('cases')
  @QueryRoute(
    '',
    'Which cases are there, and which is due first?',
    { type: CasesAnswer, from: { projection: 'case_register', version: caseRegisterVersion } },
    'case-handler',
    'auditor',
  )
  async list(
    @Query() { year, unitId, kind, state, ...page }: CasesFilter,
    @Belongs() belongs: Belonging,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<CasesAnswer>> {
    const { limit, behind } = pageAsked(page, caseKey);
    const filter = { year: year === null ? undefined : Number(year), unitId: unitId ?? undefined };
    const how = { kind: kind ?? undefined, state: state ?? undefined, limit: limit + 1, behind, after };
    const then = asOf && (await this.moments.past(asOf));
    const found = await this.cases.of({ ...filter, ...how, ...then }, belongs);
    const { rows, last } = cutToPage(found.cases, limit, ({ key }) => key);
    return new Paged({ ...found, cases: rows.map(({ entry, halted }) => ({ ...entry, halted })) }, last, found.asOf);
  }
}
