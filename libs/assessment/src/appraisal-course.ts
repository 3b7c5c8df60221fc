import { checkedText, type Instant, type WorkingCalendar } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import type { Assessment, UnitYear } from './assessment';
import { appraisalClosed, type AssessmentEvent, selfAssessmentReturned } from './assessment.events';
import { AppraisalsAreMissing } from './appraisal.errors';
import { type Appraiser, demandAppraisable, demandEveryField } from './appraiser';
import { declarableCodes } from './component-rules';
import { demandExplained } from './explanation';
import { resubmissionSet } from './extension';
import { FieldsAreNotClosed } from './field.errors';
import { appraisedFields } from './fields';
import { isClosed } from './rounds';
import { endOf } from './term';

/** Sent back for completion, with the reason and the new deadline. */
export interface Return extends UnitYear {
  readonly reason: string;
  readonly submitBy: Instant;
}

/**
 * Sends a submitted file back: the unit writes again until `submitBy`, which lies ahead and before the appraisal deadline. Both are those of
 * the whole file: longer time for some components is none to have all of it back.
 */
export function returnSelfAssessment(
  state: Assessment,
  input: Return,
  appraiser: Appraiser,
  calendar: WorkingCalendar,
  now: Instant,
): AssessmentEvent[] {
  demandAppraisable(state, appraiser, state.appraisal.whole, now);
  demandEveryField(appraiser);
  const { asked, effective } = resubmissionSet(state, input.submitBy, calendar, now);
  const { year, unitId } = input;
  const reason = checkedText('Lý do trả lại', input.reason);
  return [selfAssessmentReturned.of({ year, unitId, reason, submitBy: effective, asked: { submitBy: asked } })];
}

/** Ends the appraisal: every component that needs a judgement has one, and every field is closed in the round that it reached. */
export function closeAppraisal(
  state: Assessment,
  { year, unitId }: UnitYear,
  ruleset: Ruleset,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  demandAppraisable(state, appraiser, endOf(state.appraisal), now);
  demandEveryField(appraiser);
  const judged = declarableCodes(ruleset);
  const missing = judged.filter((code) => !state.appraised.has(code));
  if (missing.length > 0) throw new AppraisalsAreMissing(missing);
  const open = appraisedFields(ruleset).filter((field) => !isClosed(state, field));
  if (open.length > 0) throw new FieldsAreNotClosed(open.map(({ code }) => code));
  demandExplained(state, judged, now);
  return [appraisalClosed.of({ year, unitId, round: state.round })];
}
