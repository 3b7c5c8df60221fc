import { IdentifierIsInvalid, TextIsInvalid } from '@app/kernel';
import { decisionSpec, sampleDays, writeRuleset, writeRulesetRef } from '@app/testing';
import { type Assessment, assessment } from './assessment';
import { adjustAppraisal, type Adjustment, confirmAppraisal } from './appraisal';
import { closeAppraisal, returnSelfAssessment } from './appraisal-course';
import type { Appraiser } from './appraiser';
import {
  AlreadyAppraised,
  AppraisalDeadlinePassed,
  AppraisalIsClosed,
  AppraisalsAreMissing,
  AppraiserEnteredFigures,
  AssessmentIsNotSubmitted,
  ComponentIsNotDeclared,
  NotApplicableIsRefused,
  NothingIsAdjusted,
  OwnUnitAppraised,
  PointsHaveChanged,
  RoundOutOfOrder,
} from './appraisal.errors';
import {
  AssessmentNotOpened,
  ComponentIsCounted,
  DeadlinesDoNotFit,
  PointsOutOfRange,
  UnknownComponent,
} from './assessment.errors';
import { fieldAppraisalClosed } from './appraisal.events';
import { approvalDeclined, approvalRequested } from './approval.events';
import { ExtensionDoesNotExtend } from './extension.errors';
import { FieldIsClosed, FieldIsNotYours, FieldsAreNotClosed } from './field.errors';
import {
  appraisalAdjusted,
  appraisalClosed,
  appraisalConfirmed,
  assessmentOpened,
  selfAssessmentReturned,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from './assessment.events';

const { given } = decisionSpec(assessment);
const unitYear = { year: 2024, unitId: 'so_noi_vu' };
const appraiseBy = '2025-03-14T10:00:00.000Z';
const now = '2025-02-10T02:00:00.000Z';
const opened = assessmentOpened.of({
  ...unitYear,
  blockId: 'so_nganh',
  ruleset: writeRulesetRef,
  submitBy: '2025-01-15T10:00:00.000Z',
  appraiseBy,
});
const submitted = selfAssessmentSubmitted.of({ ...unitYear, approvedBy: ['thu_truong'] });
const codes = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '2.1.3'];
const declared = (component: string, points: string | null = '1') =>
  selfScoreRecorded.of({
    ...unitYear,
    component,
    declaration: points === null ? { kind: 'not-applicable' } : { kind: 'points', points },
    points,
    overrideReason: null,
    evidence: [],
    explanation: null,
    enteredBy: ['chuyen_vien'],
  });
const file = [opened, ...codes.map((code) => declared(code)), submitted];

const appraiser: Appraiser = { accounts: ['tham_dinh_vien'], unitId: 'so_tu_phap', fields: null };
const confirming = (component: string, round = 1) => ({ ...unitYear, component, round });
const confirmed = (component: string, points: string | null = '1', round = 1) =>
  appraisalConfirmed.of({ ...unitYear, component, round, points });
const confirm = (component: string, round = 1, by = appraiser, at = now) => {
  return (state: Assessment) => confirmAppraisal(state, confirming(component, round), writeRuleset, by, at);
};
const adjusting: Adjustment = {
  ...unitYear,
  component: '1.1.2',
  round: 1,
  from: '1',
  to: '0.75',
  reasonCode: 'evidence-partial',
  reason: 'Tài liệu chỉ chứng minh được một phần',
  correction: false,
  resultsRecorded: false,
};
const adjusted = (change: Partial<Adjustment> = {}) => {
  const { component, round, from, to, reasonCode, reason } = { ...adjusting, ...change };
  return appraisalAdjusted.of({ ...unitYear, component, round, from, to, reasonCode, reason });
};
const adjust = (change: Partial<Adjustment> = {}, by = appraiser, at = now) => {
  return (state: Assessment) => adjustAppraisal(state, { ...adjusting, ...change }, writeRuleset, by, at);
};
const close = (by = appraiser, at = now) => {
  return (state: Assessment) => closeAppraisal(state, unitYear, writeRuleset, by, at);
};
const returning = { ...unitYear, reason: 'Thiếu tài liệu kiểm chứng', submitBy: '2025-02-20T10:00:00.000Z' };
const sendBack = (change: Partial<typeof returning> = {}, by = appraiser, at = now) => {
  return (state: Assessment) => returnSelfAssessment(state, { ...returning, ...change }, by, sampleDays(2025), at);
};
const returned = selfAssessmentReturned.of({ ...returning, asked: { submitBy: returning.submitBy } });
const share = {
  leadAgencies: [{ name: 'Sở Nội vụ', unitId: null }],
  components: ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'],
};
const fieldClosed = fieldAppraisalClosed.of({ ...unitYear, field: '1', round: 1, ...share });
const otherClosed = fieldAppraisalClosed.of({ ...unitYear, field: '2', round: 1, ...share, components: ['2.1.3'] });
const closed = appraisalClosed.of({ ...unitYear, round: 1 });

