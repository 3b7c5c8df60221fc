import type { AssessmentEvent, EvidenceReference } from '@app/assessment';
import type { CaseKind, CaseworkEvent } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { ExactText, LocalDate } from '@app/kernel';
import type { RuleInput, RulesetRef } from '@app/ruleset';
import type { SurveyEvent } from '@app/survey';

/** Everything that can change one unit's score in one year. */
export type ScoreEvent = AssessmentEvent | SurveyEvent | CaseworkEvent;

/** Which event says so: its id, and its revision (as text) in its stream, so that an older fact never replaces a newer one. */
export interface Stated {
  readonly eventId: string;
  readonly revision: string;
}

/** What the unit declared and the points it gave itself; kept for comparison, never in the total. */
export interface SelfFacts extends Stated {
  readonly declaration: RuleInput;
  /** Null: the unit says that the component does not apply. */
  readonly points: ExactText | null;
  readonly overrideReason: string | null;
  readonly evidence: readonly EvidenceReference[];
}

/** The appraiser's points. Null points: the component does not apply. */
export interface AppraisalFacts extends Stated {
  readonly points: ExactText | null;
  readonly round: number;
  /** Why the points were changed; null when the self-score was confirmed. */
  readonly reason: string | null;
}

/** What the appraisal council decided; it outweighs the appraiser. Null points: the component does not apply. */
export interface CouncilFacts extends Stated {
  readonly points: ExactText | null;
  readonly minutes: { readonly number: string; readonly heldOn: LocalDate };
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number };
  readonly reason: string;
}

/** Points by a decision on an upheld case; they stand above the council's and the appraiser's. Null points: the component does not apply. */
export interface RulingFacts extends Stated {
  readonly points: ExactText | null;
  readonly case: { readonly kind: 'score-objection' | 'score-complaint' | 'complaint'; readonly caseId: string };
  readonly decision: { readonly number: string; readonly signedOn: LocalDate };
  readonly reason: string;
}

/** What happened to one component. */
export interface ComponentFacts {
  readonly self?: SelfFacts;
  /** The last appraisal. */
  readonly appraisal?: AppraisalFacts;
  /** The council's last decision. */
  readonly council?: CouncilFacts;
  /** The last decision about it. */
  readonly ruling?: RulingFacts;
}

/** A survey batch that counts (not withdrawn): answers per question and option letter; `-` (no answer) is not counted. */
export interface BatchFacts extends Stated {
  readonly respondents: number;
  readonly tallies: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A case about the unit in the year; `outcome` null while it is open. The event is the one that decided its present state. */
export interface CaseFacts extends Stated {
  readonly kind: CaseKind;
  readonly component: string | null;
  readonly outcome: 'upheld' | 'rejected' | 'withdrawn' | null;
}

/** How far the unit's file has come, and the event that brought it there. */
export type Phase = 'none' | 'declaring' | 'awaiting-approval' | 'submitted' | 'appraised';

/**
 * The folded facts of one unit in one year: plain JSON, the one input of scoring for scorecard, ranking, publication and audit.
 * A set of facts, not a diary: events delivered twice, or the three streams interleaved in any way, give the same facts.
 */
export interface UnitYearFacts {
  readonly unitId: string;
  readonly year: number;
  readonly blockId: string | null;
  readonly ruleset: RulesetRef | null;
  readonly phase: Phase;
  readonly phaseStated: Stated | null;
  readonly components: Readonly<Record<string, ComponentFacts>>;
  /** By `campaign/batch`. */
  readonly batches: Readonly<Record<string, BatchFacts>>;
  /** Withdrawn batches by `campaign/batch`: they count nothing, and stay withdrawn when they are delivered again. */
  readonly withdrawnBatches: Readonly<Record<string, Stated>>;
  /** By case id. */
  readonly cases: Readonly<Record<string, CaseFacts>>;
}

/** The facts of a unit-year about which nothing is known yet. */
export function initialFacts(unitId: string, year: number): UnitYearFacts {
  return {
    unitId,
    year,
    blockId: null,
    ruleset: null,
    phase: 'none',
    phaseStated: null,
    components: {},
    batches: {},
    withdrawnBatches: {},
    cases: {},
  };
}

export type { Recorded };
