import { InstantDoesNotExist, TextIsInvalid, workingCalendar, WorkingYearIsNotRecorded } from '@app/kernel';
import { sampleCalendar } from '@app/period';
import { decisionSpec, sampleDays, writeRuleset } from '@app/testing';
import {
  appraiseBy,
  calendar,
  declared,
  extended,
  opened,
  returned,
  submitBy,
  submitted,
  unitYear,
} from '../test/file-of-so-noi-vu';
import { confirmAppraisal } from './appraisal';
import { returnSelfAssessment } from './appraisal-course';
import { AppraisalDeadlinePassed, AppraisalIsClosed, AssessmentIsNotSubmitted } from './appraisal.errors';
import { fieldAppraisalClosed } from './appraisal.events';
import { approvalRequested } from './approval.events';
import { requestApproval, submitSelfAssessment } from './approval';
import { type Assessment, assessment } from './assessment';
import {
  AssessmentIsLocked,
  AssessmentNotOpened,
  ComponentIsCounted,
  DeadlinesDoNotFit,
  SubmissionDeadlinePassed,
  UnknownComponent,
} from './assessment.errors';
import { appraisalClosed, appraisalConfirmed, selfAssessmentReturned } from './assessment.events';
import { askExplanation } from './explanation';
import { AnswerDeadlineDoesNotFit } from './explanation.errors';
import { explanationAsked } from './explanation.events';
import { type AppraisalExtension, type Extension, grantAppraisalExtension, grantExtension } from './extension';
import { ExtensionDoesNotExtend, ExtensionIsOfNothing } from './extension.errors';
import { appraisalExtensionGranted, extensionGranted } from './extension.events';
import { closeFieldAppraisal } from './field-closure';
import { recordSelfScore } from './self-assessment';

const { given } = decisionSpec(assessment);
const now = '2025-01-10T02:00:00.000Z';
const later = '2025-01-20T10:00:00.000Z';
const codes = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '2.1.3'];
const file = [opened, ...codes.map((code) => declared(code))];
const awaiting = approvalRequested.of({ ...unitYear, requestedBy: ['chuyen_vien'] });
const secondsFrom = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();

const extending: Extension = { ...unitYear, submitBy: later, components: null, reason: 'Bão số 3' };
const extend =
  (change: Partial<Extension> = {}, at = now, days = calendar) =>
  (state: Assessment) =>
    grantExtension(state, { ...extending, ...change }, writeRuleset, days, at);
const record = (component: string, at: string) => (state: Assessment) => {
  const score = { ...unitYear, component, declaration: { kind: 'points', points: '1' } } as const;
  const rest = { override: null, evidence: [], explanation: null };
  return recordSelfScore(state, { ...score, ...rest }, writeRuleset, ['chuyen_vien'], at);
};
const request = (at: string) => (state: Assessment) =>
  requestApproval(state, unitYear, writeRuleset, ['chuyen_vien'], at);
const submit = (at: string) => (state: Assessment) => submitSelfAssessment(state, unitYear, ['thu_truong'], at);

