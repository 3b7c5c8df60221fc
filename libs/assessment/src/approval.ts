import { checkedText, type Instant } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { ApprovalIsNotRequested, ApproverAskedForApproval } from './approval.errors';
import { approvalDeclined, approvalRequested } from './approval.events';
import { type Assessment, openedFile, type UnitYear } from './assessment';
import {
  ApproverEnteredFigures,
  AssessmentIsLocked,
  DeclarationsAreMissing,
  SubmissionDeadlinePassed,
} from './assessment.errors';
import { type AssessmentEvent, selfAssessmentSubmitted } from './assessment.events';
import { declarableCodes } from './component-rules';
import { demandDeclaring } from './self-assessment';
import { endOf } from './term';

/** Given back by the head, with the reason. */
export interface Decline extends UnitYear {
  readonly reason: string;
}

/** The officer lays the file before the head: complete and in time. From then on nobody declares. `requestedBy`: the accounts behind the request. */
export function requestApproval(
  state: Assessment,
  { year, unitId }: UnitYear,
  ruleset: Ruleset,
  requestedBy: readonly string[],
  now: Instant,
): AssessmentEvent[] {
  demandDeclaring(state, endOf(state.submission), now);
  const missing = declarableCodes(ruleset).filter((code) => !state.declared.has(code));
  if (missing.length > 0) throw new DeclarationsAreMissing(missing);
  return [approvalRequested.of({ year, unitId, requestedBy })];
}

/** The head approves and submits: in time, and by another account than any that entered or asked. From then on the file is locked. */
export function submitSelfAssessment(
  state: Assessment,
  { year, unitId }: UnitYear,
  approvers: readonly string[],
  now: Instant,
): AssessmentEvent[] {
  demandAwaitingApproval(state, now);
  const entrant = approvers.find((account) => state.enteredBy.includes(account));
  if (entrant !== undefined) throw new ApproverEnteredFigures(entrant);
  const asker = approvers.find((account) => state.askedBy.includes(account));
  if (asker !== undefined) throw new ApproverAskedForApproval(asker);
  return [selfAssessmentSubmitted.of({ year, unitId, approvedBy: approvers })];
}

/** The head does not approve: the file is declared again. In time, as every write of the unit: after the deadline it first needs an extension. */
export function declineApproval(
  state: Assessment,
  { year, unitId, reason }: Decline,
  declinedBy: readonly string[],
  now: Instant,
): AssessmentEvent[] {
  demandAwaitingApproval(state, now);
  return [approvalDeclined.of({ year, unitId, reason: checkedText('Lý do không duyệt', reason), declinedBy })];
}

function demandAwaitingApproval(state: Assessment, now: Instant): void {
  openedFile(state);
  if (state.phase === 'declaring') throw new ApprovalIsNotRequested();
  if (state.phase !== 'awaiting-approval') throw new AssessmentIsLocked(state.phase);
  const submitBy = endOf(state.submission);
  if (now >= submitBy) throw new SubmissionDeadlinePassed(submitBy, now);
}
