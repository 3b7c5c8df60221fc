import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment } from '@app/event-store';
import { AsOf } from '../http/as-of';
import { cutToPage, PageFilter, pageAsked, Paged } from '../http/pages';
import { DayPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { GetListViewings } from './get-list-viewings.query';
import { ListViewingsAnswer } from './list-viewing.dto';
import { viewingKey } from './viewing-key';

/** Who looked at lists about many units that are not public: for those who supervise. */
@ApiTags('Nhật ký truy cập')
@Controller('list-viewings')
export class ListViewingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
  ) {}

  @QueryRoute(
    ':day',
    'Who looked at lists that are not public on the day?',
    { type: ListViewingsAnswer, asOfFromLog: true },
    'auditor',
  )
  async ofDay(
    @Param('day', DayPipe) day: string,
    @Query() page: PageFilter,
    @AsOf() asOf: Moment | undefined,
  ): Promise<Paged<ListViewingsAnswer>> {
    const { limit, behind } = pageAsked(page, viewingKey);
    const then = await this.moments.momentOf(asOf);
    const found = await this.queries.execute(new GetListViewings({ day, limit: limit + 1, behind, asOf: then }));
    const { rows, last } = cutToPage(found.viewings, limit, ({ key }) => key);
    return new Paged({ ...found, viewings: rows.map(({ key: _, ...viewing }) => viewing) }, last);
  }
}
