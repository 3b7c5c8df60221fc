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

/** An appraiser's word on a component: the round, and the points (null: does not apply). */
export interface Appraised {
  readonly round: number;
  readonly points: ExactText | null;
}

/** What decisions about one unit's year need. Component codes are keys of the maps. */
export interface Assessment {
  readonly opened: DataOf<typeof assessmentOpened> | null;
  readonly phase: 'none' | 'declaring' | 'submitted' | 'appraised';
  /** The unit writes before this instant; moved by an extension or a return. */
  readonly submitBy: Instant;
  readonly declared: ReadonlyMap<string, ExactText | null>;
  readonly appraised: ReadonlyMap<string, Appraised>;
  /** Points by decisions on upheld cases: they stand above what was appraised. */
  readonly ruled: ReadonlyMap<string, ExactText | null>;
  /** The appraisal round reached; 0 before the first. */
  readonly round: number;
  /** Every account behind any entry. */
  readonly enteredBy: readonly string[];
}

/** Names one unit's year; part of every command's input. */
export interface UnitYear {
  readonly year: number;
  readonly unitId: string;
}

const initial: Assessment = {
  opened: null,
  phase: 'none',
  submitBy: '',
  declared: new Map(),
  appraised: new Map(),
  ruled: new Map(),
  round: 0,
  enteredBy: [],
};

export const assessment: Aggregate<Assessment, AssessmentEvent> = {
  initial,
  evolve(state, { type, data }) {
    switch (type) {
      case 'AssessmentOpened':
        return { ...state, opened: data, phase: 'declaring', submitBy: data.submitBy };
      case 'SelfScoreRecorded':
        return withSelfScore(state, data);
      case 'SelfAssessmentSubmitted':
        return { ...state, phase: 'submitted' };
      case 'SelfAssessmentReturned':
        return { ...state, phase: 'declaring', submitBy: data.submitBy };
      case 'ExtensionGranted':
        return { ...state, submitBy: data.submitBy };
      case 'AppraisalConfirmed':
        return withAppraisal(state, data.component, { round: data.round, points: data.points });
      case 'AppraisalAdjusted':
        return withAppraisal(state, data.component, { round: data.round, points: data.to });
      case 'AppraisalClosed':
        return { ...state, phase: 'appraised' };
      case 'PointsRuled':
        return { ...state, ruled: new Map(state.ruled).set(data.component, data.to) };
      default:
        return assertNever(type);
    }
  },
};

/** A new declaration takes back what was appraised about the old one: it must be looked at again. */
function withSelfScore(
  state: Assessment,
  { component, points, enteredBy }: Extract<AssessmentEvent, { type: 'SelfScoreRecorded' }>['data'],
): Assessment {
  const appraised = new Map(state.appraised);
  appraised.delete(component);
  return {
    ...state,
    declared: new Map(state.declared).set(component, points),
    appraised,
    enteredBy: [...new Set([...state.enteredBy, ...enteredBy])],
  };
}

function withAppraisal(state: Assessment, component: string, appraisal: Appraised): Assessment {
  return { ...state, appraised: new Map(state.appraised).set(component, appraisal), round: appraisal.round };
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

/** The points that stand for a component now: by decision, else the appraiser's, else the unit's; undefined when nobody spoke. */
export function standingPoints(state: Assessment, component: string): ExactText | null | undefined {
  if (state.ruled.has(component)) return state.ruled.get(component);
  const appraised = state.appraised.get(component);
  return appraised === undefined ? state.declared.get(component) : appraised.points;
}
