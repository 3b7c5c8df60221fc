import type { AssessmentEvent } from './assessment.events';

/** The words of appraisers on one component. */
export const appraisalWords = ['AppraisalConfirmed', 'AppraisalAdjusted'] as const satisfies readonly Word[];

/** All that makes the figure a ruling may change: the words of appraisers, and what the council made of them. */
export const figureWords = [...appraisalWords, 'CouncilDecided'] as const satisfies readonly Word[];

type Word = AssessmentEvent['type'];
