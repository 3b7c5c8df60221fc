import { type EventOf, eventSchema, type Instant } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';

/** An assessment year began: which rules bind each block, and until when. Stream `period-<year>`. */
export const periodOpened = eventSchema('PeriodOpened').startingAs<{
  year: number;
  /** Submissions are accepted before this instant. */
  submitBy: Instant;
  /** Appraisals are accepted before this instant. */
  appraiseBy: Instant;
  blocks: readonly { blockId: string; ruleset: RulesetRef }[];
}>();

/** The block is not assessed this year; a state of its own, never a zero. */
export const blockSkipped = eventSchema('BlockSkipped').startingAs<{ year: number; blockId: string; reason: string }>();

export const periodEvents = [periodOpened, blockSkipped] as const;
export type PeriodEvent = EventOf<(typeof periodEvents)[number]>;
