import {
  type Aggregate,
  assertNever,
  checkedInstant,
  checkedKey,
  checkedYear,
  type DataOf,
  type ExactText,
  type Instant,
} from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';
import { AssessmentAlreadyOpened, AssessmentNotOpened, DeadlinesDoNotFit } from './assessment.errors';
import { type AssessmentEvent, assessmentOpened } from './assessment.events';
import {
  joined,
  withAnswer,
  withAppraisal,
  withClosure,
  withDecidedPoints,
  withExplanation,
  withRuling,
  withSelfScore,
} from './evolve-assessment';
import { type Term, termUntil, withExtension } from './term';

/** The word that stands on a component: the round of the appraisal, and the points (null: does not apply). */
export interface Appraised {
  readonly round: number;
  readonly points: ExactText | null;
}

/** What was ruled on a component: the points by the last ruling, and every case that a ruling answered. */
export interface Ruled {
  readonly points: ExactText | null;
  readonly caseIds: readonly string[];
}

/** A question to the unit about a component (giải trình). Whether it still waits or has lapsed follows from the instant of the asking. */
export interface Explanation {
  readonly component: string;
  readonly answerBy: Instant;
  readonly given: boolean;
}

/** What decisions about one unit's year need. Component codes are keys of the maps. */
export interface Assessment {
  readonly opened: DataOf<typeof assessmentOpened> | null;
  readonly phase: 'none' | 'declaring' | 'awaiting-approval' | 'submitted' | 'appraised';
  /** Until when the unit writes; moved by an extension or a return. */
  readonly submission: Term;
  /** Until when it is appraised; moved by an extension. */
  readonly appraisal: Term;
  readonly declared: ReadonlyMap<string, ExactText | null>;
  readonly appraised: ReadonlyMap<string, Appraised>;
  /** By decisions on upheld cases: they stand above what was appraised, and above the council's. */
  readonly ruled: ReadonlyMap<string, Ruled>;
  /** The highest appraisal round that any field reached; 0 before the first. */
  readonly round: number;
  /** The last round in which somebody spoke on a component; a new declaration does not take it back. */
  readonly rounds: ReadonlyMap<string, number>;
  /** The round in which a component was closed with its field; a new declaration opens it again. */
  readonly closed: ReadonlyMap<string, number>;
  /** By id. */
  readonly explanations: ReadonlyMap<string, Explanation>;
  /** Every account behind any explanation. */
  readonly explainedBy: readonly string[];
  /** Every account behind any entry. */
  readonly enteredBy: readonly string[];
  /** Every account that asked for the head's approval. */
  readonly askedBy: readonly string[];
  /** Every account that approved or declined. */
  readonly answeredBy: readonly string[];
}

/** Names one unit's year; part of every command's input. */
export interface UnitYear {
  readonly year: number;
  readonly unitId: string;
}

const initial: Assessment = {
  opened: null,
  phase: 'none',
  submission: termUntil(''),
  appraisal: termUntil(''),
  declared: new Map(),
  appraised: new Map(),
  ruled: new Map(),
  round: 0,
  rounds: new Map(),
  closed: new Map(),
  explanations: new Map(),
  explainedBy: [],
  enteredBy: [],
  askedBy: [],
  answeredBy: [],
};

export const assessment: Aggregate<Assessment, AssessmentEvent> = {
  initial,
  evolve(state, { type, data }) {
    switch (type) {
      case 'AssessmentOpened':
        return withOpening(state, data);
      case 'SelfScoreRecorded':
        return withSelfScore(state, data);
      case 'ApprovalRequested':
        return { ...state, phase: 'awaiting-approval', askedBy: joined(state.askedBy, data.requestedBy) };
      case 'ApprovalDeclined':
        return { ...state, phase: 'declaring', answeredBy: joined(state.answeredBy, data.declinedBy) };
      case 'SelfAssessmentSubmitted':
        return { ...state, phase: 'submitted', answeredBy: joined(state.answeredBy, data.approvedBy) };
      case 'SelfAssessmentReturned':
        return { ...state, phase: 'declaring', submission: termUntil(data.submitBy) };
      case 'ExtensionGranted':
        return { ...state, submission: withExtension(state.submission, data.submitBy, data.components) };
      case 'AppraisalExtensionGranted':
        return { ...state, appraisal: withExtension(state.appraisal, data.appraiseBy, data.components) };
      case 'AppraisalConfirmed':
        return withAppraisal(state, data.component, { round: data.round, points: data.points });
      case 'AppraisalAdjusted':
        return withAppraisal(state, data.component, { round: data.round, points: data.to });
      case 'ExplanationAsked':
        return withExplanation(state, data.explanationId, { ...data, given: false });
      case 'ExplanationGiven':
        return withAnswer(state, data);
      case 'FieldAppraisalClosed':
        return withClosure(state, data);
      case 'AppraisalClosed':
        return { ...state, phase: 'appraised' };
      case 'CouncilDecided':
        return withDecidedPoints(state, data.component, data.to);
      case 'PointsRuled':
        return withRuling(state, data);
      default:
        return assertNever(type);
    }
  },
};

function withOpening(state: Assessment, opened: DataOf<typeof assessmentOpened>): Assessment {
  const { submitBy, appraiseBy } = opened;
  return { ...state, opened, phase: 'declaring', submission: termUntil(submitBy), appraisal: termUntil(appraiseBy) };
}

/** `assessment-<year>.<unitId>`. Throws YearOutOfRange, IdentifierIsInvalid. */
export function assessmentStream(year: number, unitId: string): string {
  return `assessment-${checkedYear(year)}.${checkedKey('Mã đơn vị', unitId)}`;
}

/** Opens the unit's file for a year under a frozen ruleset; everything it is judged by is in its own stream from then on. */
export function openAssessment(state: Assessment, input: DataOf<typeof assessmentOpened>): AssessmentEvent[] {
  if (state.opened !== null) throw new AssessmentAlreadyOpened(input.year, input.unitId, state.opened.blockId);
  checkedKey('Mã Khối', input.blockId);
  const submitBy = checkedInstant('Hạn nộp', input.submitBy);
  const appraiseBy = checkedInstant('Hạn thẩm định', input.appraiseBy);
  if (submitBy >= appraiseBy) throw new DeadlinesDoNotFit(submitBy, appraiseBy, 'phải trước hạn thẩm định');
  const { year, unitId, blockId, ruleset } = input;
  return [assessmentOpened.of({ year, unitId, blockId, ruleset, submitBy, appraiseBy })];
}

/** The file as it was opened. Throws AssessmentNotOpened. */
export function openedFile(state: Assessment): DataOf<typeof assessmentOpened> {
  if (state.opened === null) throw new AssessmentNotOpened();
  return state.opened;
}

/** The ruleset that binds the file. Throws AssessmentNotOpened. */
export function rulesetOf(state: Assessment): RulesetRef {
  return openedFile(state).ruleset;
}

/** The points that stand for a component now: by a ruling, else the council's or the appraiser's, else the unit's; undefined when nobody spoke. */
export function standingPoints(state: Assessment, component: string): ExactText | null | undefined {
  const ruled = state.ruled.get(component);
  if (ruled !== undefined) return ruled.points;
  const appraised = state.appraised.get(component);
  return appraised === undefined ? state.declared.get(component) : appraised.points;
}
