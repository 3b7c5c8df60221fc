import type { DataOf, ExactText } from '@app/kernel';
import type { fieldAppraisalClosed } from './appraisal.events';
import type { Appraised, Assessment, Explanation } from './assessment';
import type { pointsRuled, selfScoreRecorded } from './assessment.events';
import type { explanationGiven } from './explanation.events';

/** A new declaration takes back what was appraised about the old one: it must be looked at again. */
export function withSelfScore(
  state: Assessment,
  { component, points, enteredBy }: DataOf<typeof selfScoreRecorded>,
): Assessment {
  return {
    ...state,
    declared: new Map(state.declared).set(component, points),
    appraised: without(state.appraised, component),
    closed: without(state.closed, component),
    enteredBy: joined(state.enteredBy, enteredBy),
  };
}

/** The map itself where it does not know the key: declarations are many, and most are the first. */
function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** All accounts of both, each once. */
export function joined(known: readonly string[], more: readonly string[]): readonly string[] {
  return [...new Set([...known, ...more])];
}

/** The last word counts, and takes its round as reached. */
export function withAppraisal(state: Assessment, component: string, appraisal: Appraised): Assessment {
  return {
    ...state,
    appraised: new Map(state.appraised).set(component, appraisal),
    round: Math.max(state.round, appraisal.round),
    rounds: new Map(state.rounds).set(component, appraisal.round),
  };
}

/** Points decided after the appraisal, in the place of the appraiser's. */
export function withDecidedPoints(state: Assessment, component: string, points: ExactText | null): Assessment {
  const round = state.appraised.get(component)?.round ?? state.round;
  return { ...state, appraised: new Map(state.appraised).set(component, { round, points }) };
}

/** The last ruling gives the points; each answers a case of its own. */
export function withRuling(
  state: Assessment,
  { component, to, case: { caseId } }: DataOf<typeof pointsRuled>,
): Assessment {
  const caseIds = joined(state.ruled.get(component)?.caseIds ?? [], [caseId]);
  return { ...state, ruled: new Map(state.ruled).set(component, { points: to, caseIds }) };
}

/** A question as it stands now. */
export function withExplanation(
  state: Assessment,
  explanationId: string,
  { component, answerBy, given }: Explanation,
): Assessment {
  return {
    ...state,
    explanations: new Map(state.explanations).set(explanationId, { component, answerBy, given }),
  };
}

/** The question is answered; whoever answered is remembered, also of a question that nobody asked. */
export function withAnswer(state: Assessment, { explanationId, givenBy }: DataOf<typeof explanationGiven>): Assessment {
  const asked = state.explanations.get(explanationId);
  const explainedBy = joined(state.explainedBy, givenBy);
  return asked === undefined
    ? { ...state, explainedBy }
    : withExplanation({ ...state, explainedBy }, explanationId, { ...asked, given: true });
}

/** These components take no more words in that round. */
export function withClosure(state: Assessment, { round, components }: DataOf<typeof fieldAppraisalClosed>): Assessment {
  return { ...state, closed: new Map([...state.closed, ...components.map((code) => [code, round] as const)]) };
}
