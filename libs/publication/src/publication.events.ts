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

/** What the log said of one block and year at one position: every figure, and what it rests on. */
export interface ResultsSnapshot {
  readonly year: number;
  readonly blockId: string;
  readonly blockName: string;
  readonly ruleset: RulesetRef;
  readonly scheme: RankingRule['scheme'];
  readonly decidedBy: 'displayed' | 'exact';
  readonly displayPlaces: number;
  readonly components: readonly string[];
  /** Number of ranked units. */
  readonly n: number;
  readonly units: readonly PublishedUnit[];
  /** Members of the block without a rank: a state of its own, never a zero. */
  readonly unranked: readonly {
    readonly unitId: string;
    readonly unitName: string;
    /**
     * `not-resubmitted`: submitted, sent back to be completed, and not submitted again in time. `ended`: within the year, so that its file is
     * kept and not ranked.
     */
    readonly state: 'not-submitted' | 'not-resubmitted' | 'not-assessed' | 'ended';
  }[];
  /** Last position of the log that was read for it, as text. */
  readonly logPosition: string;
}

/** The decision (quyết định) by which results become official. */
export interface Decision {
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly signer: string;
}

/**
 * Results were shown to the units before they are official, so that they may object. Announced again, the later ones stand. Stream
 * `results-<year>.<blockId>`.
 */
export const provisionalResultsAnnounced = eventSchema('ProvisionalResultsAnnounced')
  .startingAs<Announced>()
  .upcastTo<
    Announced & {
      /** The deadline as it was set; that in effect is later where its last day is a day off. Before v2 it took effect as set. */
      asked: { readonly objectUntil: Instant };
    }
  >((v1) => ({ ...v1, asked: { objectUntil: v1.objectUntil } }));

interface Announced extends ResultsSnapshot {
  /** Objections are taken before this instant. */
  readonly objectUntil: Instant;
  readonly announcedAt: Instant;
  /** SHA-256 of the canonical JSON of the snapshot alone. */
  readonly digest: string;
}

/** The official results of one block and year, as one fact. Same stream. */
export const resultsPublished = eventSchema('ResultsPublished').startingAs<
  ResultsSnapshot & {
    decision: Decision;
    publishedAt: Instant;
    /** SHA-256 of the canonical JSON of the snapshot alone. */
    digest: string;
  }
>();

/** From what was official to what is; null: the unit had, or has, no such figure. */
export interface Change<Figure> {
  readonly from: Figure | null;
  readonly to: Figure | null;
}

/** What a correction changes of one unit. Of a unit that is named though all three stay, only the points of components differ. */
export interface ResultDifference {
  readonly unitId: string;
  readonly index: Change<ExactText>;
  readonly rank: Change<number>;
  readonly className: Change<string>;
}

/** Official results were computed anew from the log, under the same rules: these count now, the earlier ones stay readable. Same stream. */
export const resultsCorrected = eventSchema('ResultsCorrected').startingAs<
  ResultsSnapshot & {
    /** Digest of the official results that these supersede. */
    supersedes: string;
    /** Every unit whose figures differ, by id. */
    differences: readonly ResultDifference[];
    reason: string;
    decision: Decision;
    correctedAt: Instant;
    /** SHA-256 of the canonical JSON of the snapshot alone. */
    digest: string;
  }
>();

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

export const publicationEvents = [
  provisionalResultsAnnounced,
  resultsPublished,
  resultsCorrected,
  resultsImported,
] as const;
export type PublicationEvent = EventOf<(typeof publicationEvents)[number]>;