describe('an extension', () => {
  it('moves the deadline of one unit, also after it passed', () => {
    for (const at of [now, '2025-01-18T00:00:00.000Z']) given(opened).when(extend({}, at)).thenEvents(extended(later));
    given(opened, extended(later))
      .when(record('1.1.3', secondsFrom(later, -1)))
      .thenEvents(declared('1.1.3'));
    given(opened, extended(later))
      .when(record('1.1.3', later))
      .thenFails(SubmissionDeadlinePassed, { submitBy: later });
  });

  it.each([
    ['the deadline', [opened], submitBy],
    ['the extended deadline', [opened, extended(later)], later],
  ])('counts to the second: 1 s before %s is in time, at it and 1 s after it are not', (_, history, deadline) => {
    const at = (seconds: number) => secondsFrom(deadline, seconds);
    given(...history)
      .when(record('1.1.3', at(-1)))
      .thenEvents(declared('1.1.3'));
    for (const seconds of [0, 1])
      given(...history)
        .when(record('1.1.3', at(seconds)))
        .thenFails(SubmissionDeadlinePassed, { submitBy: deadline, now: at(seconds) });
  });

  it('may be granted while the file lies before the head, also after the deadline', () => {
    given(opened, awaiting).when(extend({}, '2025-01-18T00:00:00.000Z')).thenEvents(extended(later));
  });

  it('extends, and lies ahead', () => {
    given(opened).when(extend({ submitBy })).thenFails(ExtensionDoesNotExtend, { until: submitBy, present: submitBy });
    given(opened).when(extend({}, later)).thenFails(ExtensionDoesNotExtend);
    given(opened, extended(later)).when(extend()).thenFails(ExtensionDoesNotExtend);
  });

  it('never reaches the appraisal deadline, and no day off takes it there', () => {
    given(opened)
      .when(extend({ submitBy: appraiseBy }))
      .thenFails(DeadlinesDoNotFit, { limit: appraiseBy });
    given(opened)
      .when(extend({ submitBy: secondsFrom(appraiseBy, -1) }))
      .thenEvents(extended(secondsFrom(appraiseBy, -1)));
    const swapped = workingCalendar({
      year: 2025,
      holidays: [{ name: 'Nghỉ hoán đổi (mẫu)', from: '2025-03-13', until: '2025-03-13' }],
      workingDays: [],
    });
    given(opened)
      .when(extend({ submitBy: '2025-03-13T10:00:00.000Z' }, now, swapped))
      .thenFails(DeadlinesDoNotFit, { submitBy: '2025-03-14T17:00:00.000Z' });
  });

  it('has a reason and an open file that is not submitted', () => {
    given(opened)
      .when(extend({ reason: '' }))
      .thenFails(TextIsInvalid);
    given().when(extend()).thenFails(AssessmentNotOpened);
    given(opened, submitted).when(extend()).thenFails(AssessmentIsLocked);
    given(opened)
      .when(extend({ submitBy: '2025-01-20' }))
      .thenFails(InstantDoesNotExist);
  });
});

/** In the sample, Tết is from Saturday 1 to Wednesday 5 February 2025. */
describe('a deadline that falls on a day off', () => {
  const sample = sampleCalendar(2025);
  const swapped = workingCalendar({
    ...sample,
    holidays: [...sample.holidays, { name: 'Nghỉ hoán đổi (mẫu)', from: '2025-01-17', until: '2025-01-17' }],
    workingDays: ['2025-01-18'],
  });
  it.each([
    ['on a working day', '2025-01-21T10:00:00.000Z', '2025-01-21T10:00:00.000Z', calendar],
    ['on a Saturday', '2025-01-18T10:00:00.000Z', '2025-01-20T17:00:00.000Z', calendar],
    ['on a Saturday on which offices work instead', '2025-01-18T10:00:00.000Z', '2025-01-18T10:00:00.000Z', swapped],
    ['on the Friday that it is worked for', '2025-01-17T10:00:00.000Z', '2025-01-18T17:00:00.000Z', swapped],
    ['1 s before Tết', '2025-01-31T16:59:59.000Z', '2025-01-31T16:59:59.000Z', calendar],
    ['at the beginning of Tết', '2025-01-31T17:00:00.000Z', '2025-01-31T17:00:00.000Z', calendar],
    ['1 s into Tết', '2025-01-31T17:00:01.000Z', '2025-02-06T17:00:00.000Z', calendar],
    ['in Tết', '2025-02-04T10:00:00.000Z', '2025-02-06T17:00:00.000Z', calendar],
  ])('takes effect, where it is set %s, by the working calendar; what was asked stands beside it', (...row) => {
    const [, asked, effective, days] = row;
    const longer = extensionGranted.of({ ...extending, submitBy: effective, asked: { submitBy: asked } });
    given(opened)
      .when(extend({ submitBy: asked }, now, days))
      .thenEvents(longer);
    given(opened, longer)
      .when(record('1.1.3', secondsFrom(effective, -1)))
      .thenEvents(declared('1.1.3'));
    for (const seconds of [0, 1])
      given(opened, longer)
        .when(record('1.1.3', secondsFrom(effective, seconds)))
        .thenFails(SubmissionDeadlinePassed, { submitBy: effective });
  });

  it('is not set in a year of which nobody recorded the days off', () =>
    given(opened)
      .when(extend({}, now, sampleDays(2024)))
      .thenFails(WorkingYearIsNotRecorded, { year: 2025 }));

  it('is moved for a file that is sent back, too', () => {
    const sendBack = { ...unitYear, reason: 'Thiếu tài liệu', submitBy: '2025-02-04T10:00:00.000Z' };
    const inEffect = '2025-02-06T17:00:00.000Z';
    const appraiser = { accounts: ['tham_dinh_vien'], unitId: null, fields: null };
    given(...file, submitted)
      .when((state) => returnSelfAssessment(state, sendBack, appraiser, calendar, now))
      .thenEvents(
        selfAssessmentReturned.of({ ...sendBack, submitBy: inEffect, asked: { submitBy: sendBack.submitBy } }),
      );
  });
});

