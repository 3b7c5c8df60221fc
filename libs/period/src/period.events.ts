import { type EventOf, eventSchema, type Instant } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';

/** An assessment year began: which rules bind each block, and until when. Stream `period-<year>`. */
export const periodOpened = eventSchema('PeriodOpened')
  .startingAs<Deadlines & { year: number; blocks: readonly { blockId: string; ruleset: RulesetRef }[] }>()
  .upcastTo<
    Deadlines & {
      year: number;
      /** The deadlines as they were set; those in effect are later where a last day is a day off. */
      asked: Deadlines;
      blocks: readonly { blockId: string; ruleset: RulesetRef }[];
    }
  >((v1) => ({ ...v1, asked: { submitBy: v1.submitBy, appraiseBy: v1.appraiseBy } }));

interface Deadlines {
  /** Submissions are accepted before this instant. */
  readonly submitBy: Instant;
  /** Appraisals are accepted before this instant. */
  readonly appraiseBy: Instant;
}

/** The block is not assessed this year; a state of its own, never a zero. */
export const blockSkipped = eventSchema('BlockSkipped').startingAs<{ year: number; blockId: string; reason: string }>();

export const periodEvents = [periodOpened, blockSkipped] as const;
export type PeriodEvent = EventOf<(typeof periodEvents)[number]>;
