import { type EventOf, eventSchema, type Instant } from '@app/kernel';

/** Kinds of papers about one unit that are not public. */
export type Papers =
  'score-sheet' | 'proposals' | 'cases' | 'surveys' | 'export' | 'register-sheet' | 'notices' | 'file';

/** Who looked at what, how often, between the first and the last time that were gathered into one record. */
export interface Viewing {
  readonly accountId: string;
  readonly onBehalfOf: string | null;
  readonly role: string;
  readonly papers: Papers;
  /** The assessment year that the papers are about; null: about all years. */
  readonly about: number | null;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** Papers of a unit were looked at. Stream `viewing-<calendar year>.<unitId>`. Changes nothing about the unit. */
export const papersViewed = eventSchema('PapersViewed').startingAs<{
  unitId: string;
  /** Calendar year in Vietnam in which they were looked at. */
  year: number;
  /** Where the log ended when this was gathered: nobody saw anything later. */
  logPosition: string;
  viewings: readonly Viewing[];
}>();

export const viewingEvents = [papersViewed] as const;
export type ViewingEvent = EventOf<(typeof viewingEvents)[number]>;
