import { TextIsInvalid } from '@app/kernel';
import { decisionSpec, writeRuleset } from '@app/testing';
import {
  declared,
  extended as extendedUntil,
  opened,
  returned as returnedUntil,
  submitBy,
  submitted,
  unitYear,
} from '../test/file-of-so-noi-vu';
import { declineApproval, requestApproval, submitSelfAssessment } from './approval';
import { ApprovalIsNotRequested, ApproverAskedForApproval, AssessmentAwaitsApproval } from './approval.errors';
import { approvalDeclined, approvalRequested } from './approval.events';
import { type Assessment, assessment } from './assessment';
import {
  ApproverEnteredFigures,
  AssessmentIsLocked,
  AssessmentNotOpened,
  DeclarationsAreMissing,
  SubmissionDeadlinePassed,
} from './assessment.errors';

const { given } = decisionSpec(assessment);
const extendedTo = '2025-01-20T10:00:00.000Z';
const now = '2025-01-10T02:00:00.000Z';
const all = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '2.1.3'].map((code) => declared(code));
const requested = approvalRequested.of({ ...unitYear, requestedBy: ['chanh_van_phong'] });
const declined = approvalDeclined.of({ ...unitYear, reason: 'Thiếu số liệu quý IV', declinedBy: ['thu_truong'] });
const extended = extendedUntil(extendedTo);
const returned = returnedUntil('2025-02-01T10:00:00.000Z');
const complete = [opened, ...all];
const awaiting = [...complete, requested];

const request = (by = ['chanh_van_phong'], at = now) => {
  return (state: Assessment) => requestApproval(state, unitYear, writeRuleset, by, at);
};
const submit = (approvers = ['thu_truong'], at = now) => {
  return (state: Assessment) => submitSelfAssessment(state, unitYear, approvers, at);
};
const decline = (reason = 'Thiếu số liệu quý IV', at = now) => {
  return (state: Assessment) => declineApproval(state, { ...unitYear, reason }, ['thu_truong'], at);
};

describe('asking for the head’s approval', () => {
  it('lays a complete file before the head, and says who asked', () =>
    given(...complete)
      .when(request())
      .thenEvents(requested));

  it('names every component that is still undeclared; what the system counts is not among them', () => {
    given(opened, ...all.slice(2))
      .when(request())
      .thenFails(DeclarationsAreMissing, { components: [{ component: '1.1.1' }, { component: '1.1.2' }] });
    given(opened)
      .when(request())
      .thenFails(DeclarationsAreMissing, {
        components: [
          { component: '1.1.1' },
          { component: '1.1.2' },
          { component: '1.1.3' },
          { component: '1.1.4' },
          { component: '1.1.5' },
          { component: '2.1.3' },
        ],
      });
  });

  it('happens once until the head answers, and not after submission', () => {
    given(...awaiting)
      .when(request())
      .thenFails(AssessmentAwaitsApproval);
    given(...awaiting, submitted)
      .when(request())
      .thenFails(AssessmentIsLocked);
    given().when(request()).thenFails(AssessmentNotOpened);
  });

  it('is needed again after the head declined, and after a return', () => {
    given(...awaiting, declined)
      .when(request())
      .thenEvents(requested);
    given(...awaiting, submitted, returned)
      .when(request())
      .thenEvents(requested);
    given(...awaiting, submitted, returned)
      .when(submit())
      .thenFails(ApprovalIsNotRequested);
  });
});

describe('submitting', () => {
  it('locks a file that lies before the head, and says who approved', () =>
    given(...awaiting)
      .when(submit())
      .thenEvents(submitted));

  it('needs somebody to have asked for the approval', () => {
    given(...complete)
      .when(submit())
      .thenFails(ApprovalIsNotRequested);
    given(...awaiting, declined)
      .when(submit())
      .thenFails(ApprovalIsNotRequested);
  });

  it('is not for whoever entered a figure, be it years ago or by delegation', () => {
    given(...awaiting)
      .when(submit(['chuyen_vien']))
      .thenFails(ApproverEnteredFigures, { account: 'chuyen_vien' });
    given(...awaiting)
      .when(submit(['thu_ky', 'chuyen_vien']))
      .thenFails(ApproverEnteredFigures);
    given(opened, declared('1.1.1', ['nguoi_khac', 'thu_truong']), ...all, requested)
      .when(submit())
      .thenFails(ApproverEnteredFigures, { account: 'thu_truong' });
  });

  it('is not for whoever asked for the approval, this time or before, nor by delegation', () => {
    given(...awaiting)
      .when(submit(['thu_truong', 'chanh_van_phong']))
      .thenFails(ApproverAskedForApproval, { account: 'chanh_van_phong' });
    const again = approvalRequested.of({ ...unitYear, requestedBy: ['nguoi_khac'] });
    given(...awaiting, declined, again)
      .when(submit(['chanh_van_phong']))
      .thenFails(ApproverAskedForApproval);
  });

  it('happens once, on an open file', () => {
    given(...awaiting, submitted)
      .when(submit())
      .thenFails(AssessmentIsLocked);
    given().when(submit()).thenFails(AssessmentNotOpened);
  });

  it('is still read in histories from before approval was a step of its own', () =>
    given(...complete, submitted)
      .when(request())
      .thenFails(AssessmentIsLocked, { phase: 'submitted' }));
});

describe('declining', () => {
  it('gives the file back with a reason, and says who declined', () => {
    given(...awaiting)
      .when(decline())
      .thenEvents(declined);
    given(...awaiting)
      .when(decline(' '))
      .thenFails(TextIsInvalid);
  });

  it('needs a file that lies before the head', () => {
    given(...complete)
      .when(decline())
      .thenFails(ApprovalIsNotRequested);
    given(...awaiting, submitted)
      .when(decline())
      .thenFails(AssessmentIsLocked);
    given().when(decline()).thenFails(AssessmentNotOpened);
  });
});

describe.each([
  ['the deadline', submitBy, []],
  ['the deadline of an extension', extendedTo, [extended]],
])('%s', (_, deadline, granted) => {
  const at = (seconds: number) => new Date(Date.parse(deadline) + seconds * 1000).toISOString();
  const acts = [
    ['asking', [...complete, ...granted], (instant: string) => request(undefined, instant), requested],
    ['submitting', [...awaiting, ...granted], (instant: string) => submit(undefined, instant), submitted],
    ['declining', [...awaiting, ...granted], (instant: string) => decline(undefined, instant), declined],
  ] as const;

  it.each(acts)('lets %s happen 1 s before it, and neither at it nor 1 s after', (_act, history, act, event) => {
    given(...history)
      .when(act(at(-1)))
      .thenEvents(event);
    for (const seconds of [0, 1])
      given(...history)
        .when(act(at(seconds)))
        .thenFails(SubmissionDeadlinePassed, { submitBy: deadline, now: at(seconds) });
  });
});
