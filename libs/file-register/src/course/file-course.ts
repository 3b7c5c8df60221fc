import type { EvidenceReference } from '@app/assessment';
import type { ExactText, Instant, LocalDate } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import type { FileState, Wait } from '../standing/standing';

/** Who recorded something, as it was held at that moment, and when. */
export interface Act {
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  /** The account that delegated; null: in the own right. */
  readonly onBehalfOf: string | null;
  readonly role: string;
  readonly recordedAt: Instant;
  /** Position in the log, as text. */
  readonly position: string;
}

/** An instant as it was set, and that in effect: later where its last day is a day off. */
export interface Due {
  /** Null: the event does not tell it. */
  readonly asked: Instant | null;
  readonly effective: Instant;
}

/** What moved the file as a whole. `reason`: of the head who declined, of whoever sent it back. */
export interface Step {
  readonly kind: 'opened' | 'approval-requested' | 'approval-declined' | 'submitted' | 'returned' | 'appraisal-closed';
  readonly reason: string | null;
  /** Until when the unit writes from then on; null: as before. */
  readonly submitBy: Due | null;
  /** Until when it is appraised from then on; null: as before. */
  readonly appraiseBy: Due | null;
  readonly by: Act;
}

/** One time that the unit declared a component. */
export interface DeclarationMade {
  readonly component: string;
  /** Null: does not apply. */
  readonly points: ExactText | null;
  /** Why the points are others than the rule gives; null: they are not. */
  readonly overrideReason: string | null;
  /** Why evidence is missing where it is required; null: it is not. */
  readonly missingEvidence: string | null;
  readonly evidence: readonly EvidenceReference[];
  readonly by: Act;
}

export interface ExtensionGiven {
  readonly of: 'submission' | 'appraisal';
  /** Only these components are written in the longer time; null: the whole file. */
  readonly components: readonly string[] | null;
  readonly until: Due;
  readonly reason: string;
  readonly by: Act;
}

/** A word of an appraiser on a component. */
export interface Word {
  readonly component: string;
  readonly kind: 'confirmed' | 'adjusted';
  /** The points that were changed; null: confirmed as they stood, does not apply, or nothing was known yet. */
  readonly from: ExactText | null;
  /** Null: does not apply. */
  readonly points: ExactText | null;
  /** Why they were changed; null: confirmed. */
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly by: Act;
}

/** Components of a field that were closed together. */
export interface Closure {
  readonly leadAgencies: readonly { readonly name: string; readonly unitId: string | null }[];
  readonly components: readonly string[];
  readonly by: Act;
}

/** A round of appraisal in one field. */
export interface Round {
  readonly round: number;
  readonly words: readonly Word[];
  readonly closures: readonly Closure[];
}

/** How a field (lĩnh vực) is appraised. */
export interface FieldCourse {
  readonly code: string;
  readonly name: string;
  /** The round that it has reached; 0 before the first word. */
  readonly round: number;
  /** What each lead agency (cơ quan chủ trì) appraises of it, and whether that is closed in this round. */
  readonly shares: readonly {
    readonly leadAgency: string | null;
    readonly components: readonly string[];
    readonly closed: boolean;
  }[];
  readonly rounds: readonly Round[];
}

/** A question to the unit (giải trình), and its answer. Unanswered, it lapses when `due` is reached. */
export interface Thread {
  readonly explanationId: string;
  readonly component: string;
  readonly round: number;
  readonly question: string;
  readonly due: Due;
  readonly asked: Act;
  readonly answer: {
    readonly text: string;
    readonly evidence: readonly EvidenceReference[];
    readonly given: Act;
  } | null;
}

interface PointsChanged {
  readonly component: string;
  readonly from: ExactText | null;
  /** Null: does not apply. */
  readonly points: ExactText | null;
  readonly reason: string;
  readonly by: Act;
}

export interface CouncilDecisionMade extends PointsChanged {
  readonly minutes: { readonly number: string; readonly heldOn: LocalDate };
  readonly votes: { readonly for: number; readonly against: number; readonly abstained: number };
}

/** Points by a decision on a case that was upheld. */
export interface RulingMade extends PointsChanged {
  /** Null: a case of others, which is no matter of the file. */
  readonly case: { readonly kind: 'score-objection' | 'score-complaint'; readonly caseId: string } | null;
  readonly decision: { readonly number: string; readonly signedOn: LocalDate; readonly signer: string };
}

/** What the unit itself holds against its score: an objection before, a complaint after its results are official. */
export interface ObjectionMade {
  readonly caseId: string;
  readonly kind: 'score-objection' | 'score-complaint';
  readonly component: string | null;
  readonly receivedOn: LocalDate;
  /** The last day on which an answer is in time, as it was set and in effect. */
  readonly dueOn: { readonly asked: LocalDate; readonly effective: LocalDate };
  readonly received: Act;
  readonly answer: { readonly answeredOn: LocalDate; readonly late: boolean; readonly by: Act } | null;
  readonly conclusion: {
    readonly outcome: 'upheld' | 'rejected' | 'withdrawn';
    readonly closedOn: LocalDate;
    readonly reason: string;
    readonly by: Act;
  } | null;
}

/** A deadline that lies ahead. */
export interface OpenDeadline {
  readonly what: 'submission' | 'appraisal' | 'explanation' | 'objection';
  /** Of an extension in which only these components are written; null: the whole file. Of a question: its component. */
  readonly components: readonly string[] | null;
  readonly explanationId: string | null;
  /** Before this instant: that in effect. */
  readonly until: Instant;
}

/** Everything that happened to one unit's file, and how it stands. */
export interface FileCourse {
  readonly unitId: string;
  readonly unitName: string | null;
  readonly year: number;
  readonly blockId: string;
  readonly ruleset: RulesetRef;
  readonly state: FileState;
  /** Of the results of its block's year; until when the unit may object, while they are provisional. */
  readonly results: { readonly status: 'open' | 'provisional' | 'official'; readonly objectUntil: Instant | null };
  /** The first day without the unit, where that day is in the file's year or before; null: it goes on. */
  readonly endedOn: LocalDate | null;
  readonly waits: readonly Wait[];
  /** The next one first. */
  readonly deadlines: readonly OpenDeadline[];
  readonly steps: readonly Step[];
  readonly declarations: readonly DeclarationMade[];
  readonly extensions: readonly ExtensionGiven[];
  readonly fields: readonly FieldCourse[];
  readonly explanations: readonly Thread[];
  readonly councilDecisions: readonly CouncilDecisionMade[];
  readonly objections: readonly ObjectionMade[];
  readonly rulings: readonly RulingMade[];
  /** What the file's own stream stood at: the next command on it names this one. */
  readonly fileRevision: string;
  /** True: an event of the file's own stream cannot be read, and what stands here of it is from before that. */
  readonly halted: boolean;
  /** Position of the last event of the file and of the unit's own cases, as text. */
  readonly position: string;
  /** The moment asked about; at present the position of the last event that this is made of, also of the unit and of the results. */
  readonly asOf: string;
}
