import type { ExactText, Instant, LocalDate } from '@app/kernel';
import type { ResultsSnapshot } from '@app/publication';

/** How a unit stands in the results that an event announced, published or corrected: its own figures, and nothing of others but how many. */
export interface Standing {
  /** `not-listed`: a correction took the unit out of the results. */
  readonly state: 'ranked' | ResultsSnapshot['unranked'][number]['state'] | 'not-listed';
  readonly rank: number | null;
  /** Number of ranked units. */
  readonly n: number;
  readonly className: string | null;
  readonly index: ExactText | null;
  readonly indexDisplayed: string | null;
}

interface PointsChanged {
  readonly component: string;
  /** Null: not applicable. */
  readonly from: ExactText | null;
  readonly to: ExactText | null;
  readonly reason: string;
}

interface Signed {
  readonly decision: { readonly number: string; readonly signedOn: LocalDate };
}

/** What the event of each kind of notice says to the unit. */
export interface Sayings {
  'file-returned': { readonly reason: string };
  'explanation-asked': { readonly component: string; readonly question: string };
  'extension-granted': {
    /** Only these components are declared in the longer time; null: the whole file. */
    readonly components: readonly string[] | null;
    readonly reason: string;
  };
  'appraisal-closed': { readonly round: number };
  'council-decided': PointsChanged & { readonly minutes: { readonly number: string; readonly heldOn: LocalDate } };
  'points-ruled': PointsChanged & Signed;
  'objection-answered': {
    /** An objection before, a complaint after the results are official. */
    readonly case: 'score-objection' | 'score-complaint';
    readonly component: string | null;
    readonly outcome: 'upheld' | 'rejected' | 'withdrawn';
    readonly reason: string;
  };
  'provisional-results': Standing;
  'results-published': Standing & Signed;
  'results-corrected': Standing & Signed & { readonly reason: string };
  'succession-ruled': {
    readonly predecessorId: string | null;
    /** What the unit takes over of that one's file, in words; null: nothing, or nothing was said. */
    readonly takesOver: string | null;
    readonly reason: string;
  };
}

/** Kinds that an event says itself; `re-ranked` follows from two of them. */
export type SaidKind = keyof Sayings;

/** What the unit has to be told, as one event said it. */
export interface NoticeOf<Kind extends string, Saying> {
  readonly kind: Kind;
  readonly year: number;
  readonly position: string;
  readonly eventId: string;
  readonly recordedAt: Instant;
  /** The request that it came out of. */
  readonly correlationId: string;
  /** Before which instant the unit answers, submits or objects; null: nothing is to be done by a time. */
  readonly deadline: Instant | null;
  readonly says: Saying;
  /** Of results: how the unit stood in those of its block's year that were told before; null: they are the first, or it is about no results. */
  readonly before: Standing | null;
}

/** Results in which the unit's own rank or class is another than in those before. */
export type ReRanked = NoticeOf<'re-ranked', Standing> & { readonly before: Standing };

export type Notice = { [Kind in SaidKind]: NoticeOf<Kind, Sayings[Kind]> }[SaidKind] | ReRanked;
