import {
  type Aggregate,
  assertNever,
  checkedKey,
  checkedText,
  checkedYear,
  type DataOf,
  type Deadline,
  deadlineSet,
  endOfVietnamDay,
  type Instant,
  type WorkingCalendar,
  WorkingYearIsNotRecorded,
} from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import {
  BlockAlreadySkipped,
  BlockIsUnderWay,
  BlocksDoNotFit,
  DeadlineIsBeforeItsYear,
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
 * blocks: each must be in force by the end of the year. Both deadlines lie ahead of `now`, as they can never be changed, and after the year
 * has begun, although it may be opened before; one whose last day is a day off by the calendar as it is recorded now ends with the next
 * working day. Throws WorkingYearIsNotRecorded.
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
  const { submitBy, appraiseBy } = deadlinesSet(input, calendar, now);
  const asked = { submitBy: submitBy.asked, appraiseBy: appraiseBy.asked };
  const inEffect = { submitBy: submitBy.effective, appraiseBy: appraiseBy.effective };
  for (const each of [asked, inEffect]) demandOrder(each);
  for (const { id, effectiveFrom } of rulesets) {
    if (effectiveFrom > `${input.year}-12-31`) throw new RulesetNotInForce(id, effectiveFrom, input.year);
  }
  const blocks = input.blocks.map(({ blockId, ruleset: { id, version, sha256 } }) => {
    return { blockId, ruleset: { id, version, sha256 } };
  });
  return [periodOpened.of({ year: input.year, ...inEffect, asked, blocks })];
}

/** How far a block's year has come: a file of it is open, or results are on record, provisional and imported ones too. */
export type Begun = 'files' | 'results';

/** A block that is not to be assessed; `begun` is what other streams say of its year, null: nothing yet. */
export type Skipping = DataOf<typeof blockSkipped> & { readonly begun: Begun | null };

/** The block is not assessed in an open year; its members get that state, never a zero. What has begun is not taken back. */
export function skipBlock(state: Period, input: Skipping): PeriodEvent[] {
  if (!state.opened) throw new PeriodNotOpened(input.year);
  if (state.skipped.includes(checkedKey('Mã Khối', input.blockId)))
    throw new BlockAlreadySkipped(input.year, input.blockId);
  if (input.begun !== null) throw new BlockIsUnderWay(input.year, input.blockId, input.begun);
  const { year, blockId } = input;
  return [blockSkipped.of({ year, blockId, reason: checkedText('Lý do', input.reason) })];
}

/** Both deadlines. Where calendars are missing, one refusal names the years of both. */
function deadlinesSet(
  input: PeriodTold,
  calendar: WorkingCalendar,
  now: Instant,
): { readonly submitBy: Deadline; readonly appraiseBy: Deadline } {
  const missing = new Set<number>();
  const set = (field: string, asked: Instant): Deadline | undefined => {
    try {
      return deadlineAhead(field, asked, input.year, calendar, now);
    } catch (error) {
      if (!(error instanceof WorkingYearIsNotRecorded)) throw error;
      for (const year of error.years) missing.add(year);
      return undefined;
    }
  };
  const [submitBy, appraiseBy] = [set('Hạn nộp', input.submitBy), set('Hạn thẩm định', input.appraiseBy)];
  if (submitBy !== undefined && appraiseBy !== undefined) return { submitBy, appraiseBy };
  throw new WorkingYearIsNotRecorded(...([...missing].sort() as [number, ...number[]]));
}

/** Of the two limits the later one is told: whoever keeps to it keeps to both. */
function deadlineAhead(field: string, asked: Instant, year: number, calendar: WorkingCalendar, now: Instant): Deadline {
  const begins = endOfVietnamDay(`${year - 1}-12-31`);
  return deadlineSet(field, asked, calendar, (deadline) => {
    if (now < begins && deadline <= begins) throw new DeadlineIsBeforeItsYear(field, deadline, year, begins);
    if (deadline <= now) throw new DeadlinesHavePassed(field, deadline, now);
  });
}

function demandOrder({ submitBy, appraiseBy }: Pick<PeriodTold, 'submitBy' | 'appraiseBy'>): void {
  if (submitBy >= appraiseBy) throw new DeadlinesOutOfOrder(submitBy, appraiseBy);
}

function demandDistinctBlocks(blockIds: readonly string[]): void {
  if (blockIds.length === 0) throw new BlocksDoNotFit('cần ít nhất một Khối');
  if (new Set(blockIds).size < blockIds.length) throw new BlocksDoNotFit('có Khối bị lặp');
}
