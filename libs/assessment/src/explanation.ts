import {
  checkedKey,
  checkedText,
  type Deadline,
  deadlineSet,
  type Instant,
  vietnamDate,
  type WorkingCalendar,
} from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { AppraisalIsClosed } from './appraisal.errors';
import { type Appraiser, demandAppraisable, demandField } from './appraiser';
import { type Assessment, type Explanation, openedFile, type UnitYear } from './assessment';
import { ComponentIsCounted } from './assessment.errors';
import type { AssessmentEvent, EvidenceReference } from './assessment.events';
import type { ComponentRound } from './appraisal';
import { componentIn, isCounted } from './component-rules';
import { checkedEvidence } from './evidence';
import {
  AnswerDeadlineDoesNotFit,
  ExplanationAlreadyAsked,
  ExplanationAlreadyGiven,
  ExplanationDeadlinePassed,
  ExplanationIsAwaited,
  ExplanationIsUnknown,
} from './explanation.errors';
import { explanationAsked, explanationGiven } from './explanation.events';
import { fieldOf } from './fields';
import { demandOpen } from './rounds';
import { endFor } from './term';

/** A question about a component. `explanationId`: a key of the asker's own making. */
export interface ExplanationRequest extends ComponentRound {
  readonly explanationId: string;
  readonly question: string;
  /** After now, and not after the appraisal deadline of the component. */
  readonly answerBy: Instant;
}

export interface ExplanationAnswer extends UnitYear {
  readonly explanationId: string;
  readonly text: string;
  /** Evidence that the declaration did not name. */
  readonly evidence: readonly EvidenceReference[];
}

/** The appraiser asks for an explanation of what is still open to a word; again, under another id, as often as it takes. */
export function askExplanation(
  state: Assessment,
  { year, unitId, round, ...input }: ExplanationRequest,
  ruleset: Ruleset,
  appraiser: Appraiser,
  calendar: WorkingCalendar,
  now: Instant,
): AssessmentEvent[] {
  const appraiseBy = endFor(state.appraisal, input.component);
  demandAppraisable(state, appraiser, appraiseBy, now);
  const component = componentIn(ruleset, input.component);
  const field = fieldOf(ruleset, component);
  demandField(appraiser, field);
  if (isCounted(component)) throw new ComponentIsCounted(component.code);
  demandOpen(state, field, component, round);
  const explanationId = checkedKey('Mã yêu cầu giải trình', input.explanationId);
  if (state.explanations.has(explanationId)) throw new ExplanationAlreadyAsked(explanationId);
  const { asked, effective } = answerSet(input.answerBy, calendar, appraiseBy, now);
  const question = checkedText('Nội dung cần giải trình', input.question);
  const due = { answerBy: effective, asked: { answerBy: asked } };
  return [explanationAsked.of({ year, unitId, explanationId, component: component.code, round, question, ...due })];
}

/** The unit explains, before the instant it was given, once per question. `givenBy`: the accounts behind the answer. */
export function giveExplanation(
  state: Assessment,
  { year, unitId, explanationId, ...input }: ExplanationAnswer,
  ruleset: Ruleset,
  givenBy: readonly string[],
  now: Instant,
): AssessmentEvent[] {
  openedFile(state);
  const asked = demandUnanswered(state, explanationId, now);
  const component = componentIn(ruleset, asked.component);
  const text = checkedText('Giải trình', input.text);
  const { evidence } = checkedEvidence(component, year, input.evidence, text, vietnamDate(now));
  return [explanationGiven.of({ year, unitId, explanationId, component: component.code, text, evidence, givenBy })];
}

/** None of these components waits for an explanation that may still come. What nobody explained in time has lapsed. */
export function demandExplained(state: Assessment, components: readonly string[], now: Instant): void {
  const awaited = [...state.explanations.values()].filter(({ given, answerBy }) => !given && now < answerBy);
  const waiting = components.filter((code) => awaited.some(({ component }) => component === code));
  if (waiting.length > 0) throw new ExplanationIsAwaited(waiting);
}

function demandUnanswered(state: Assessment, explanationId: string, now: Instant): Explanation {
  const asked = state.explanations.get(explanationId);
  if (asked === undefined) throw new ExplanationIsUnknown(explanationId);
  if (asked.given) throw new ExplanationAlreadyGiven(explanationId);
  if (state.phase === 'appraised') throw new AppraisalIsClosed();
  if (now >= asked.answerBy) throw new ExplanationDeadlinePassed(explanationId, asked.answerBy, now);
  return asked;
}

function answerSet(asked: Instant, calendar: WorkingCalendar, appraiseBy: Instant, now: Instant): Deadline {
  return deadlineSet('Hạn giải trình', asked, calendar, (answerBy) => {
    if (answerBy <= now || answerBy > appraiseBy) throw new AnswerDeadlineDoesNotFit(answerBy, now, appraiseBy);
  });
}
