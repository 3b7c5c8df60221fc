import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Position } from '@app/event-store';
import { FindUnits, type FoundUnits, GetUnit, type RegisteredUnit } from '@app/unit-register';
import { After } from '../http/after';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { OnDay } from './on-day';
import { FoundUnitsAnswer, OnDayFilter, RegisteredUnitAnswer, UnitsFilter } from './unit-register.dto';

const outsiders = [
  'administrator-of-units',
  'appraiser',
  'survey-organiser',
  'case-handler',
  'auditor',
  'leader',
] as const;

/** The register of units (sổ đơn vị): what was what on which day. */
@ApiTags('Đơn vị')
@Controller('units')
export class UnitRegisterController {
  constructor(
    private readonly queries: QueryBus,
    private readonly day: OnDay,
  ) {}

  @QueryRoute('', 'Which units were there on a day?', { type: FoundUnitsAnswer }, 'public')
  async find(@Query() { asOf, q, limit }: UnitsFilter, @After() after: Position | undefined): Promise<FoundUnits> {
    return this.queries.execute(
      new FindUnits({ on: this.day.of(asOf), q: q ?? '', limit: Number(limit ?? 50), after }),
    );
  }

  @QueryRoute(
    ':unitId',
    'What was the unit on a day?',
    { type: RegisteredUnitAnswer },
    'unit-officer',
    'unit-head',
    ...outsiders,
  )
  async unit(
    @Param('unitId', IdPipe) unitId: string,
    @Query() { asOf }: OnDayFilter,
    @After() after: Position | undefined,
  ): Promise<RegisteredUnit> {
    return this.queries.execute(new GetUnit({ unitId, on: this.day.of(asOf), after }));
  }
}
