import { eventSchema, type Instant } from '@app/kernel';
import type { EvidenceReference } from './evidence-reference';

/** The appraiser asks the unit to explain (giải trình) a component, by an instant. */
export const explanationAsked = eventSchema('ExplanationAsked')
  .startingAs<Question>()
  .upcastTo<
    Question & {
      /** The deadline as it was set; that in effect (`answerBy`) is later where its last day is a day off. Before v2 it took effect as set. */
      asked: { readonly answerBy: Instant };
    }
  >((v1) => ({ ...v1, asked: { answerBy: v1.answerBy } }));

interface Question {
  readonly year: number;
  readonly unitId: string;
  readonly explanationId: string;
  readonly component: string;
  readonly round: number;
  readonly question: string;
  /** The unit answers before this instant. */
  readonly answerBy: Instant;
}

/** The unit explained, with what evidence there is to add. It changes no points: that is the appraiser's word. */
export const explanationGiven = eventSchema('ExplanationGiven').startingAs<{
  year: number;
  unitId: string;
  explanationId: string;
  component: string;
  text: string;
  evidence: readonly EvidenceReference[];
  /** The accounts behind the answer: none of them may appraise the unit. */
  givenBy: readonly string[];
}>();
