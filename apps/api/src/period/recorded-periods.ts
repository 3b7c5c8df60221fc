import { LogAsOf } from '@app/audit';
import type { Moment, Recorded } from '@app/event-store';
import type { DataOf, Instant } from '@app/kernel';
import { type blockSkipped, type PeriodEvent, type periodOpened, periodStream } from '@app/period';
import { Injectable } from '@nestjs/common';
import { type Standing, standingAfter } from '../lookup/recorded';

/** An assessment year as it is on record. */
export type RecordedPeriod = DataOf<typeof periodOpened> & {
  readonly openedAt: Instant;
  /** Blocks that are not assessed, whether or not the year was opened for them. */
  readonly skippedBlocks: readonly (Omit<DataOf<typeof blockSkipped>, 'year'> & { readonly recordedAt: Instant })[];
};

/** What was recorded of assessment years, asked of the log itself: one stream holds a year. */
@Injectable()
export class RecordedPeriods {
  constructor(private readonly log: LogAsOf) {}

  /** Of each of the years what was recorded by the moment; nothing of a year that was not open. Throws StreamIsUnreadable. */
  async of(years: readonly number[], asOf: Moment | undefined): Promise<readonly OpenedPeriod[]> {
    const then = await this.log.of(years.map(periodStream), asOf);
    return years.flatMap((year) => {
      const events = then.whole<PeriodEvent>(periodStream(year));
      const period = periodIn(events);
      return period === undefined ? [] : [{ period, events, standing: standingAfter(events) }];
    });
  }
}

export interface OpenedPeriod {
  readonly period: RecordedPeriod;
  readonly events: readonly Recorded<PeriodEvent>[];
  readonly standing: Standing;
}

function periodIn(events: readonly Recorded<PeriodEvent>[]): RecordedPeriod | undefined {
  const opened = events.find((event) => event.type === 'PeriodOpened');
  if (opened === undefined) return undefined;
  const skippedBlocks = events.flatMap(({ type, data, metadata: { recordedAt } }) =>
    type === 'BlockSkipped' ? [{ blockId: data.blockId, reason: data.reason, recordedAt }] : [],
  );
  return { ...opened.data, openedAt: opened.metadata.recordedAt, skippedBlocks };
}
