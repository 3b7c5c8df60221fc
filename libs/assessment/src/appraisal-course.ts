import { checkedInstant, checkedText, type Instant } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { type Assessment, openedFile, type UnitYear } from './assessment';
import { DeadlinesDoNotFit, ExtensionDoesNotExtend } from './assessment.errors';
import { appraisalClosed, type AssessmentEvent, selfAssessmentReturned } from './assessment.events';
import { AppraisalsAreMissing } from './appraisal.errors';
import { type Appraiser, demandAppraisable, demandEveryField } from './appraiser';
import { declarableCodes } from './component-rules';
import { demandExplained } from './explanation';
import { FieldsAreNotClosed } from './field.errors';
import { appraisedFields } from './fields';
import { isClosed } from './rounds';

/** Sent back for completion, with the reason and the new deadline. */
export interface Return extends UnitYear {
  readonly reason: string;
  readonly submitBy: Instant;
}

/** Sends a submitted file back: the unit writes again until `submitBy`, which lies ahead and before the appraisal deadline. */
export function returnSelfAssessment(
  state: Assessment,
  input: Return,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  demandAppraisable(state, appraiser, now);
  demandEveryField(appraiser);
  const { appraiseBy } = openedFile(state);
  const submitBy = checkedInstant('Hạn nộp lại', input.submitBy);
  if (submitBy <= now) throw new ExtensionDoesNotExtend(submitBy, now);
  if (submitBy >= appraiseBy) throw new DeadlinesDoNotFit(submitBy, appraiseBy, 'phải trước hạn thẩm định');
  const { year, unitId } = input;
  return [selfAssessmentReturned.of({ year, unitId, reason: checkedText('Lý do trả lại', input.reason), submitBy })];
}

/** Ends the appraisal: every component that needs a judgement has one, and every field is closed in the round that it reached. */
export function closeAppraisal(
  state: Assessment,
  { year, unitId }: UnitYear,
  ruleset: Ruleset,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  demandAppraisable(state, appraiser, now);
  demandEveryField(appraiser);
  const judged = declarableCodes(ruleset);
  const missing = judged.filter((code) => !state.appraised.has(code));
  if (missing.length > 0) throw new AppraisalsAreMissing(missing);
  const open = appraisedFields(ruleset).filter((field) => !isClosed(state, field));
  if (open.length > 0) throw new FieldsAreNotClosed(open.map(({ code }) => code));
  demandExplained(state, judged, now);
  return [appraisalClosed.of({ year, unitId, round: state.round })];
}
