import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ListViewings } from './list-viewings.query';
import { IdPipe, YearPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { ViewingsAnswer } from './viewing.dto';

/** Who looked at what is not public about a unit: for the unit itself, and for those who supervise. */
@ApiTags('Nhật ký truy cập')
@Controller('viewings')
export class ViewingController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(
    ':year/:unitId',
    'Who looked at papers of the unit in the calendar year?',
    { type: ViewingsAnswer },
    ...(['unit-officer', 'unit-head', 'auditor'] as const),
  )
  async ofUnit(
    @Param('year', YearPipe) year: number,
    @Param('unitId', IdPipe) unitId: string,
  ): Promise<ViewingsAnswer> {
    return this.queries.execute(new ListViewings({ year, unitId }));
  }
}