describe('every act of an appraiser', () => {
  const acts = [
    ['confirming', confirm],
    ['adjusting', (_: string, __: number, by: Appraiser, at: string) => adjust({}, by, at)],
    ['closing', (_: string, __: number, by: Appraiser, at: string) => close(by, at)],
    ['returning', (_: string, __: number, by: Appraiser, at: string) => sendBack({}, by, at)],
  ] as const;

  it.each(acts)('%s needs a submitted file', (_, act) => {
    given(opened, declared('1.1.2'))
      .when(act('1.1.2', 1, appraiser, now))
      .thenFails(AssessmentIsNotSubmitted);
    given()
      .when(act('1.1.2', 1, appraiser, now))
      .thenFails(AssessmentNotOpened);
  });

  it.each(acts)('%s is over once the appraisal is closed', (_, act) =>
    given(...file, closed)
      .when(act('1.1.2', 1, appraiser, now))
      .thenFails(AppraisalIsClosed),
  );

  it.each(acts)('%s is not for the assessed unit itself', (_, act) =>
    given(...file)
      .when(act('1.1.2', 1, { ...appraiser, unitId: 'so_noi_vu' }, now))
      .thenFails(OwnUnitAppraised, { unitId: 'so_noi_vu' }),
  );

  it.each(acts)('%s is not for whoever entered figures, also by delegation', (_, act) =>
    given(...file)
      .when(act('1.1.2', 1, { accounts: ['thu_ky', 'chuyen_vien'], unitId: null, fields: null }, now))
      .thenFails(AppraiserEnteredFigures, { account: 'chuyen_vien' }),
  );

  it.each(acts)('%s is not for whoever asked for the approval, approved or declined', (_, act) => {
    const requested = approvalRequested.of({ ...unitYear, requestedBy: ['truong_phong'] });
    const declined = approvalDeclined.of({ ...unitYear, reason: 'x', declinedBy: ['pho_giam_doc'] });
    for (const account of ['truong_phong', 'pho_giam_doc', 'thu_truong'])
      given(opened, requested, declined, ...file.slice(1))
        .when(act('1.1.2', 1, { ...appraiser, accounts: ['thu_ky', account] }, now))
        .thenFails(AppraiserEnteredFigures, { account });
  });

  it.each(acts)('%s ends at the appraisal deadline', (_, act) => {
    given(...file)
      .when(act('1.1.2', 1, appraiser, appraiseBy))
      .thenFails(AppraisalDeadlinePassed);
    given(...file)
      .when(act('1.1.2', 1, appraiser, '2025-03-14T10:00:01.000Z'))
      .thenFails(AppraisalDeadlinePassed);
  });
});

describe('confirming', () => {
  it('takes over what the unit declared, be it “not applicable”', () => {
    given(...file)
      .when(confirm('1.1.2'))
      .thenEvents(confirmed('1.1.2'));
    given(opened, declared('1.1.3', null), submitted).when(confirm('1.1.3')).thenEvents(confirmed('1.1.3', null));
  });

  it('is possible 1 s before the deadline', () =>
    given(...file)
      .when(confirm('1.1.2', 1, appraiser, '2025-03-14T09:59:59.000Z'))
      .thenEvents(confirmed('1.1.2')));

  it('in a later round takes over the round before', () =>
    given(...file, ...codes.map((code) => confirmed(code)), adjusted({ correction: true }), fieldClosed)
      .when(confirm('1.1.2', 2))
      .thenEvents(confirmed('1.1.2', '0.75', 2)));

  it('of one component by two appraisers at once: the second is refused', () => {
    given(...file, confirmed('1.1.2'))
      .when(confirm('1.1.2'))
      .thenFails(AlreadyAppraised, { round: 1 });
    given(...file, adjusted())
      .when(confirm('1.1.2'))
      .thenFails(AlreadyAppraised);
  });

  it('needs a component that exists, is declared and is not counted by the system', () => {
    given(...file)
      .when(confirm('9.9'))
      .thenFails(UnknownComponent);
    given(opened, submitted).when(confirm('1.1.2')).thenFails(ComponentIsNotDeclared);
    given(...file)
      .when(confirm('2.1.1'))
      .thenFails(ComponentIsCounted);
    given(...file)
      .when(confirm('2.1.2'))
      .thenFails(ComponentIsCounted);
  });

  it('counts rounds 1, 2, 3 and never back', () => {
    for (const round of [0, 2, -1, 1.5, NaN])
      given(...file)
        .when(confirm('1.1.2', round))
        .thenFails(RoundOutOfOrder);
    const second = [...file, ...codes.map((code) => confirmed(code)), fieldClosed, confirmed('1.1.1', '1', 2)];
    given(...second)
      .when(confirm('1.1.2', 1))
      .thenFails(RoundOutOfOrder, { present: 2 });
    given(...second)
      .when(confirm('1.1.2', 2))
      .thenEvents(confirmed('1.1.2', '1', 2));
  });
});

