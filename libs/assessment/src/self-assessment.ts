import { checkedText, type ExactText, type Instant, vietnamDate } from '@app/kernel';
import { applyRule, type Component, type RuleInput, type Ruleset } from '@app/ruleset';
import { AssessmentAwaitsApproval } from './approval.errors';
import { type Assessment, openedFile, type UnitYear } from './assessment';
import {
  AssessmentIsLocked,
  ComponentIsCounted,
  PointsMustBeGiven,
  SubmissionDeadlinePassed,
} from './assessment.errors';
import { type AssessmentEvent, type EvidenceReference, selfScoreRecorded } from './assessment.events';
import { componentIn, isCounted, pointsWithin } from './component-rules';
import { checkedEvidence } from './evidence';
import { plainDeclaration } from './plain-declaration';
import { endFor } from './term';

/** A declaration with its evidence. `override`: other points than the rule gives, with the reason. */
export interface SelfScore extends UnitYear {
  readonly component: string;
  readonly declaration: RuleInput;
  readonly override: { readonly points: ExactText; readonly reason: string } | null;
  readonly evidence: readonly EvidenceReference[];
  /** Mandatory where evidence is required and missing. */
  readonly explanation: string | null;
}

/**
 * Records what the unit declares of one component (tự chấm). The frozen ruleset computes the points; only a reasoned override differs.
 * A later declaration of the same component replaces the earlier one. `enteredBy`: the accounts behind the entry.
 */
export function recordSelfScore(
  state: Assessment,
  input: SelfScore,
  ruleset: Ruleset,
  enteredBy: readonly string[],
  now: Instant,
): AssessmentEvent[] {
  demandDeclaring(state, endFor(state.submission, input.component), now);
  const component = componentIn(ruleset, input.component);
  if (isCounted(component)) throw new ComponentIsCounted(input.component);
  const { year, unitId } = input;
  const points = pointsOf(component, input);
  return [
    selfScoreRecorded.of({
      year,
      unitId,
      component: component.code,
      declaration: plainDeclaration(input.declaration),
      ...points,
      ...checkedEvidence(component, year, input.evidence, input.explanation, vietnamDate(now)),
      enteredBy,
    }),
  ];
}

/** The unit may still write: its file is open, neither before the head nor submitted, and the deadline (`submitBy`) is not reached. */
export function demandDeclaring(state: Assessment, submitBy: Instant, now: Instant): void {
  openedFile(state);
  if (state.phase === 'awaiting-approval') throw new AssessmentAwaitsApproval();
  if (state.phase !== 'declaring') throw new AssessmentIsLocked(state.phase);
  if (now >= submitBy) throw new SubmissionDeadlinePassed(submitBy, now);
}

/** The rule's points, or the override's. An override that changes nothing is none. */
function pointsOf(
  component: Component,
  { declaration, override }: SelfScore,
): { points: ExactText | null; overrideReason: string | null } {
  const outcome = applyRule(component, declaration);
  const computed = outcome.state === 'scored' ? outcome.points.toString() : null;
  if (override === null) {
    if (outcome.state === 'manual') throw new PointsMustBeGiven(component.code, outcome.reason);
    return { points: computed, overrideReason: null };
  }
  const points = pointsWithin(component, override.points);
  const overrideReason = checkedText('Lý do cho điểm khác quy tắc', override.reason);
  return { points, overrideReason: points === computed ? null : overrideReason };
}
