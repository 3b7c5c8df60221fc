import type { Instant } from '@app/kernel';
import type { Field } from '@app/ruleset';
import { type Assessment, openedFile } from './assessment';
import {
  AppraisalDeadlinePassed,
  AppraisalIsClosed,
  AppraiserEnteredFigures,
  AssessmentIsNotSubmitted,
  OwnUnitAppraised,
} from './appraisal.errors';
import { FieldIsNotYours } from './field.errors';

/** Who appraises: the accounts behind the act, the unit they belong to (null: none of the assessed units), and the fields that are theirs. */
export interface Appraiser {
  readonly accounts: readonly string[];
  readonly unitId: string | null;
  /** Codes of the fields (lĩnh vực) that the person may appraise; null: all. */
  readonly fields: readonly string[] | null;
}

/** The field is the appraiser's. */
export function demandField({ fields }: Appraiser, { code }: Pick<Field, 'code'>): void {
  if (fields !== null && !fields.includes(code)) throw new FieldIsNotYours(code, fields);
}

/** For what touches the whole file: every field is the appraiser's. */
export function demandEveryField({ fields }: Appraiser): void {
  if (fields !== null) throw new FieldIsNotYours(null, fields);
}

/**
 * The file is submitted and its appraisal open, the deadline (`appraiseBy`) is not reached, and the appraiser neither belongs to the unit
 * nor had a hand in what it says.
 */
export function demandAppraisable(state: Assessment, appraiser: Appraiser, appraiseBy: Instant, now: Instant): void {
  openedFile(state);
  if (state.phase === 'appraised') throw new AppraisalIsClosed();
  if (state.phase !== 'submitted') throw new AssessmentIsNotSubmitted();
  if (now >= appraiseBy) throw new AppraisalDeadlinePassed(appraiseBy, now);
  demandIndependent(state, appraiser);
}

/**
 * For what the system counts and could not score: a person decides it whenever that shows, also after the appraisal closed and its
 * deadline passed, as closing says only that what was declared is judged. Until the results of the block are on record.
 */
export function demandDecidable(state: Assessment, appraiser: Appraiser, resultsRecorded: boolean): void {
  openedFile(state);
  if (resultsRecorded) throw new AppraisalIsClosed();
  if (state.phase !== 'submitted' && state.phase !== 'appraised') throw new AssessmentIsNotSubmitted();
  demandIndependent(state, appraiser);
}

function demandIndependent(state: Assessment, appraiser: Appraiser): void {
  const { unitId } = openedFile(state);
  if (appraiser.unitId === unitId) throw new OwnUnitAppraised(unitId);
  const entrant = entrantAmong(appraiser.accounts, state);
  if (entrant !== undefined) throw new AppraiserEnteredFigures(entrant);
}

/** The first of the accounts that had a hand in what the unit says: entered figures, asked for approval, approved, declined or explained. */
export function entrantAmong(
  accounts: readonly string[],
  { enteredBy, askedBy, answeredBy, explainedBy }: Assessment,
): string | undefined {
  const hands = [enteredBy, askedBy, answeredBy, explainedBy];
  return accounts.find((account) => hands.some((some) => some.includes(account)));
}