describe('an extension for components', () => {
  const some = extended(later, ['1.1.2', '2.1.3']);
  const late = '2025-01-18T00:00:00.000Z';

  it('names them each once, in the order of the annex', () =>
    given(opened)
      .when(extend({ components: ['2.1.3', '1.1.2', '2.1.3'] }))
      .thenEvents(some));

  it('lets only these be declared late: what is outside of it stays too late', () => {
    given(...file, some)
      .when(record('2.1.3', late))
      .thenEvents(declared('2.1.3'));
    given(...file, some)
      .when(record('1.1.3', late))
      .thenFails(SubmissionDeadlinePassed, { submitBy });
    given(...file, some)
      .when(record('1.1.3', secondsFrom(submitBy, -1)))
      .thenEvents(declared('1.1.3'));
  });

  it('ends at its instant', () => {
    given(...file, some)
      .when(record('2.1.3', secondsFrom(later, -1)))
      .thenEvents(declared('2.1.3'));
    for (const seconds of [0, 1])
      given(...file, some)
        .when(record('2.1.3', secondsFrom(later, seconds)))
        .thenFails(SubmissionDeadlinePassed, { submitBy: later });
  });

  it('lets the file be laid before the head and submitted as long', () => {
    given(...file, some)
      .when(request(secondsFrom(later, -1)))
      .thenEvents(awaiting);
    given(...file, some)
      .when(request(later))
      .thenFails(SubmissionDeadlinePassed, { submitBy: later });
    given(...file, some, awaiting)
      .when(submit(secondsFrom(later, -1)))
      .thenEvents(submitted);
    given(...file, some, awaiting)
      .when(submit(later))
      .thenFails(SubmissionDeadlinePassed, { submitBy: later });
  });

  it('is one for each of them', () => {
    const more = '2025-01-22T10:00:00.000Z';
    given(...file, some)
      .when(extend({ components: ['1.1.2', '1.1.3'] }))
      .thenFails(ExtensionDoesNotExtend, { until: later, present: later });
    given(...file, some, extended(more, ['1.1.3']))
      .when(record('2.1.3', later))
      .thenFails(SubmissionDeadlinePassed, { submitBy: later });
    given(...file, extended(more))
      .when(extend({ components: ['1.1.2'] }))
      .thenFails(ExtensionDoesNotExtend, { present: more });
  });

  it('is not shortened by one for the whole file, and is over when the file is sent back', () => {
    const between = '2025-01-16T10:00:00.000Z';
    given(...file, some, extended(between))
      .when(record('2.1.3', late))
      .thenEvents(declared('2.1.3'));
    given(...file, some, awaiting, submitted, returned(between))
      .when(record('2.1.3', late))
      .thenFails(SubmissionDeadlinePassed, { submitBy: between });
  });

  it('is of what the ruleset has and a unit declares', () => {
    given(opened)
      .when(extend({ components: [] }))
      .thenFails(ExtensionIsOfNothing);
    given(opened)
      .when(extend({ components: ['9.9.9'] }))
      .thenFails(UnknownComponent);
    given(opened)
      .when(extend({ components: ['2.1.1'] }))
      .thenFails(ComponentIsCounted);
  });
});

