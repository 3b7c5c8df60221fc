import { eventSchema, type Instant } from '@app/kernel';
import type { EvidenceReference } from './evidence-reference';

/** The appraiser asks the unit to explain (giải trình) a component, by an instant. */
export const explanationAsked = eventSchema('ExplanationAsked').startingAs<{
  year: number;
  unitId: string;
  explanationId: string;
  component: string;
  round: number;
  question: string;
  /** The unit answers before this instant. */
  answerBy: Instant;
}>();

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
