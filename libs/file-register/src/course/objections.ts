import type { CaseKind } from '@app/casework';
import type { Recorded } from '@app/event-store';
import type { ScoreEvent } from '@app/scoring';
import { actOf, type Of, ofTypes } from './act';
import type { ObjectionMade, RulingMade } from './file-course';

/** Whether it is what a unit itself holds against its score. */
export function isOwn(kind: CaseKind): kind is ObjectionMade['kind'] {
  return kind === 'score-objection' || kind === 'score-complaint';
}

/** What the unit itself holds against its score, in the order in which it came; who complained of the unit is no matter of its file. */
export function objectionsIn(events: readonly Recorded<ScoreEvent>[]): ObjectionMade[] {
  return ofTypes(events, 'CaseReceived').flatMap((event) => {
    const { kind, caseId, component, receivedOn, dueOn, asked } = event.data;
    if (!isOwn(kind)) return [];
    const about = { caseId, kind, component, receivedOn, dueOn: { asked: asked.dueOn, effective: dueOn } };
    return [{ ...about, received: actOf(event), answer: answerTo(caseId, events), conclusion: endOf(caseId, events) }];
  });
}

function answerTo(caseId: string, events: readonly Recorded<ScoreEvent>[]): ObjectionMade['answer'] {
  const event = ofTypes(events, 'CaseAnswered').find(({ data }) => data.caseId === caseId);
  return event === undefined ? null : { answeredOn: event.data.answeredOn, late: event.data.late, by: actOf(event) };
}

function endOf(caseId: string, events: readonly Recorded<ScoreEvent>[]): ObjectionMade['conclusion'] {
  const event = ofTypes(events, 'CaseClosed').find(({ data }) => data.caseId === caseId);
  if (event === undefined) return null;
  const { outcome, closedOn, reason } = event.data;
  return { outcome, closedOn, reason, by: actOf(event) };
}

/** Points by decisions on cases that were upheld; of a case of others only what was decided, not the case. */
export function rulingsIn(events: readonly Recorded<ScoreEvent>[]): RulingMade[] {
  return ofTypes(events, 'PointsRuled').map((event: Of<'PointsRuled'>) => {
    const { component, from, to: points, reason, case: about, decision } = event.data;
    const { kind, caseId } = about;
    return { component, from, points, reason, case: isOwn(kind) ? { kind, caseId } : null, decision, by: actOf(event) };
  });
}
