import { caseAnswered, caseClosed, caseReceived, caseworkStream } from '@app/casework';
import { accounts } from '@app/demo';
import { surveyBatchRecorded, surveyStream } from '@app/survey';
import { dueInEffect } from './calendar';
import { casesOf } from './case-plan';
import { inventedDigest } from './ids';
import type { NationRules, UnitYear } from './nation-year';
import type { Actor, NationAppend, Recorder } from './recorder';
import { responsesOf } from './survey-plan';

const handler: Actor = [accounts.caseHandler, 'case-handler'];
const surveyor: Actor = [accounts.surveyor, 'survey-organiser'];

/** Every case of the unit's year: received, and unless it is open still, answered and closed. */
export function* handlingCases({ shape }: UnitYear, log: Recorder): Generator<NationAppend> {
  const { year, unitId } = shape;
  const stream = caseworkStream(year, unitId);
  let revision = 0;
  for (const planned of casesOf(shape)) {
    const { caseId, kind, externalNumber, channel, receivedOn, answeredOn, closedOn, outcome } = planned;
    const dueOn = dueInEffect(year, planned.dueOn);
    const about = { caseId, kind, unitId, year };
    const asked = { dueOn: planned.dueOn };
    const register = { component: null, externalNumber, channel, receivedOn, dueOn, asked };
    yield log.record(stream, revision, caseReceived.of({ ...about, ...register }), handler);
    revision += 1;
    if (outcome === null) continue;
    yield log.record(stream, revision, caseAnswered.of({ ...about, answeredOn, late: answeredOn > dueOn }), handler);
    // Of a denunciation no text is kept.
    const reason = kind === 'denunciation-reference' ? '' : 'Kết luận theo hồ sơ (dữ liệu mẫu)';
    const closed = caseClosed.of({ ...about, component: null, outcome, closedOn, reason });
    yield log.record(stream, revision + 1, closed, handler);
    revision += 2;
  }
}

/** The unit's survey, in batches of at most 500 responses. */
export function* surveying({ shape }: UnitYear, rules: NationRules, log: Recorder): Generator<NationAppend> {
  const { year, unitId, surveyBatches } = shape;
  const stream = surveyStream(year, unitId);
  const { questions } = rules.questionnaire;
  for (let batch = 1; batch <= surveyBatches; batch += 1) {
    const responses = responsesOf(shape, batch, rules.questionnaire);
    const source = {
      sourceName: `khao_sat_mau_${year}_${batch}.csv`,
      sourceSha256: inventedDigest(Number(log.position)),
    };
    const named = { year, unitId, campaign: `khao_sat_${year}`, batch: `dot-${batch}` };
    yield log.record(
      stream,
      batch - 1,
      surveyBatchRecorded.of({ ...named, questions, responses, ...source }),
      surveyor,
    );
  }
}
