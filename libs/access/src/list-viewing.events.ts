import { type EventOf, eventSchema, type LocalDate } from '@app/kernel';
import type { Viewing } from './viewing.events';

/** Lists about many units that are not public: proposals, a block's ranking before it is published, how the files of a year stand, and cases. */
export type ViewedList = 'proposals' | 'present-ranking' | 'files' | 'cases';

/** Who asked for which list, with what, how often, between the first and the last time that were gathered into one record. */
export interface ListViewing extends Omit<Viewing, 'papers' | 'about'> {
  readonly list: ViewedList;
  /** What was asked, by the names in the address: year, block, page, moment. */
  readonly asked: Readonly<Record<string, string>>;
}

/** Lists were looked at. Stream `list_viewing-<day>`. Changes nothing about any unit. */
export const listsViewed = eventSchema('ListsViewed').startingAs<{
  /** Day in Vietnam on which they were looked at. */
  day: LocalDate;
  /** Where the log ended when this was gathered: nobody saw anything later. */
  logPosition: string;
  viewings: readonly ListViewing[];
}>();

export const listViewingEvents = [listsViewed] as const;
export type ListViewingEvent = EventOf<(typeof listViewingEvents)[number]>;
