import type { EvidenceReference } from '@app/assessment';
import type { Recorded } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { ScoreEvent, Stated } from '@app/scoring';

/** What an appraiser asked (giải trình); it changes no points. */
export interface AskedFacts extends Stated {
  readonly component: string;
  readonly round: number;
  readonly question: string;
  readonly answerBy: Instant;
}

/** What the unit explained. */
export interface AnsweredFacts extends Stated {
  readonly text: string;
  readonly evidence: readonly EvidenceReference[];
}

/** A question or an answer by name: `question/<id>` or `answer/<id>`. */
export interface ThreadStatement {
  readonly matter: string;
  readonly said: AskedFacts | AnsweredFacts;
}

/** What the event says in a thread of questions and answers; nothing for every other event. */
export function threadOf({ id, revision, ...event }: Recorded<ScoreEvent>): ThreadStatement[] {
  const stated = { eventId: id, revision: revision.toString() };
  if (event.type === 'ExplanationAsked') {
    const { explanationId, component, round, question, answerBy } = event.data;
    return [{ matter: `question/${explanationId}`, said: { component, round, question, answerBy, ...stated } }];
  }
  if (event.type !== 'ExplanationGiven') return [];
  const { explanationId, text, evidence } = event.data;
  return [{ matter: `answer/${explanationId}`, said: { text, evidence, ...stated } }];
}

/** A question with its answer; null: none yet. */
export interface Thread {
  readonly explanationId: string;
  readonly asked: AskedFacts;
  readonly answered: AnsweredFacts | null;
}

/** The threads among all statements of a file, in the order in which they were asked. */
export function threadsIn(statements: readonly { readonly matter: string; readonly said: unknown }[]): Thread[] {
  const of = (kind: string) => statements.filter(({ matter }) => matter.startsWith(kind));
  const answers = new Map(of('answer/').map(({ matter, said }) => [matter.slice('answer/'.length), said]));
  return of('question/')
    .map(({ matter, said }): Thread => {
      const explanationId = matter.slice('question/'.length);
      const answered = (answers.get(explanationId) as AnsweredFacts | undefined) ?? null;
      return { explanationId, asked: said as AskedFacts, answered };
    })
    .sort(({ asked: one }, { asked: other }) => (BigInt(one.revision) < BigInt(other.revision) ? -1 : 1));
}
