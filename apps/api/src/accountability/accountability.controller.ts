import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type Flags, GetFlags } from '@app/accountability';
import type { Moment, Position } from '@app/event-store';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { LogMoments } from '../lookup/log-moments';
import { FlagsAnswer, FlagsFilter } from './accountability.dto';

const insiders = ['administrator-of-units', 'auditor', 'leader'] as const;

/** Proposals of reward and discipline (đề xuất xem xét), each with its grounds. Never a sanction. */
@ApiTags('Đề xuất xem xét')
@Controller('flags')
export class AccountabilityController {
  constructor(
    private readonly queries: QueryBus,
    private readonly moments: LogMoments,
  ) {}

  @QueryRoute('', 'What is proposed for whom, and on what grounds?', { type: FlagsAnswer }, ...insiders)
  async all(
    @Query() { year, blockId, superseded }: FlagsFilter,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Flags> {
    const filter = { year: year === null ? undefined : Number(year), blockId: blockId ?? undefined, after };
    const then = asOf && (await this.moments.past(asOf));
    return this.queries.execute(new GetFlags({ ...filter, ...then, superseded: superseded === 'true' }));
  }

  @QueryRoute('units/:unitId', 'What is proposed for one unit?', { type: FlagsAnswer }, 'unit-head', ...insiders)
  async ofUnit(
    @Param('unitId', IdPipe) unitId: string,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Flags> {
    const then = asOf && (await this.moments.past(asOf));
    return this.queries.execute(new GetFlags({ unitId, superseded: true, after, ...then }));
  }
}
