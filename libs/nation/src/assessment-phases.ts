import {
  appraisalAdjusted,
  appraisalClosed,
  appraisalConfirmed,
  approvalRequested,
  assessmentOpened,
  assessmentStream,
  fieldAppraisalClosed,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from '@app/assessment';
import { accounts } from '@app/demo';
import type { Component } from '@app/ruleset';
import { appraiseBy, submitBy } from './calendar';
import { planComponent, type PlannedDeclaration } from './component-plan';
import { inventedDigest } from './ids';
import { isCorrected, type NationRules, type UnitYear } from './nation-year';
import type { NationAppend, Recorder } from './recorder';
import { assessmentEventsOf, declarationEventsOf, ROUNDS, roundEventsOf } from './unit-year';

/** The unit's file is opened. */
export function* opening({ unit: { unitId }, blockId, shape: { year } }: UnitYear, rules: NationRules, log: Recorder) {
  const terms = { submitBy: submitBy(year), appraiseBy: appraiseBy(year) };
  const opened = assessmentOpened.of({ year, unitId, blockId, ruleset: rules.ref, ...terms });
  yield log.record(assessmentStream(year, unitId), 0, opened, [accounts.registrar, 'administrator-of-units']);
}

/** Every component is declared, then some once more. */
export function* declaring({ shape }: UnitYear, { declarable }: NationRules, log: Recorder): Generator<NationAppend> {
  const { year, unitId } = shape;
  const stream = assessmentStream(year, unitId);
  const plans = declarable.map((component, place) =>
    planComponent(shape, component, isCorrected(shape, place, declarable.length)),
  );
  let revision = 1;
  for (const time of [0, 1]) {
    for (const [place, component] of declarable.entries()) {
      const planned = plans[place]?.declared[time];
      if (!planned) continue;
      const event = declaration(year, unitId, component, planned, evidenceDigest(log));
      yield log.record(stream, revision, event, [accounts.officer(unitId), 'unit-officer']);
      revision += 1;
    }
  }
}

/** Evidence that exists in name only; its digest follows from where in the log it is named. */
function evidenceDigest(log: Recorder): string {
  return inventedDigest(Number(log.position));
}

function declaration(
  year: number,
  unitId: string,
  { code, evidence: demanded }: Component,
  { declaration, points }: PlannedDeclaration,
  sha256: string,
) {
  const issuer = { issuer: 'Đơn vị mẫu', number: null, issuedOn: `${year}-11-15` };
  const evidence = demanded === 'required' ? [{ sha256, name: 'bao-cao-mau.pdf', ...issuer }] : [];
  const entry = { overrideReason: null, evidence, explanation: null, enteredBy: [accounts.officer(unitId)] };
  return selfScoreRecorded.of({ year, unitId, component: code, declaration, points, ...entry });
}

/** The officer lays what is complete before the head, who submits it. */
export function* submitting({ shape }: UnitYear, rules: NationRules, log: Recorder): Generator<NationAppend> {
  const { year, unitId, submitted } = shape;
  if (!submitted) return;
  const [stream, declared] = [assessmentStream(year, unitId), declarationEventsOf(shape, rules)];
  const officer = accounts.officer(unitId);
  const asked = approvalRequested.of({ year, unitId, requestedBy: [officer] });
  yield log.record(stream, declared, asked, [officer, 'unit-officer']);
  const head = accounts.head(unitId);
  const event = selfAssessmentSubmitted.of({ year, unitId, approvedBy: [head] });
  yield log.record(stream, declared + 1, event, [head, 'unit-head']);
}

/** One round (from 1) over all components of a submitted file, which ends with its fields. */
export function* appraising(
  { shape }: UnitYear,
  rules: NationRules,
  round: number,
  log: Recorder,
): Generator<NationAppend> {
  const { year, unitId, submitted } = shape;
  const { declarable, fields } = rules;
  if (!submitted) return;
  const stream = assessmentStream(year, unitId);
  const before = declarationEventsOf(shape, rules) + 2 + roundEventsOf(rules) * (round - 1);
  for (const [place, component] of declarable.entries()) {
    const planned = planComponent(shape, component, isCorrected(shape, place, declarable.length)).rounds[round - 1];
    if (!planned) continue;
    const { from, to } = planned;
    const about = { year, unitId, component: component.code, round };
    const event =
      from === to
        ? appraisalConfirmed.of({ ...about, points: to })
        : appraisalAdjusted.of({ ...about, from, to, ...why });
    yield log.record(stream, before + place, event, [accounts.appraiser(component.leadAgency), 'appraiser']);
  }
  for (const [place, share] of fields.entries()) {
    const closed = fieldAppraisalClosed.of({ year, unitId, round, ...share });
    yield log.record(stream, before + declarable.length + place, closed, [accounts.appraiser(null), 'appraiser']);
  }
}

const why = {
  reasonCode: 'evidence-partial',
  reason: 'Tài liệu kiểm chứng chỉ chứng minh được một phần nội dung tự chấm (dữ liệu mẫu)',
};

/** The appraisal of a submitted file ends with its last round. */
export function* closing({ shape }: UnitYear, rules: NationRules, log: Recorder): Generator<NationAppend> {
  const { year, unitId, submitted } = shape;
  if (!submitted) return;
  const event = appraisalClosed.of({ year, unitId, round: ROUNDS });
  const revision = assessmentEventsOf(shape, rules) - 1;
  yield log.record(assessmentStream(year, unitId), revision, event, [accounts.appraiser(null), 'appraiser']);
}