describe('adjusting', () => {
  it('gives other points with a reason', () =>
    given(...file)
      .when(adjust())
      .thenEvents(adjusted()));

  it('writes points in their shortest exact spelling', () =>
    given(...file)
      .when(adjust({ to: '4/6', from: '1.00' }))
      .thenEvents(adjusted({ to: '2/3' })));

  it('demands a reason code and a reason', () => {
    given(...file)
      .when(adjust({ reasonCode: '' }))
      .thenFails(IdentifierIsInvalid);
    given(...file)
      .when(adjust({ reason: '  ' }))
      .thenFails(TextIsInvalid);
  });

  it('stays within the limits of the rule', () => {
    given(...file)
      .when(adjust({ to: '2' }))
      .thenEvents(adjusted({ to: '2' }));
    given(...file)
      .when(adjust({ to: '2.01' }))
      .thenFails(PointsOutOfRange, { max: '2' });
    given(...file)
      .when(adjust({ to: '-0.01' }))
      .thenFails(PointsOutOfRange, { min: '0' });
  });

  it('changes something', () =>
    given(...file)
      .when(adjust({ to: '1.00' }))
      .thenFails(NothingIsAdjusted));

  it('leaves out only what the rule lets be left out, or has itself left out', () => {
    given(...file)
      .when(adjust({ to: null }))
      .thenFails(NotApplicableIsRefused);
    given(...file)
      .when(adjust({ component: '1.1.3', to: null }))
      .thenEvents(adjusted({ component: '1.1.3', to: null }));
    const excluded = [opened, declared('1.1.5', null), submitted];
    const first = { component: '1.1.5', from: null, to: '1' };
    given(...excluded)
      .when(adjust(first))
      .thenEvents(adjusted(first));
    given(...excluded)
      .when(adjust({ ...first, to: null }))
      .thenFails(NothingIsAdjusted);
  });

  it('by two appraisers at once: the second is refused', () => {
    given(...file, adjusted())
      .when(adjust({ to: '0.5' }))
      .thenFails(AlreadyAppraised);
    given(...file, confirmed('1.1.2'))
      .when(adjust({ to: '0.5' }))
      .thenFails(AlreadyAppraised);
    given(...file, adjusted())
      .when(adjust({ to: '0.5', correction: true }))
      .thenFails(PointsHaveChanged, { seen: '1', present: '0.75' });
  });

  it('may be corrected in the same round by whoever saw what stands', () => {
    const correction = { from: '0.75', to: '0.5', correction: true };
    given(...file, adjusted())
      .when(adjust(correction))
      .thenEvents(adjusted(correction));
  });

  it('gives points to a survey component with too few answers, never to what cases decide', () => {
    const bySurvey = { component: '2.1.1', from: null, to: '1.5' };
    given(...file)
      .when(adjust(bySurvey))
      .thenEvents(adjusted(bySurvey));
    given(...file)
      .when(adjust({ component: '2.1.2', from: null, to: '0' }))
      .thenFails(ComponentIsCounted);
  });
});

