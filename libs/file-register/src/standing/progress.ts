import type { AssessmentEvent, assessmentOpened } from '@app/assessment';
import type { DataOf, Instant } from '@app/kernel';
import type { RulesetRef } from '@app/ruleset';

/** Until when something is written, before the instant: the file as a whole, and components that were given an instant of their own. */
export interface Until {
  readonly whole: Instant;
  readonly extended: Readonly<Record<string, Instant>>;
}

/** A question (giải trình) that nobody has answered. */
export interface OpenQuestion {
  readonly component: string;
  readonly answerBy: Instant;
}

/**
 * What a file's own stream says of how far it has come: as much as tells whose turn it is. Plain JSON; the same that decisions go by
 * (`Assessment` of `assessment`), without the figures and the people.
 */
export interface Progress {
  readonly blockId: string;
  readonly ruleset: RulesetRef;
  readonly phase: 'declaring' | 'awaiting-approval' | 'submitted' | 'appraised';
  /** It was sent back, and not submitted again since. */
  readonly returned: boolean;
  readonly submission: Until;
  readonly appraisal: Until;
  /** The last round in which somebody spoke on a component. */
  readonly rounds: Readonly<Record<string, number>>;
  /** The round in which a component was closed with its field; a new declaration opens it again. */
  readonly closed: Readonly<Record<string, number>>;
  /** By id. */
  readonly questions: Readonly<Record<string, OpenQuestion>>;
}

/** One event later; null: the file was not opened yet. What tells nothing of whose turn it is leaves the very same object. */
export function progressAfter(progress: Progress | null, { type, data }: AssessmentEvent): Progress | null {
  if (type === 'AssessmentOpened') return opened(data);
  if (progress === null) return null;
  switch (type) {
    case 'SelfScoreRecorded':
      return data.component in progress.closed
        ? { ...progress, closed: without(progress.closed, data.component) }
        : progress;
    case 'ApprovalRequested':
      return { ...progress, phase: 'awaiting-approval' };
    case 'ApprovalDeclined':
      return { ...progress, phase: 'declaring' };
    case 'SelfAssessmentSubmitted':
      return { ...progress, phase: 'submitted', returned: false };
    case 'SelfAssessmentReturned':
      return { ...progress, phase: 'declaring', returned: true, submission: until(data.submitBy) };
    case 'ExtensionGranted':
      return { ...progress, submission: longer(progress.submission, data.submitBy, data.components) };
    case 'AppraisalExtensionGranted':
      return { ...progress, appraisal: longer(progress.appraisal, data.appraiseBy, data.components) };
    case 'AppraisalConfirmed':
    case 'AppraisalAdjusted':
      return progress.rounds[data.component] === data.round
        ? progress
        : { ...progress, rounds: { ...progress.rounds, [data.component]: data.round } };
    case 'ExplanationAsked': {
      const { explanationId, component, answerBy } = data;
      return { ...progress, questions: { ...progress.questions, [explanationId]: { component, answerBy } } };
    }
    case 'ExplanationGiven':
      return { ...progress, questions: without(progress.questions, data.explanationId) };
    case 'FieldAppraisalClosed':
      return { ...progress, closed: { ...progress.closed, ...each(data.components, data.round) } };
    case 'AppraisalClosed':
      return { ...progress, phase: 'appraised' };
    case 'CouncilDecided':
    case 'PointsRuled':
      return progress;
  }
}

function opened({ blockId, ruleset, submitBy, appraiseBy }: DataOf<typeof assessmentOpened>): Progress {
  const terms = { submission: until(submitBy), appraisal: until(appraiseBy) };
  return { blockId, ruleset, phase: 'declaring', returned: false, ...terms, rounds: {}, closed: {}, questions: {} };
}

function until(whole: Instant): Until {
  return { whole, extended: {} };
}

/** Longer for these components, null: for the whole file. */
function longer(given: Until, instant: Instant, components: readonly string[] | null): Until {
  if (components === null) return { ...given, whole: instant };
  return { ...given, extended: { ...given.extended, ...each(components, instant) } };
}

function each<Value>(keys: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, value]));
}

function without<Value>(values: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}
