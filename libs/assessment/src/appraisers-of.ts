import { accountsOf, type Recorded } from '@app/event-store';
import type { AssessmentEvent } from './assessment.events';

/** The accounts behind every word on a component, those who delegated included. */
export function appraisersOf(events: readonly Recorded<AssessmentEvent>[], component: string): readonly string[] {
  const words = events.filter(
    ({ type, data }) => (type === 'AppraisalConfirmed' || type === 'AppraisalAdjusted') && data.component === component,
  );
  return [...new Set(words.flatMap(({ metadata }) => accountsOf(metadata)))];
}
