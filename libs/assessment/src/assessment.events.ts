import { type EventOf, eventSchema, type ExactText, type Instant, type LocalDate } from '@app/kernel';
import type { RuleInput, RulesetRef } from '@app/ruleset';
import { fieldAppraisalClosed } from './appraisal.events';
import { approvalDeclined, approvalRequested } from './approval.events';
import { councilDecided } from './council.events';
import type { EvidenceReference } from './evidence-reference';
import { explanationAsked, explanationGiven } from './explanation.events';
import { appraisalExtensionGranted, extensionGranted } from './extension.events';

export type { EvidenceReference };

/** A unit's file for one year was opened under a frozen ruleset. Stream `assessment-<year>.<unitId>`. */
export const assessmentOpened = eventSchema('AssessmentOpened').startingAs<{
  year: number;
  unitId: string;
  blockId: string;
  ruleset: RulesetRef;
  submitBy: Instant;
  appraiseBy: Instant;
}>();

/** The unit declared a component; `points` follow from the declaration by the rule, or are overridden with a reason. Null: not applicable. */
export const selfScoreRecorded = eventSchema('SelfScoreRecorded').startingAs<{
  year: number;
  unitId: string;
  component: string;
  declaration: RuleInput;
  points: ExactText | null;
  /** Why the points differ from what the rule gives; null when they do not. */
  overrideReason: string | null;
  evidence: readonly EvidenceReference[];
  /** Why evidence is missing where it is required; null otherwise. */
  explanation: string | null;
  /** The accounts behind the entry: who typed it and, by delegation, for whom. None of them may approve the submission (four eyes). */
  enteredBy: readonly string[];
}>();

/** The head approved and submitted; the unit writes no more. */
export const selfAssessmentSubmitted = eventSchema('SelfAssessmentSubmitted')
  .startingAs<{
    year: number;
    unitId: string;
  }>()
  .upcastTo<{
    year: number;
    unitId: string;
    /** The accounts behind the approval; none of them appraises or decides about the file (four eyes). Before v2 it was not said. */
    approvedBy: readonly string[];
  }>((v1) => ({ ...v1, approvedBy: [] }));

/** Sent back for completion: the unit may write again until the new instant. */
export const selfAssessmentReturned = eventSchema('SelfAssessmentReturned')
  .startingAs<{
    year: number;
    unitId: string;
    reason: string;
    submitBy: Instant;
  }>()
  .upcastTo<{
    year: number;
    unitId: string;
    reason: string;
    submitBy: Instant;
    /** The deadline as it was set; that in effect (`submitBy`) is later where its last day is a day off. Before v2 it took effect as set. */
    asked: { readonly submitBy: Instant };
  }>((v1) => ({ ...v1, asked: { submitBy: v1.submitBy } }));

/** The appraiser agreed with the self-score. Null: agreed that the component does not apply. */
export const appraisalConfirmed = eventSchema('AppraisalConfirmed').startingAs<{
  year: number;
  unitId: string;
  component: string;
  round: number;
  points: ExactText | null;
}>();

/** The appraiser gave other points than the unit (or than the round before). Null: not applicable. */
export const appraisalAdjusted = eventSchema('AppraisalAdjusted').startingAs<{
  year: number;
  unitId: string;
  component: string;
  round: number;
  from: ExactText | null;
  to: ExactText | null;
  reasonCode: string;
  reason: string;
}>();

/** Every appraised component has its points; the appraisal is done. */
export const appraisalClosed = eventSchema('AppraisalClosed').startingAs<{
  year: number;
  unitId: string;
  round: number;
}>();

/**
 * A decision on an objection or a complaint that was upheld gave a component other points, after the appraisal was closed. It stands above
 * what was appraised. Null: not applicable.
 */
export const pointsRuled = eventSchema('PointsRuled').startingAs<{
  year: number;
  unitId: string;
  component: string;
  from: ExactText | null;
  to: ExactText | null;
  /** The case about the unit's year that was upheld. */
  case: { kind: 'score-objection' | 'score-complaint' | 'complaint'; caseId: string };
  decision: { number: string; signedOn: LocalDate; signer: string };
  reason: string;
}>();

export const assessmentEvents = [
  assessmentOpened,
  selfScoreRecorded,
  approvalRequested,
  approvalDeclined,
  selfAssessmentSubmitted,
  selfAssessmentReturned,
  extensionGranted,
  appraisalExtensionGranted,
  appraisalConfirmed,
  appraisalAdjusted,
  explanationAsked,
  explanationGiven,
  fieldAppraisalClosed,
  appraisalClosed,
  councilDecided,
  pointsRuled,
] as const;
export type AssessmentEvent = EventOf<(typeof assessmentEvents)[number]>;
