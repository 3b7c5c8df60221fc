import type { Recorded } from '@app/event-store';
import type { ScoreEvent } from '@app/scoring';
import { actOf, type Of, ofTypes } from './act';
import type { DeclarationMade, Due, ExtensionGiven, Step } from './file-course';

type StepEvent = Of<
  | 'AssessmentOpened'
  | 'ApprovalRequested'
  | 'ApprovalDeclined'
  | 'SelfAssessmentSubmitted'
  | 'SelfAssessmentReturned'
  | 'AppraisalClosed'
>;

const KINDS: Readonly<Record<StepEvent['type'], Step['kind']>> = {
  AssessmentOpened: 'opened',
  ApprovalRequested: 'approval-requested',
  ApprovalDeclined: 'approval-declined',
  SelfAssessmentSubmitted: 'submitted',
  SelfAssessmentReturned: 'returned',
  AppraisalClosed: 'appraisal-closed',
};

/** What moved the file as a whole, in the order of the log. */
export function stepsIn(events: readonly Recorded<ScoreEvent>[]): Step[] {
  return ofTypes(events, ...(Object.keys(KINDS) as StepEvent['type'][])).map((event) => ({
    kind: KINDS[event.type],
    ...saidBy(event),
    by: actOf(event),
  }));
}

function saidBy(event: StepEvent): Pick<Step, 'reason' | 'submitBy' | 'appraiseBy'> {
  const nothing = { reason: null, submitBy: null, appraiseBy: null };
  if (event.type === 'ApprovalDeclined') return { ...nothing, reason: event.data.reason };
  if (event.type === 'AssessmentOpened') {
    const { submitBy, appraiseBy } = event.data;
    return { ...nothing, submitBy: due(null, submitBy), appraiseBy: due(null, appraiseBy) };
  }
  if (event.type !== 'SelfAssessmentReturned') return nothing;
  const { reason, asked, submitBy } = event.data;
  return { ...nothing, reason, submitBy: due(asked.submitBy, submitBy) };
}

/** Every declaration of every component, in the order of the log: the last one of a component counts. */
export function declarationsIn(events: readonly Recorded<ScoreEvent>[]): DeclarationMade[] {
  return ofTypes(events, 'SelfScoreRecorded').map((event) => {
    const { component, points, overrideReason, explanation: missingEvidence, evidence } = event.data;
    return { component, points, overrideReason, missingEvidence, evidence, by: actOf(event) };
  });
}

/** Longer time for the unit or for the appraisal. */
export function extensionsIn(events: readonly Recorded<ScoreEvent>[]): ExtensionGiven[] {
  return ofTypes(events, 'ExtensionGranted', 'AppraisalExtensionGranted').map((event) => {
    const { components, reason } = event.data;
    const about = { components, reason, by: actOf(event) };
    if (event.type === 'ExtensionGranted')
      return { of: 'submission', until: due(event.data.asked.submitBy, event.data.submitBy), ...about };
    return { of: 'appraisal', until: due(event.data.asked.appraiseBy, event.data.appraiseBy), ...about };
  });
}

export function due(asked: Due['asked'], effective: Due['effective']): Due {
  return { asked, effective };
}
