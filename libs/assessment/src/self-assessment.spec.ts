import { DateDoesNotExist, DigestIsInvalid, IdentifierIsInvalid, NumberIsInvalid, TextIsInvalid } from '@app/kernel';
import { InvalidRuleInput, type RuleInput } from '@app/ruleset';
import { decisionSpec, writeRuleset, writeRulesetRef } from '@app/testing';
import { AssessmentAwaitsApproval } from './approval.errors';
import { approvalDeclined, approvalRequested } from './approval.events';
import { assessment, assessmentStream, openAssessment } from './assessment';
import {
  AssessmentAlreadyOpened,
  AssessmentIsLocked,
  AssessmentNotOpened,
  ComponentIsCounted,
  DeadlinesDoNotFit,
  PointsMustBeGiven,
  PointsOutOfRange,
  SubmissionDeadlinePassed,
  UnknownComponent,
} from './assessment.errors';
import {
  appraisalClosed,
  assessmentOpened,
  selfAssessmentReturned,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from './assessment.events';
import {
  EvidenceIsEmpty,
  EvidenceIsMissing,
  EvidenceIsNotIssued,
  EvidenceIsRepeated,
  EvidenceIsTooLate,
} from './evidence.errors';
import { recordSelfScore, type SelfScore } from './self-assessment';

const { given } = decisionSpec(assessment);
const unitYear = { year: 2024, unitId: 'so_noi_vu' };
const submitBy = '2025-01-15T10:00:00.000Z';
const appraiseBy = '2025-03-15T10:00:00.000Z';
const now = '2025-01-10T02:00:00.000Z';
const opening = { ...unitYear, blockId: 'so_nganh', ruleset: writeRulesetRef, submitBy, appraiseBy };
const opened = assessmentOpened.of(opening);
const submitted = selfAssessmentSubmitted.of({ ...unitYear, approvedBy: ['thu_truong'] });

const evidence = {
  sha256: 'a'.repeat(64),
  name: 'Kế hoạch.pdf',
  issuer: 'Sở Nội vụ',
  number: '12/KH',
  issuedOn: '2024-02-01',
};
const declaration = (component: string, declared: RuleInput, given: Partial<SelfScore> = {}): SelfScore => ({
  ...unitYear,
  component,
  declaration: declared,
  override: null,
  evidence: [],
  explanation: null,
  ...given,
});
const yes = declaration('1.1.1', { kind: 'choice', value: 'yes' }, { evidence: [evidence] });
const ratio = (numerator: string, denominator: string, component = '1.1.2') =>
  declaration(component, { kind: 'ratio', numerator, denominator });
const recorded = (
  input: SelfScore,
  points: string | null,
  rest: Partial<ReturnType<typeof selfScoreRecorded.of>['data']> = {},
) =>
  selfScoreRecorded.of({
    ...unitYear,
    component: input.component,
    declaration: input.declaration,
    points,
    overrideReason: null,
    evidence: input.evidence,
    explanation: input.explanation,
    enteredBy: ['chuyen_vien'],
    ...rest,
  });
const record = (input: SelfScore, at = now, enteredBy = ['chuyen_vien']) => {
  return (state: typeof assessment.initial) => recordSelfScore(state, input, writeRuleset, enteredBy, at);
};
describe('opening a unit’s file', () => {
  it('pins its ruleset and deadlines', () =>
    given()
      .when((state) => openAssessment(state, opening))
      .thenEvents(opened));

  it('happens once', () =>
    given(opened)
      .when((state) => openAssessment(state, opening))
      .thenFails(AssessmentAlreadyOpened));

  it('ends submission before appraisal', () =>
    given()
      .when((state) => openAssessment(state, { ...opening, appraiseBy: submitBy }))
      .thenFails(DeadlinesDoNotFit));

  it('names a block that a stream can be named after', () =>
    given()
      .when((state) => openAssessment(state, { ...opening, blockId: 'so-nganh' }))
      .thenFails(IdentifierIsInvalid));

  it('names its stream', () => expect(assessmentStream(2024, 'so_noi_vu')).toBe('assessment-2024.so_noi_vu'));
});

describe('a self-score', () => {
  it('gets its points from the declaration by the rule', () =>
    given(opened).when(record(yes)).thenEvents(recorded(yes, '1')));

  it('stays exact: 2/3 of 2 points is 4/3', () => {
    const third = ratio('2', '3');
    given(opened).when(record(third)).thenEvents(recorded(third, '4/3'));
  });

  it('keeps its figures in their plain spelling, however they were typed', () =>
    given(opened)
      .when(record(ratio('+01', '02')))
      .thenEvents(recorded(ratio('1', '2'), '1')));

  it('that a person must decide says so in whole sentences', () =>
    expect(new PointsMustBeGiven('1.1.4', 'Mẫu số bằng 0.').message).toBe('Tiêu chí thành phần 1.1.4: Mẫu số bằng 0.'));

  it('of a ratio without a denominator follows what the rule says of it', () => {
    const full = ratio('0', '0');
    given(opened).when(record(full)).thenEvents(recorded(full, '2'));
    const excluded = ratio('0', '0', '1.1.5');
    given(opened).when(record(excluded)).thenEvents(recorded(excluded, null));
    given(opened)
      .when(record(ratio('0', '0', '1.1.4')))
      .thenFails(PointsMustBeGiven, { component: '1.1.4' });
  });

  it('takes points and a reason where the rule leaves them to a person', () => {
    const byHand = { ...ratio('0', '0', '1.1.4'), override: { points: '0.50', reason: 'Không phát sinh hồ sơ' } };
    given(opened)
      .when(record(byHand))
      .thenEvents(recorded(byHand, '0.5', { overrideReason: 'Không phát sinh hồ sơ' }));
  });

  it('may differ from the rule only with a reason, within the limits', () => {
    const lower = { ...yes, override: { points: '0.5', reason: 'Ban hành chậm' } };
    given(opened)
      .when(record(lower))
      .thenEvents(recorded(lower, '0.5', { overrideReason: 'Ban hành chậm' }));
    given(opened)
      .when(record({ ...lower, override: { points: '0.5', reason: ' ' } }))
      .thenFails(TextIsInvalid);
    given(opened)
      .when(record({ ...lower, override: { points: '1.01', reason: 'x' } }))
      .thenFails(PointsOutOfRange, { max: '1' });
    given(opened)
      .when(record({ ...lower, override: { points: '-0.01', reason: 'x' } }))
      .thenFails(PointsOutOfRange, { min: '0' });
    given(opened)
      .when(record({ ...lower, override: { points: 'nhiều', reason: 'x' } }))
      .thenFails(NumberIsInvalid);
  });

  it('is no override when the points are the rule’s own', () => {
    const same = { ...yes, override: { points: '1.00', reason: 'Đúng quy tắc' } };
    given(opened).when(record(same)).thenEvents(recorded(same, '1'));
  });

  it('may say “not applicable” only where the rule knows it', () => {
    const left = declaration('1.1.3', { kind: 'not-applicable' });
    given(opened).when(record(left)).thenEvents(recorded(left, null));
    given(opened)
      .when(record(declaration('1.1.2', { kind: 'not-applicable' })))
      .thenFails(InvalidRuleInput);
  });

  it('is refused when its figures cannot be', () => {
    given(opened)
      .when(record(ratio('6', '5')))
      .thenFails(InvalidRuleInput);
    given(opened)
      .when(record(ratio('-1', '5')))
      .thenFails(InvalidRuleInput);
    given(opened)
      .when(record(ratio('một', '5')))
      .thenFails(InvalidRuleInput);
    given(opened)
      .when(record(declaration('1.1.2', { kind: 'choice', value: 'yes' })))
      .thenFails(InvalidRuleInput);
  });

  it('is for a component of the ruleset that a unit declares', () => {
    given(opened)
      .when(record(ratio('1', '2', '9.9.9')))
      .thenFails(UnknownComponent, { component: '9.9.9' });
    given(opened)
      .when(record(declaration('2.1.1', { kind: 'points', points: '1' })))
      .thenFails(ComponentIsCounted);
    given(opened)
      .when(record(declaration('2.1.2', { kind: 'count', occurrences: 0 })))
      .thenFails(ComponentIsCounted);
  });

  it('needs an open file', () => given().when(record(yes)).thenFails(AssessmentNotOpened));

  it.each([
    ['1 ms before the deadline', '2025-01-15T09:59:59.999Z'],
    ['1 s before the deadline', '2025-01-15T09:59:59.000Z'],
  ])('is taken %s', (_, at) => given(opened).when(record(yes, at)).thenEvents(recorded(yes, '1')));

  it.each([
    ['at the deadline', submitBy],
    ['1 s after the deadline', '2025-01-15T10:00:01.000Z'],
  ])('is refused %s', (_, at) => given(opened).when(record(yes, at)).thenFails(SubmissionDeadlinePassed, { now: at }));

  it('is refused once the file is submitted or appraised', () => {
    given(opened, submitted).when(record(yes)).thenFails(AssessmentIsLocked, { phase: 'submitted' });
    const closed = appraisalClosed.of({ ...unitYear, round: 1 });
    given(opened, submitted, closed).when(record(yes)).thenFails(AssessmentIsLocked, { phase: 'appraised' });
  });

  it('is refused while the file lies before the head, and taken again once the head declined', () => {
    const awaiting = approvalRequested.of({ ...unitYear, requestedBy: ['chuyen_vien'] });
    given(opened, awaiting).when(record(yes)).thenFails(AssessmentAwaitsApproval);
    const declined = approvalDeclined.of({ ...unitYear, reason: 'Thiếu tài liệu', declinedBy: ['thu_truong'] });
    given(opened, awaiting, declined).when(record(yes)).thenEvents(recorded(yes, '1'));
  });

  it('may be written again after a return, until the new instant', () => {
    const again = '2025-02-01T10:00:00.000Z';
    const terms = { submitBy: again, asked: { submitBy: again } };
    const returned = selfAssessmentReturned.of({ ...unitYear, reason: 'Thiếu tài liệu', ...terms });
    given(opened, submitted, returned).when(record(yes, '2025-02-01T09:59:59.999Z')).thenEvents(recorded(yes, '1'));
    given(opened, submitted, returned).when(record(yes, again)).thenFails(SubmissionDeadlinePassed);
  });
});

describe('evidence', () => {
  const withEvidence = (change: Partial<typeof evidence>) => record({ ...yes, evidence: [{ ...evidence, ...change }] });

  it('that is required and missing needs an explanation', () => {
    given(opened)
      .when(record({ ...yes, evidence: [] }))
      .thenFails(EvidenceIsMissing, { component: '1.1.1' });
    const explained = { ...yes, evidence: [], explanation: 'Văn bản đang trình ký' };
    given(opened).when(record(explained)).thenEvents(recorded(explained, '1'));
    given(opened)
      .when(record({ ...explained, explanation: ' ' }))
      .thenFails(TextIsInvalid);
  });

  it('keeps its file name in NFC, however the sender spelled it', () => {
    const name = 'Quyết định số 4000.pdf';
    expect(name.normalize('NFD')).not.toBe(name);
    given(opened)
      .when(withEvidence({ name: name.normalize('NFD') }))
      .thenEvents(recorded({ ...yes, evidence: [{ ...evidence, name }] }, '1'));
  });

  it('is never an empty file', () =>
    given(opened)
      .when(withEvidence({ sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }))
      .thenFails(EvidenceIsEmpty));

  it('is issued by 31/12 of the year at the latest', () => {
    const last = { ...yes, evidence: [{ ...evidence, issuedOn: '2024-12-31' }] };
    given(opened).when(record(last)).thenEvents(recorded(last, '1'));
    given(opened)
      .when(withEvidence({ issuedOn: '2025-01-01' }))
      .thenFails(EvidenceIsTooLate, { issuedOn: '2025-01-01' });
    given(opened)
      .when(withEvidence({ issuedOn: '2024-02-30' }))
      .thenFails(DateDoesNotExist);
  });

  it('is issued by the day it is named', () => {
    const today = { ...yes, evidence: [{ ...evidence, issuedOn: '2024-12-01' }] };
    given(opened).when(record(today, '2024-11-30T17:00:00.000Z')).thenEvents(recorded(today, '1'));
    given(opened)
      .when(record(today, '2024-11-30T16:59:59.999Z'))
      .thenFails(EvidenceIsNotIssued, { issuedOn: '2024-12-01', today: '2024-11-30' });
  });

  it('is named by its digest, once', () => {
    given(opened)
      .when(withEvidence({ sha256: 'abc' }))
      .thenFails(DigestIsInvalid);
    given(opened)
      .when(record({ ...yes, evidence: [evidence, { ...evidence, name: 'Bản sao.pdf' }] }))
      .thenFails(EvidenceIsRepeated);
  });
});
