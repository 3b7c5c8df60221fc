import type { Moment } from '@app/event-store';
import { Clock } from '@app/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedPeriod, RecordedPeriods } from './recorded-periods';
import { yearsFrom } from './years-asked';

export type PeriodEntry = Pick<RecordedPeriod, 'year' | 'submitBy' | 'appraiseBy' | 'openedAt'>;

/** Which years were opened: of twenty from one on, or around now? Throws StreamIsUnreadable. */
export class ListPeriods extends Query<readonly PeriodEntry[]> {
  constructor(
    readonly from: string | null,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListPeriods)
export class ListPeriodsHandler implements IQueryHandler<ListPeriods> {
  constructor(
    private readonly periods: RecordedPeriods,
    private readonly clock: Clock,
  ) {}

  async execute({ from, asOf }: ListPeriods): Promise<readonly PeriodEntry[]> {
    const opened = await this.periods.of(yearsFrom(from, this.clock.now()), asOf);
    return opened.map(({ period: { year, submitBy, appraiseBy, openedAt } }) => {
      return { year, submitBy, appraiseBy, openedAt };
    });
  }
}
