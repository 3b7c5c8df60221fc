import {
  type Aggregate,
  assertNever,
  checkedCode,
  checkedKey,
  checkedSha256,
  checkedText,
  checkedYear,
  type DataOf,
} from '@app/kernel';
import type { Ruleset } from '@app/ruleset';
import { demandValidResponses } from './responses';
import { BatchAlreadyRecorded, BatchAlreadyWithdrawn, BatchNotRecorded, SourceAlreadyRecorded } from './survey.errors';
import { surveyBatchRecorded, surveyBatchWithdrawn, type SurveyEvent } from './survey.events';

/** What decisions need of one batch. */
export interface BatchState {
  readonly batch: string;
  readonly sourceSha256: string;
  readonly withdrawn: boolean;
}

/** All batches about one unit in one year, by `campaign/batch`. */
export type Survey = ReadonlyMap<string, BatchState>;

export const survey: Aggregate<Survey, SurveyEvent> = {
  initial: new Map(),
  evolve(state, { type, data }) {
    switch (type) {
      case 'SurveyBatchRecorded': {
        const { batch, sourceSha256 } = data;
        return new Map(state).set(keyOf(data), { batch, sourceSha256, withdrawn: false });
      }
      case 'SurveyBatchWithdrawn': {
        const known = state.get(keyOf(data));
        return known === undefined ? state : new Map(state).set(keyOf(data), { ...known, withdrawn: true });
      }
      default:
        return assertNever(type);
    }
  },
};

/** Codes contain no slash. */
function keyOf({ campaign, batch }: { readonly campaign: string; readonly batch: string }): string {
  return `${campaign}/${batch}`;
}

/** `survey-<year>.<unitId>`. Throws YearOutOfRange, IdentifierIsInvalid. */
export function surveyStream(year: number, unitId: string): string {
  return `survey-${checkedYear(year)}.${checkedKey('Mã đơn vị', unitId)}`;
}

/**
 * Records a batch (đợt phiếu) of at most 500 responses (điều tra xã hội học). Every letter must be an option of its question in the
 * ruleset. `sourceSha256` is the digest of exactly this batch's source: a file cut into several batches gives each its own.
 */
export function recordSurveyBatch(
  state: Survey,
  input: DataOf<typeof surveyBatchRecorded>,
  ruleset: Ruleset,
): SurveyEvent[] {
  const { year, unitId, questions, responses } = input;
  const campaign = checkedCode('Cuộc điều tra', input.campaign);
  const batch = checkedCode('Đợt phiếu', input.batch);
  const sourceSha256 = checkedSha256('Mã băm nguồn', input.sourceSha256);
  if (state.has(keyOf({ campaign, batch }))) throw new BatchAlreadyRecorded(campaign, batch);
  for (const known of state.values()) {
    if (!known.withdrawn && known.sourceSha256 === sourceSha256)
      throw new SourceAlreadyRecorded(known.batch, sourceSha256);
  }
  demandValidResponses(ruleset, questions, responses);
  const sourceName = checkedText('Tên tệp nguồn', input.sourceName, 255);
  return [surveyBatchRecorded.of({ year, unitId, campaign, batch, questions, responses, sourceName, sourceSha256 })];
}

/** The batch no longer counts, for a reason; it stays readable, and its source may be recorded again under another name. */
export function withdrawSurveyBatch(state: Survey, input: DataOf<typeof surveyBatchWithdrawn>): SurveyEvent[] {
  const { year, unitId, campaign, batch } = input;
  const known = state.get(keyOf(input));
  if (known === undefined) throw new BatchNotRecorded(campaign, batch);
  if (known.withdrawn) throw new BatchAlreadyWithdrawn(campaign, batch);
  return [surveyBatchWithdrawn.of({ year, unitId, campaign, batch, reason: checkedText('Lý do rút', input.reason) })];
}
