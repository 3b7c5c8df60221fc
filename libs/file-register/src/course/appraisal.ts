import type { Recorded } from '@app/event-store';
import { componentsIn, type Field, type Ruleset } from '@app/ruleset';
import type { ScoreEvent } from '@app/scoring';
import type { Progress } from '../standing/progress';
import { isClosed, roundOf, sharesOf } from '../standing/shares';
import { actOf, type Of, ofTypes } from './act';
import type { Closure, CouncilDecisionMade, FieldCourse, Round, Thread, Word } from './file-course';
import { due } from './steps';

/** Every field of the rubric with its rounds, in the order of the annex. */
export function fieldsIn(
  events: readonly Recorded<ScoreEvent>[],
  progress: Progress,
  { fields }: Ruleset,
): FieldCourse[] {
  return fields.map((field) => {
    const round = roundOf(progress, field);
    const shares = sharesOf(field).map((share) => ({ ...share, closed: isClosed(progress, round, share) }));
    return { code: field.code, name: field.name, round, shares, rounds: roundsOf(field, events) };
  });
}

function roundsOf(field: Field, events: readonly Recorded<ScoreEvent>[]): Round[] {
  const codes = new Set(componentsIn(field).map(({ code }) => code));
  const words = ofTypes(events, 'AppraisalConfirmed', 'AppraisalAdjusted').filter(({ data }) =>
    codes.has(data.component),
  );
  const closures = ofTypes(events, 'FieldAppraisalClosed').filter(({ data }) => data.field === field.code);
  const rounds = [...new Set([...words, ...closures].map(({ data }) => data.round))].sort((a, b) => a - b);
  return rounds.map((round) => ({
    round,
    words: words.filter(({ data }) => data.round === round).map(wordOf),
    closures: closures.filter(({ data }) => data.round === round).map(closureOf),
  }));
}

function wordOf(event: Of<'AppraisalConfirmed' | 'AppraisalAdjusted'>): Word {
  const by = actOf(event);
  if (event.type === 'AppraisalConfirmed') {
    const { component, points } = event.data;
    return { component, kind: 'confirmed', from: null, points, reasonCode: null, reason: null, by };
  }
  const { component, from, to: points, reasonCode, reason } = event.data;
  return { component, kind: 'adjusted', from, points, reasonCode, reason, by };
}

function closureOf(event: Of<'FieldAppraisalClosed'>): Closure {
  const { leadAgencies, components } = event.data;
  return { leadAgencies, components, by: actOf(event) };
}

/** Questions with their answers, in the order in which they were asked. */
export function threadsIn(events: readonly Recorded<ScoreEvent>[]): Thread[] {
  const answers = new Map(
    ofTypes(events, 'ExplanationGiven').map((event) => {
      const { explanationId, text, evidence } = event.data;
      return [explanationId, { text, evidence, given: actOf(event) }];
    }),
  );
  return ofTypes(events, 'ExplanationAsked').map((event) => {
    const { explanationId, component, round, question, answerBy, asked } = event.data;
    const about = { explanationId, component, round, question, due: due(asked.answerBy, answerBy) };
    return { ...about, asked: actOf(event), answer: answers.get(explanationId) ?? null };
  });
}

/** What the council decided, with its minutes and votes. */
export function councilDecisionsIn(events: readonly Recorded<ScoreEvent>[]): CouncilDecisionMade[] {
  return ofTypes(events, 'CouncilDecided').map((event) => {
    const { component, from, to: points, minutes, votes, reason } = event.data;
    return { component, from, points, minutes, votes, reason, by: actOf(event) };
  });
}
