import { threadsIn } from '../projections/threads';
import type { UnitScoreEvent, UnitScoreExplanation } from './unit-score';

/** Questions and answers, each with who recorded it. */
export function explanationsIn(
  words: Parameters<typeof threadsIn>[0],
  eventOf: (id: string) => UnitScoreEvent | undefined,
): UnitScoreExplanation[] {
  return threadsIn(words).map(({ explanationId, asked, answered }) => ({
    explanationId,
    component: asked.component,
    round: asked.round,
    question: asked.question,
    answerBy: asked.answerBy,
    asked: eventOf(asked.eventId) as UnitScoreEvent,
    answer: answered && {
      text: answered.text,
      evidence: answered.evidence,
      given: eventOf(answered.eventId) as UnitScoreEvent,
    },
  }));
}
