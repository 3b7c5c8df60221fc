import type { Moment } from '@app/event-store';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type RecordedPeriod, RecordedPeriods } from './recorded-periods';
import { yearsFrom } from './years-asked';

export type PeriodEntry = Pick<RecordedPeriod, 'year' | 'submitBy' | 'appraiseBy' | 'openedAt'>;

/** Which years were opened: of twenty from one on, or of all? Throws StreamIsUnreadable. */
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
  constructor(private readonly periods: RecordedPeriods) {}

  async execute({ from, asOf }: ListPeriods): Promise<readonly PeriodEntry[]> {
    const opened = await this.periods.of(yearsFrom(from), asOf);
    return opened.map(({ period: { year, submitBy, appraiseBy, openedAt } }) => {
      return { year, submitBy, appraiseBy, openedAt };
    });
  }
}
