import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment } from '@app/event-store';
import { ActsForUnit, OwnUnit } from '../auth/principal';
import { AsOf } from '../http/as-of';
import { cutToPage, PageFilter, pageAsked, Paged } from '../http/pages';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { GetUnitViewings } from './get-unit-viewings.query';
import { viewingKey } from './viewing-key';
import { ViewingsAnswer } from './viewing.dto';

/** Who looked at what is not public about a unit: for the unit itself, and for those who supervise. */
@ApiTags('Nhật ký truy cập')
@Controller('viewings')
export class ViewingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
  ) {}

  @QueryRoute(
    ':year/:unitId',
    'Who looked at papers of the unit in the calendar year?',
    { type: ViewingsAnswer, asOfFromLog: true },
    ...(['unit-officer', 'unit-head', 'auditor'] as const),
  )
  async ofUnit(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
    @OwnUnit() readerUnitId: string | null,
    @ActsForUnit() actsForUnit: boolean,
    @Query() page: PageFilter,
    @AsOf() asOf: Moment | undefined,
  ): Promise<Paged<ViewingsAnswer>> {
    const { limit, behind } = pageAsked(page, viewingKey);
    const then = await this.moments.momentOf(asOf);
    const forUnit = actsForUnit || readerUnitId !== null;
    const found = await this.queries.execute(
      new GetUnitViewings({ year, unitId, forUnit, limit: limit + 1, behind, asOf: then }),
    );
    const { rows, last } = cutToPage(found.viewings, limit, ({ key }) => key);
    return new Paged({ ...found, viewings: rows.map(({ key: _, ...viewing }) => viewing) }, last);
  }
}
