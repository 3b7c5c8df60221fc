import type { Instant } from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { fieldAppraisalClosed } from './appraisal.events';
import { AppraisalsAreMissing } from './appraisal.errors';
import { type Appraiser, demandAppraisable, demandField } from './appraiser';
import type { Assessment, UnitYear } from './assessment';
import type { AssessmentEvent } from './assessment.events';
import { demandExplained } from './explanation';
import { FieldIsClosed, FieldIsInAnotherRound } from './field.errors';
import { demandOwnAgency, fieldIn, type LeadAgency, shareOf } from './fields';
import { roundOf } from './rounds';
import { endForAny } from './term';

/** A field in its present round; `leadAgency`: only what this lead agency (cơ quan chủ trì) appraises of it, null: all of it. */
export interface FieldClosure extends UnitYear {
  readonly field: string;
  readonly round: number;
  readonly leadAgency: LeadAgency | null;
  /** The units that whoever closes it works for, and those that these came out of; none: works for no unit. For the caller to ask of the log. */
  readonly ownAgencies: readonly LeadAgency[];
}

/** Ends a round in a field: everything judged in it has a word, from this round or an earlier one. No more words on it in that round. */
export function closeFieldAppraisal(
  state: Assessment,
  { year, unitId, round, ...input }: FieldClosure,
  ruleset: Ruleset,
  appraiser: Appraiser,
  now: Instant,
): AssessmentEvent[] {
  const field = fieldIn(ruleset, input.field);
  const share = shareOf(field, input.leadAgency);
  demandAppraisable(state, appraiser, endForAny(state.appraisal, share.components), now);
  demandField(appraiser, field);
  demandOwnAgency(ruleset, share, input.leadAgency, input.ownAgencies);
  const present = Math.max(1, roundOf(state, field));
  if (round !== present) throw new FieldIsInAnotherRound(field.code, round, present);
  const missing = share.components.filter((code) => !state.appraised.has(code));
  if (missing.length > 0) throw new AppraisalsAreMissing(missing);
  if (share.components.every((code) => state.closed.get(code) === round)) throw new FieldIsClosed(field.code, round);
  demandExplained(state, share.components, now);
  return [fieldAppraisalClosed.of({ year, unitId, round, ...share })];
}
