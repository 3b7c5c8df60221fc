import type { EvidenceReference } from '@app/assessment';
import type { ExactText, Instant } from '@app/kernel';
import type { Citation, RuleInput, RulesetRef } from '@app/ruleset';

/** A value as computed and as printed: rounded once. */
export interface Amount {
  readonly exact: ExactText;
  readonly displayed: string;
}

/** One component of a sheet: what the unit gave itself, what the appraiser gave, what was decided on a case, what counts, and why. */
export interface UnitScoreComponent {
  readonly code: string;
  readonly name: string;
  readonly criterion: string;
  readonly field: string;
  readonly part: 'appraised' | 'survey' | 'bonus' | 'penalty';
  readonly state: 'scored' | 'not-applicable' | 'missing';
  readonly self: Amount | null;
  readonly appraised: ExactText | null;
  /** Points by a decision on an upheld case, which stand above the appraised ones; null without a decision. */
  readonly ruled: ExactText | null;
  readonly points: Amount | null;
  readonly maximum: Amount;
  /** Exact points as published; null when not published, or not applicable there. */
  readonly published: ExactText | null;
  readonly reason: string;
  /** The clause that its rule comes from. */
  readonly citation: Citation;
  /** What the unit declared, as it declared it; null when it declared nothing. */
  readonly declaration: RuleInput | null;
  /** The documents that the declaration names as its proof. */
  readonly evidence: readonly EvidenceReference[];
  readonly eventIds: readonly string[];
  /** The same events in log order: who recorded what and when. */
  readonly events: readonly UnitScoreEvent[];
}

/** An event that a figure rests on. */
export interface UnitScoreEvent {
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  /** The account that delegated; null when the actor acted in the own right. */
  readonly onBehalfOf: string | null;
  readonly role: string;
  readonly recordedAt: Instant;
  /** Position in the log, as text. */
  readonly position: string;
}

/** What an appraiser asked about a component (giải trình), and what the unit explained. Unanswered from `answerBy` on, it has lapsed. */
export interface UnitScoreExplanation {
  readonly explanationId: string;
  readonly component: string;
  readonly round: number;
  readonly question: string;
  readonly answerBy: Instant;
  readonly asked: UnitScoreEvent;
  readonly answer: {
    readonly text: string;
    readonly evidence: readonly EvidenceReference[];
    readonly given: UnitScoreEvent;
  } | null;
}

export interface UnitScoreSubtotal {
  readonly code: string;
  readonly name: string;
  readonly points: Amount;
  readonly maximum: Amount;
}

/** A unit's figures in results of its block's year. */
export interface ResultFigures {
  readonly total: Amount;
  readonly index: Amount;
  readonly className: string;
  readonly rank: number;
  readonly tied: boolean;
  readonly n: number;
  readonly eventId: string;
}

export interface OfficialFigures extends ResultFigures {
  readonly decision: { readonly number: string; readonly signedOn: string; readonly signer: string };
  readonly publishedAt: Instant;
  /** Why they were corrected; null as first published. */
  readonly correction: string | null;
}

export interface ProvisionalFigures extends ResultFigures {
  readonly announcedAt: Instant;
}

/** The event that stopped a unit-year: it could not be read, or not be scored. */
export interface UnitScoreHalt {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  /** Position in the log, as text. */
  readonly position: string;
}

/** The sheet of one unit and year. `index` is null while a component is missing. */
export interface UnitScore {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  readonly blockId: string;
  /** Open: the results of its block's year were not announced yet. Provisional: announced, and objected to before `objectUntil`. */
  readonly status: 'open' | 'provisional' | 'official';
  /** Before which instant the unit may object; null unless provisional. */
  readonly objectUntil: Instant | null;
  readonly phase: 'declaring' | 'awaiting-approval' | 'submitted' | 'appraised';
  readonly ruleset: RulesetRef & { readonly title: string; readonly sample: boolean };
  readonly appraised: Amount;
  readonly survey: Amount;
  readonly bonus: Amount;
  readonly penalty: Amount;
  /** For comparison only: never part of the total. */
  readonly self: Amount;
  readonly total: Amount;
  /** True: components are missing, and the total is the sum of those known so far. */
  readonly partial: boolean;
  readonly maximum: Amount;
  readonly index: Amount | null;
  readonly className: string | null;
  readonly grade: string | null;
  readonly missing: readonly string[];
  readonly fields: readonly UnitScoreSubtotal[];
  readonly criteria: readonly UnitScoreSubtotal[];
  /** In the order in which they were asked. */
  readonly explanations: readonly UnitScoreExplanation[];
  readonly components: readonly UnitScoreComponent[];
  /** What was published, or last corrected; may differ from the sheet when something happened since. */
  readonly official: OfficialFigures | null;
  /** What was announced, while nothing is official; may differ from the sheet likewise. */
  readonly provisional: ProvisionalFigures | null;
  /** True: a faulty event stopped this unit-year, and what stands here is from before it. */
  readonly halted: boolean;
  /** That event; null where none stopped it. */
  readonly haltedBy: UnitScoreHalt | null;
  /** Position of the log up to which this is true, as text. */
  readonly asOf: string | null;
}