describe('an extension of the appraisal', () => {
  const longer = '2025-03-20T10:00:00.000Z';
  const late = '2025-03-18T00:00:00.000Z';
  const appraiser = { accounts: ['tham_dinh_vien'], unitId: null, fields: null };
  const extendingAppraisal: AppraisalExtension = { ...unitYear, appraiseBy: longer, components: null, reason: 'Bão' };
  const extendedAppraisal = (components: readonly string[] | null = null) => {
    const asked = { appraiseBy: longer };
    return appraisalExtensionGranted.of({ ...extendingAppraisal, asked, components });
  };
  const extendAppraisal =
    (change: Partial<AppraisalExtension> = {}, at = late) =>
    (state: Assessment) =>
      grantAppraisalExtension(state, { ...extendingAppraisal, ...change }, writeRuleset, calendar, at);
  const confirm = (component: string, at: string) => (state: Assessment) =>
    confirmAppraisal(state, { ...unitYear, component, round: 1 }, writeRuleset, appraiser, at);
  const confirmed = (component: string) => appraisalConfirmed.of({ ...unitYear, component, round: 1, points: '1' });
  const handedIn = [...file, submitted];

  it('lets a submitted file be appraised longer, also after the deadline, to the second', () => {
    for (const at of [now, late])
      given(...handedIn)
        .when(extendAppraisal({}, at))
        .thenEvents(extendedAppraisal());
    given(...handedIn, extendedAppraisal())
      .when(confirm('1.1.3', secondsFrom(longer, -1)))
      .thenEvents(confirmed('1.1.3'));
    for (const seconds of [0, 1])
      given(...handedIn, extendedAppraisal())
        .when(confirm('1.1.3', secondsFrom(longer, seconds)))
        .thenFails(AppraisalDeadlinePassed, { appraiseBy: longer });
  });

  it('for components lets only these be spoken on late', () => {
    const history = [...handedIn, extendedAppraisal(['1.1.3'])];
    given(...handedIn)
      .when(extendAppraisal({ components: ['1.1.3'] }))
      .thenEvents(extendedAppraisal(['1.1.3']));
    given(...history)
      .when(confirm('1.1.3', late))
      .thenEvents(confirmed('1.1.3'));
    given(...history)
      .when(confirm('1.1.2', late))
      .thenFails(AppraisalDeadlinePassed, { appraiseBy });
  });

  it('for components lets their field be closed, and no other', () => {
    const closing = (field: string) => (state: Assessment) =>
      closeFieldAppraisal(
        state,
        { ...unitYear, field, round: 1, leadAgency: null, ownAgencies: [] },
        writeRuleset,
        appraiser,
        late,
      );
    const history = [...handedIn, ...codes.map(confirmed), extendedAppraisal(['2.1.3'])];
    const share = { leadAgencies: [{ name: 'Sở Nội vụ', unitId: null }], components: ['2.1.3'] };
    given(...history)
      .when(closing('2'))
      .thenEvents(fieldAppraisalClosed.of({ ...unitYear, field: '2', round: 1, ...share }));
    given(...history)
      .when(closing('1'))
      .thenFails(AppraisalDeadlinePassed, { appraiseBy });
  });

  it('lets answers be due as long, on these components', () => {
    const history = [...handedIn, extendedAppraisal(['1.1.3'])];
    const question = { ...unitYear, explanationId: 'gt_1', round: 1, question: 'Vì sao?', answerBy: longer };
    const asking = (component: string) => (state: Assessment) =>
      askExplanation(state, { ...question, component }, writeRuleset, appraiser, calendar, now);
    given(...history)
      .when(asking('1.1.2'))
      .thenFails(AnswerDeadlineDoesNotFit, { appraiseBy });
    given(...history)
      .when(asking('1.1.3'))
      .thenEvents(explanationAsked.of({ ...question, component: '1.1.3', asked: { answerBy: longer } }));
  });

  it('for components lets nobody send the whole file back late', () => {
    const sendBack = { ...unitYear, reason: 'Thiếu tài liệu', submitBy: '2025-03-19T10:00:00.000Z' };
    given(...handedIn, extendedAppraisal(['1.1.3']))
      .when((state) => returnSelfAssessment(state, sendBack, appraiser, calendar, late))
      .thenFails(AppraisalDeadlinePassed, { appraiseBy });
    given(...handedIn, extendedAppraisal())
      .when((state) => returnSelfAssessment(state, sendBack, appraiser, calendar, late))
      .thenEvents(returned(sendBack.submitBy));
  });

  it('is of a file that is submitted and not appraised to its end, and extends', () => {
    given().when(extendAppraisal()).thenFails(AssessmentNotOpened);
    given(...file)
      .when(extendAppraisal())
      .thenFails(AssessmentIsNotSubmitted);
    given(...handedIn, appraisalClosed.of({ ...unitYear, round: 1 }))
      .when(extendAppraisal())
      .thenFails(AppraisalIsClosed);
    given(...handedIn)
      .when(extendAppraisal({ appraiseBy }, now))
      .thenFails(ExtensionDoesNotExtend, { present: appraiseBy });
    given(...handedIn)
      .when(extendAppraisal({}, longer))
      .thenFails(ExtensionDoesNotExtend, { present: longer });
  });
});
