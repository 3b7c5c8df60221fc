import { type EventOf, eventSchema } from '@app/kernel';

/**
 * Somebody had the files of a block's members opened for a year: what became of each, as it was answered. Stream
 * `opening-<year>.<blockId>`. The files themselves begin in their own streams.
 */
export const blockYearOpened = eventSchema('BlockYearOpened').startingAs<{
  year: number;
  blockId: string;
  /** Units whose file was opened by it. */
  opened: readonly string[];
  /** Units whose file for this block another command had opened before. */
  alreadyOpen: readonly string[];
  /** Members whose file of the year is open for another block: they are assessed there, not here. */
  openElsewhere: readonly { readonly unitId: string; readonly blockId: string }[];
}>();

export const openingEvents = [blockYearOpened] as const;
export type OpeningEvent = EventOf<(typeof openingEvents)[number]>;
