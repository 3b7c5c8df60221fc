import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Moment, Position } from '@app/event-store';
import { FindUnits, type FoundUnits, GetUnit, type RegisteredUnit, unitRegisterVersion } from '@app/unit-register';
import { After } from '../http/after';
import { AsOf } from '../http/as-of';
import { cutToPage, pageAsked, Paged } from '../http/pages';
import { IdPipe } from '../http/parameters';
import { QueryRoute } from '../http/routes';
import { Viewed } from '../viewing/viewed';
import { OnDay } from './on-day';
import { unitKey } from './unit-key';
import { FoundUnitsAnswer, OnDayFilter, RegisteredUnitAnswer, UnitsFilter } from './unit-register.dto';

const from = { projection: 'unit_register', version: unitRegisterVersion };
const outsiders = [
  'administrator-of-units',
  'appraiser',
  'council',
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

  @QueryRoute('', 'Which units were there on a day?', { type: FoundUnitsAnswer, from }, 'public')
  async find(
    @Query() { on: day, q, ...page }: UnitsFilter,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<Paged<FoundUnits>> {
    const { limit, behind } = pageAsked(page, unitKey);
    const about = await this.day.of(day ?? behind?.[0] ?? null, asOf);
    const { on } = about;
    const asked = { ...about, q: q ?? '', limit: limit + 1, behind: behind?.[1], after };
    const found = await this.queries.execute(new FindUnits(asked));
    const { rows, last } = cutToPage(found.units, limit, ({ unitId }) => [on, unitId]);
    return new Paged({ ...found, units: rows }, last, found.asOf);
  }

  @Viewed('register-sheet')
  @QueryRoute(
    ':unitId',
    'What was the unit on a day?',
    { type: RegisteredUnitAnswer, from },
    'unit-officer',
    'unit-head',
    ...outsiders,
  )
  async unit(
    @Param('unitId', IdPipe) unitId: string,
    @Query() { on }: OnDayFilter,
    @AsOf() asOf: Moment | undefined,
    @After() after: Position | undefined,
  ): Promise<RegisteredUnit> {
    return this.queries.execute(new GetUnit({ unitId, after, ...(await this.day.of(on, asOf)) }));
  }
}
