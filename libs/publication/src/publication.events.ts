import { type EventOf, eventSchema, type ExactText, type Instant, type LocalDate } from '@app/kernel';
import type { Grade, RankingRule, RulesetRef } from '@app/ruleset';

/** One ranked unit as published. Exact values as text; displayed values as printed, with a decimal point. */
export interface PublishedUnit {
  readonly unitId: string;
  readonly unitName: string;
  /** Final points per component, in the order of `components`; null: not applicable. */
  readonly points: readonly (ExactText | null)[];
  readonly appraised: ExactText;
  readonly survey: ExactText;
  readonly bonus: ExactText;
  readonly penalty: ExactText;
  readonly total: ExactText;
  /** The applicable maximum, re-based where components do not apply. */
  readonly maximum: ExactText;
  readonly index: ExactText;
  readonly totalDisplayed: string;
  readonly indexDisplayed: string;
  readonly className: string;
  readonly grade: Grade;
  readonly rank: number;
  readonly tied: boolean;
  /** Last revision of each stream that went into this row: what exactly was used. */
  readonly used: Readonly<Record<string, string>>;
}

/** The official results of one block and year, as one fact. Stream `results-<year>.<blockId>`. */
export const resultsPublished = eventSchema('ResultsPublished').startingAs<{
  year: number;
  blockId: string;
  blockName: string;
  ruleset: RulesetRef;
  scheme: RankingRule['scheme'];
  decidedBy: 'displayed' | 'exact';
  displayPlaces: number;
  components: readonly string[];
  /** Number of ranked units. */
  n: number;
  units: readonly PublishedUnit[];
  /** Members of the block without a rank: a state of its own, never a zero. */
  unranked: readonly { unitId: string; unitName: string; state: 'not-submitted' | 'not-assessed' }[];
  /** Last position of the log that was read for it, as text. */
  logPosition: string;
  decision: { number: string; signedOn: LocalDate; signer: string };
  publishedAt: Instant;
  /** SHA-256 of the canonical JSON of everything above except decision and time. */
  digest: string;
}>();

/** Results that another system published earlier, with their source; what was not published is null, never guessed. Same stream. */
export const resultsImported = eventSchema('ResultsImported').startingAs<{
  year: number;
  blockId: string;
  blockName: string;
  /** Number of ranked units; null when the source does not say. */
  n: number | null;
  rows: readonly {
    unitId: string;
    unitName: string;
    index: ExactText | null;
    rank: number | null;
    className: string | null;
    grade: Grade | null;
    note: string | null;
  }[];
  source: { title: string; url: string };
}>();

export const publicationEvents = [resultsPublished, resultsImported] as const;
export type PublicationEvent = EventOf<(typeof publicationEvents)[number]>;
