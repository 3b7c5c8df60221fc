import {
  type Aggregate,
  assertNever,
  checkedInstant,
  checkedKey,
  checkedText,
  checkedYear,
  type DataOf,
  effectiveDeadline,
  type Instant,
  type WorkingCalendar,
} from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import {
  BlockAlreadySkipped,
  BlocksDoNotFit,
  DeadlinesHavePassed,
  DeadlinesOutOfOrder,
  PeriodAlreadyOpened,
  PeriodNotOpened,
  RulesetNotInForce,
} from './period.errors';
import { blockSkipped, type PeriodEvent, periodOpened } from './period.events';

/** What decisions about one assessment year (kỳ đánh giá) need. */
export interface Period {
  readonly opened: boolean;
  readonly skipped: readonly string[];
}

export const period: Aggregate<Period, PeriodEvent> = {
  initial: { opened: false, skipped: [] },
  evolve(state, { type, data }) {
    switch (type) {
      case 'PeriodOpened':
        return { ...state, opened: true };
      case 'BlockSkipped':
        return { ...state, skipped: [...state.skipped, data.blockId] };
      default:
        return assertNever(type);
    }
  },
};

/** `period-<year>`. Throws YearOutOfRange. */
export function periodStream(year: number): string {
  return `period-${checkedYear(year)}`;
}

/** A year as it is told; what the deadlines come to follows from the working calendar. */
export type PeriodTold = Omit<DataOf<typeof periodOpened>, 'asked'>;

/**
 * Opens an assessment year: pins each block's ruleset and the deadlines, for ever. `rulesets` are the pinned ones, in the order of the
 * blocks: each must be in force by the end of the year. Both deadlines lie ahead of `now`, as they can never be changed; one whose last day
 * is a day off by the calendar as it is recorded now ends with the next working day. Throws WorkingYearIsNotRecorded.
 */
export function openPeriod(
  state: Period,
  input: PeriodTold,
  rulesets: readonly Ruleset[],
  calendar: WorkingCalendar,
  now: Instant,
): PeriodEvent[] {
  if (state.opened) throw new PeriodAlreadyOpened(input.year);
  demandDistinctBlocks(input.blocks.map(({ blockId }) => checkedKey('Mã Khối', blockId)));
  const asked = {
    submitBy: checkedInstant('Hạn nộp', input.submitBy),
    appraiseBy: checkedInstant('Hạn thẩm định', input.appraiseBy),
  };
  demandDeadlinesAhead(asked, now);
  const submitBy = effectiveDeadline(calendar, asked.submitBy);
  const appraiseBy = effectiveDeadline(calendar, asked.appraiseBy);
  demandOrder(submitBy, appraiseBy);
  for (const { id, effectiveFrom } of rulesets) {
    if (effectiveFrom > `${input.year}-12-31`) throw new RulesetNotInForce(id, effectiveFrom, input.year);
  }
  const blocks = input.blocks.map(({ blockId, ruleset: { id, version, sha256 } }) => {
    return { blockId, ruleset: { id, version, sha256 } };
  });
  return [periodOpened.of({ year: input.year, submitBy, appraiseBy, asked, blocks })];
}

/** The block is not assessed in an open year; its members get that state, never a zero. */
export function skipBlock(state: Period, input: DataOf<typeof blockSkipped>): PeriodEvent[] {
  if (!state.opened) throw new PeriodNotOpened(input.year);
  if (state.skipped.includes(checkedKey('Mã Khối', input.blockId)))
    throw new BlockAlreadySkipped(input.year, input.blockId);
  const { year, blockId } = input;
  return [blockSkipped.of({ year, blockId, reason: checkedText('Lý do', input.reason) })];
}

function demandDeadlinesAhead(
  { submitBy, appraiseBy }: Pick<PeriodTold, 'submitBy' | 'appraiseBy'>,
  now: Instant,
): void {
  demandOrder(submitBy, appraiseBy);
  if (appraiseBy <= now) throw new DeadlinesHavePassed('Hạn thẩm định', appraiseBy, now);
  if (submitBy <= now) throw new DeadlinesHavePassed('Hạn nộp', submitBy, now);
}

function demandOrder(submitBy: Instant, appraiseBy: Instant): void {
  if (submitBy >= appraiseBy) throw new DeadlinesOutOfOrder(submitBy, appraiseBy);
}

function demandDistinctBlocks(blockIds: readonly string[]): void {
  if (blockIds.length === 0) throw new BlocksDoNotFit('cần ít nhất một Khối');
  if (new Set(blockIds).size < blockIds.length) throw new BlocksDoNotFit('có Khối bị lặp');
}
