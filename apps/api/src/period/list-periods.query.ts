import type { Moment } from '@app/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedPeriod, RecordedPeriods } from './recorded-periods';
import { twentyYears } from './twenty-years';

export type PeriodEntry = Pick<RecordedPeriod, 'year' | 'submitBy' | 'appraiseBy' | 'openedAt'>;

/** Which of twenty years, from one on, were opened? Throws StreamIsUnreadable. */
export class ListPeriods extends Query<readonly PeriodEntry[]> {
  constructor(
    readonly from: number,
    readonly asOf: Moment | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListPeriods)
export class ListPeriodsHandler implements IQueryHandler<ListPeriods> {
  constructor(private readonly periods: RecordedPeriods) {}

  async execute({ from, asOf }: ListPeriods): Promise<readonly PeriodEntry[]> {
    const opened = await this.periods.of(twentyYears(from), asOf);
    return opened.map(({ period: { year, submitBy, appraiseBy, openedAt } }) => {
      return { year, submitBy, appraiseBy, openedAt };
    });
  }
}
