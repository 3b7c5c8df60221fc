import type { Moment } from '@app/event-store';
import { PeriodNotOpened } from '@app/period';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type OpenedPeriod, RecordedPeriods } from './recorded-periods';

/**
 * Which rules bind each block in an assessment year, until when is declared and appraised, and who said so? Throws PeriodNotOpened,
 * StreamIsUnreadable.
 */
export class GetPeriod extends Query<OpenedPeriod> {
  constructor(
    readonly year: number,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetPeriod)
export class GetPeriodHandler implements IQueryHandler<GetPeriod> {
  constructor(private readonly periods: RecordedPeriods) {}

  async execute({ year, asOf }: GetPeriod): Promise<OpenedPeriod> {
    const [opened] = await this.periods.of([year], asOf);
    if (opened === undefined) throw new PeriodNotOpened(year);
    return opened;
  }
}