describe('what the system counts and could not score', () => {
  const bySurvey = { component: '2.1.1', from: null, to: '1.5' };
  const finished = [...file, ...codes.map((code) => confirmed(code)), closed];

  it.each([
    ['after the appraisal closed', finished, now],
    ['after the deadline', finished, '2025-04-01T00:00:00.000Z'],
    ['after the deadline of a file that is not closed', file, '2025-04-01T00:00:00.000Z'],
  ])('is decided by a person %s, with a reason', (_when, history, at) => {
    given(...history)
      .when(adjust(bySurvey, appraiser, at))
      .thenEvents(adjusted(bySurvey));
    given(...history)
      .when(adjust({ ...bySurvey, reason: ' ' }, appraiser, at))
      .thenFails(TextIsInvalid);
  });

  it('is decided once after closing: what stands stays', () =>
    given(...finished, adjusted(bySurvey))
      .when(adjust({ component: '2.1.1', from: '1.5', to: '1', correction: true }))
      .thenFails(AppraisalIsClosed));

  it('is decided only until the results are on record', () =>
    given(...finished)
      .when(adjust({ ...bySurvey, resultsRecorded: true }))
      .thenFails(AppraisalIsClosed));

  it('is decided by nobody of the unit, nobody who entered figures, and not before submission', () => {
    given(...finished)
      .when(adjust(bySurvey, { ...appraiser, unitId: unitYear.unitId }))
      .thenFails(OwnUnitAppraised);
    given(...finished)
      .when(adjust(bySurvey, { accounts: ['chuyen_vien'], unitId: null, fields: null }))
      .thenFails(AppraiserEnteredFigures);
    given(opened).when(adjust(bySurvey)).thenFails(AssessmentIsNotSubmitted);
  });

  it('opens nothing that was declared again', () =>
    given(...finished)
      .when(adjust())
      .thenFails(AppraisalIsClosed));
});

describe('the number of a round', () => {
  it('is said to begin at 1', () => {
    expect(new RoundOutOfOrder(2, 0).message).toBe('Không thể thẩm định vòng 2: chưa có vòng nào, vòng đầu tiên là 1.');
    expect(new RoundOutOfOrder(4, 1).message).toBe('Không thể thẩm định vòng 4: đang ở vòng 1, vòng sau là 2.');
  });
});

describe('closing and returning', () => {
  const appraised = codes.map((code) => confirmed(code));

  it('closes once every component has its judgement, and names those that have none', () => {
    given(...file, ...appraised, fieldClosed, otherClosed)
      .when(close())
      .thenEvents(closed);
    given(...file, ...appraised.slice(1, 5))
      .when(close())
      .thenFails(AppraisalsAreMissing, { components: [{ component: '1.1.1' }, { component: '2.1.3' }] });
  });

  it('closes once every field is closed, and names those that are not', () => {
    given(...file, ...appraised)
      .when(close())
      .thenFails(FieldsAreNotClosed, { fields: [{ field: '1' }, { field: '2' }] });
    given(...file, ...appraised, otherClosed)
      .when(close())
      .thenFails(FieldsAreNotClosed, { fields: [{ field: '1' }] });
    given(...file, ...appraised, fieldClosed, otherClosed, confirmed('1.1.1', '1', 2))
      .when(close())
      .thenFails(FieldsAreNotClosed, { fields: [{ field: '1' }] });
  });

  it('touches the whole file, so it is for those to whom every field belongs', () => {
    const limited = { ...appraiser, fields: ['1', '2'] };
    given(...file, ...appraised, fieldClosed, otherClosed)
      .when(close(limited))
      .thenFails(FieldIsNotYours, { field: null, own: [{ field: '1' }, { field: '2' }] });
    given(...file)
      .when(sendBack({}, limited))
      .thenFails(FieldIsNotYours);
  });

  it('sends a file back with a reason and a new deadline ahead, before the appraisal ends', () => {
    given(...file)
      .when(sendBack())
      .thenEvents(returned);
    given(...file)
      .when(sendBack({ reason: '' }))
      .thenFails(TextIsInvalid);
    given(...file)
      .when(sendBack({ submitBy: now }))
      .thenFails(ExtensionDoesNotExtend);
    given(...file)
      .when(sendBack({ submitBy: appraiseBy }))
      .thenFails(DeadlinesDoNotFit);
  });

  it('looks again at what was declared anew after the judgement', () => {
    const before = [...file, ...appraised, fieldClosed, otherClosed];
    const again = [...before, returned, declared('1.1.2', '2'), submitted];
    given(...again)
      .when(close())
      .thenFails(AppraisalsAreMissing, { components: [{ component: '1.1.2' }] });
    given(...again)
      .when(confirm('1.1.2'))
      .thenEvents(confirmed('1.1.2', '2'));
    given(...again, confirmed('1.1.2', '2'))
      .when(close())
      .thenFails(FieldsAreNotClosed, { fields: [{ field: '1' }] });
    given(...again)
      .when(confirm('1.1.1'))
      .thenFails(FieldIsClosed);
  });
});
