import { checkedText, type Deadline, deadlineSet, type Instant, type WorkingCalendar } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { AppraisalIsClosed, AssessmentIsNotSubmitted } from './appraisal.errors';
import { type Assessment, openedFile, type UnitYear } from './assessment';
import { AssessmentIsLocked, ComponentIsCounted, DeadlinesDoNotFit } from './assessment.errors';
import type { AssessmentEvent } from './assessment.events';
import { componentIn, declarableCodes, isCounted } from './component-rules';
import { ExtensionDoesNotExtend, ExtensionIsOfNothing } from './extension.errors';
import { appraisalExtensionGranted, extensionGranted } from './extension.events';
import { endForAny, type Term } from './term';

/** For what a longer deadline is given: these components of the file, null: the whole file. */
interface Scoped extends UnitYear {
  readonly components: readonly string[] | null;
  readonly reason: string;
}

export interface Extension extends Scoped {
  readonly submitBy: Instant;
}

export interface AppraisalExtension extends Scoped {
  readonly appraiseBy: Instant;
}

/**
 * Lets this one unit submit until a later instant, for a reason; never beyond the appraisal deadline. Also after the deadline passed. With
 * components named, only these are declared in the longer time, and the file is laid before the head and submitted in it.
 */
export function grantExtension(
  state: Assessment,
  input: Extension,
  ruleset: Ruleset,
  calendar: WorkingCalendar,
  now: Instant,
): AssessmentEvent[] {
  openedFile(state);
  if (!UNSUBMITTED.has(state.phase)) throw new AssessmentIsLocked(state.phase);
  const components = checkedScope(ruleset, input.components);
  const { asked, effective } = deadlineSet('Hạn nộp mới', input.submitBy, calendar, (submitBy) => {
    demandLonger(submitBy, state.submission, components, now);
    demandBeforeAppraisal(state, submitBy);
  });
  const { year, unitId } = input;
  const reason = checkedText('Lý do gia hạn', input.reason);
  return [extensionGranted.of({ year, unitId, submitBy: effective, asked: { submitBy: asked }, components, reason })];
}

/**
 * Lets a submitted file be appraised until a later instant, for a reason, also after the deadline passed: without it a file that is not
 * appraised in time stays as it is, and its block without results. With components named, only these are spoken on in the longer time.
 */
export function grantAppraisalExtension(
  state: Assessment,
  input: AppraisalExtension,
  ruleset: Ruleset,
  calendar: WorkingCalendar,
  now: Instant,
): AssessmentEvent[] {
  openedFile(state);
  if (state.phase === 'appraised') throw new AppraisalIsClosed();
  if (state.phase !== 'submitted') throw new AssessmentIsNotSubmitted();
  const components = checkedScope(ruleset, input.components);
  const { asked, effective } = deadlineSet('Hạn thẩm định mới', input.appraiseBy, calendar, (appraiseBy) =>
    demandLonger(appraiseBy, state.appraisal, components, now),
  );
  const { year, unitId } = input;
  const reason = checkedText('Lý do gia hạn', input.reason);
  const longer = { appraiseBy: effective, asked: { appraiseBy: asked }, components, reason };
  return [appraisalExtensionGranted.of({ year, unitId, ...longer })];
}

/** By when a returned file is submitted again: after now, before the appraisal of the whole file ends. */
export function resubmissionSet(
  state: Assessment,
  submitBy: Instant,
  calendar: WorkingCalendar,
  now: Instant,
): Deadline {
  return deadlineSet('Hạn nộp lại', submitBy, calendar, (deadline) => {
    if (deadline <= now) throw new ExtensionDoesNotExtend(deadline, now);
    demandBeforeAppraisal(state, deadline);
  });
}

/** Before the head submits, also while the file lies before the head. */
const UNSUBMITTED: ReadonlySet<Assessment['phase']> = new Set(['declaring', 'awaiting-approval']);

/** Each once, in the order of the annex. What the system counts is written by nobody, in no time. */
function checkedScope(ruleset: Ruleset, codes: readonly string[] | null): readonly string[] | null {
  if (codes === null) return null;
  if (codes.length === 0) throw new ExtensionIsOfNothing();
  for (const code of codes) if (isCounted(componentIn(ruleset, code))) throw new ComponentIsCounted(code);
  return declarableCodes(ruleset).filter((code) => codes.includes(code));
}

function demandLonger(until: Instant, term: Term, components: readonly string[] | null, now: Instant): void {
  const end = endForAny(term, components ?? []);
  const present = end > now ? end : now;
  if (until <= present) throw new ExtensionDoesNotExtend(until, present);
}

function demandBeforeAppraisal({ appraisal }: Assessment, submitBy: Instant): void {
  if (submitBy >= appraisal.whole) throw new DeadlinesDoNotFit(submitBy, appraisal.whole, 'phải trước hạn thẩm định');
}
