import { IdentifierIsInvalid, InstantDoesNotExist, TextIsInvalid, workingCalendar } from '@app/kernel';
import { decisionSpec, writeRuleset } from '@app/testing';
import {
  appraiseBy,
  calendar,
  declared as declaredOf,
  opened,
  returned as returnedUntil,
  submitted,
  unitYear,
} from '../test/file-of-so-noi-vu';
import { closeAppraisal } from './appraisal-course';
import { confirmAppraisal } from './appraisal';
import {
  AppraisalDeadlinePassed,
  AppraisalIsClosed,
  AppraiserEnteredFigures,
  AssessmentIsNotSubmitted,
  OwnUnitAppraised,
  RoundOutOfOrder,
} from './appraisal.errors';
import { fieldAppraisalClosed } from './appraisal.events';
import type { Appraiser } from './appraiser';
import { type Assessment, assessment } from './assessment';
import { AssessmentNotOpened, ComponentIsCounted, UnknownComponent } from './assessment.errors';
import { appraisalClosed, appraisalConfirmed } from './assessment.events';
import { EvidenceIsEmpty, EvidenceIsNotIssued, EvidenceIsTooLate } from './evidence.errors';
import { askExplanation, type ExplanationAnswer, type ExplanationRequest, giveExplanation } from './explanation';
import {
  AnswerDeadlineDoesNotFit,
  ExplanationAlreadyAsked,
  ExplanationAlreadyGiven,
  ExplanationDeadlinePassed,
  ExplanationIsAwaited,
  ExplanationIsUnknown,
} from './explanation.errors';
import { explanationAsked, explanationGiven } from './explanation.events';
import { FieldIsClosed, FieldIsNotYours, RoundIsOpen } from './field.errors';
import { closeFieldAppraisal } from './field-closure';

const { given } = decisionSpec(assessment);
const now = '2025-02-10T02:00:00.000Z';
const answerBy = '2025-02-17T10:00:00.000Z';
const secondsFrom = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();
const fields = { '1': ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'], '2': ['2.1.3'] } as const;
const codes = [...fields['1'], ...fields['2']];
const declared = codes.map((component) => declaredOf(component));
const file = [opened, ...declared, submitted];
const confirmed = codes.map((component) => appraisalConfirmed.of({ ...unitYear, component, round: 1, points: '1' }));
const agencies = { leadAgencies: [{ name: 'Sở Nội vụ', unitId: null }] };
const fieldClosed = (field: keyof typeof fields) =>
  fieldAppraisalClosed.of({ ...unitYear, field, round: 1, ...agencies, components: fields[field] });
const closed = appraisalClosed.of({ ...unitYear, round: 1 });

const asking: ExplanationRequest = {
  ...unitYear,
  explanationId: 'gt_1',
  component: '1.1.1',
  round: 1,
  question: 'Kế hoạch ban hành ngày nào?',
  answerBy,
};
const askedOf = (request: ExplanationRequest) =>
  explanationAsked.of({ ...request, asked: { answerBy: request.answerBy } });
const asked = askedOf(asking);
const extra = { sha256: 'b'.repeat(64), name: 'Bổ sung.pdf', issuer: null, number: null, issuedOn: '2024-12-20' };
const answering: ExplanationAnswer = { ...unitYear, explanationId: 'gt_1', text: 'Ngày 20/12', evidence: [extra] };
const answered = explanationGiven.of({ ...answering, component: '1.1.1', givenBy: ['chanh_van_phong'] });
const appraiser: Appraiser = { accounts: ['tham_dinh_vien'], unitId: null, fields: null };

const ask = (change: Partial<ExplanationRequest> = {}, by = appraiser, at = now) => {
  return (state: Assessment) => askExplanation(state, { ...asking, ...change }, writeRuleset, by, calendar, at);
};
const give = (change: Partial<ExplanationAnswer> = {}, at = now) => {
  return (state: Assessment) =>
    giveExplanation(state, { ...answering, ...change }, writeRuleset, ['chanh_van_phong'], at);
};
const closeField = (field: keyof typeof fields, at = now) => {
  const closure = { ...unitYear, field, round: 1, leadAgency: null, ownAgencies: [] };
  return (state: Assessment) => closeFieldAppraisal(state, closure, writeRuleset, appraiser, at);
};
const close = (at = now) => {
  return (state: Assessment) => closeAppraisal(state, unitYear, writeRuleset, appraiser, at);
};

describe('asking for an explanation', () => {
  it('names the component, the round, what is asked and until when', () =>
    given(...file)
      .when(ask())
      .thenEvents(asked));

  it('goes on as often as it takes, each time under its own id', () => {
    const more = { explanationId: 'gt_2', question: 'Và kết quả?' };
    given(...file, asked, answered)
      .when(ask(more))
      .thenEvents(askedOf({ ...asking, ...more }));
    given(...file, asked, answered)
      .when(ask())
      .thenFails(ExplanationAlreadyAsked, { explanationId: 'gt_1' });
    given(...file)
      .when(ask({ explanationId: 'GT-1' }))
      .thenFails(IdentifierIsInvalid);
    given(...file)
      .when(ask({ question: ' ' }))
      .thenFails(TextIsInvalid);
  });

  it.each([
    ['1 s after now', secondsFrom(now, 1)],
    ['at the appraisal deadline', appraiseBy],
  ])('lets the answer be due %s', (_, due) =>
    given(...file)
      .when(ask({ answerBy: due }))
      .thenEvents(askedOf({ ...asking, answerBy: due })),
  );

  it.each([
    ['now', now],
    ['1 s ago', secondsFrom(now, -1)],
    ['1 s after the appraisal deadline', secondsFrom(appraiseBy, 1)],
  ])('lets no answer be due %s', (_, due) =>
    given(...file)
      .when(ask({ answerBy: due }))
      .thenFails(AnswerDeadlineDoesNotFit, { answerBy: due }),
  );

  it('lets an answer that falls in Tết be due with the end of the first working day after it', () => {
    const january = '2025-01-20T02:00:00.000Z';
    const inTet = { answerBy: '2025-02-03T10:00:00.000Z' };
    const inEffect = '2025-02-06T17:00:00.000Z';
    const moved = explanationAsked.of({ ...asking, answerBy: inEffect, asked: inTet });
    given(...file)
      .when(ask(inTet, appraiser, january))
      .thenEvents(moved);
    given(...file, moved)
      .when(give({}, secondsFrom(inEffect, -1)))
      .thenEvents(answered);
    for (const seconds of [0, 1])
      given(...file, moved)
        .when(give({}, secondsFrom(inEffect, seconds)))
        .thenFails(ExplanationDeadlinePassed, { answerBy: inEffect });
  });

  it('lets no day off take an answer beyond the appraisal deadline', () => {
    const swapped = workingCalendar({
      year: 2025,
      holidays: [{ name: 'Nghỉ hoán đổi (mẫu)', from: '2025-03-13', until: '2025-03-13' }],
      workingDays: [],
    });
    const late = { ...asking, answerBy: '2025-03-13T10:00:00.000Z' };
    given(...file)
      .when((state) => askExplanation(state, late, writeRuleset, appraiser, swapped, now))
      .thenFails(AnswerDeadlineDoesNotFit, { answerBy: '2025-03-14T17:00:00.000Z', appraiseBy });
  });

  it('takes only an instant that is one', () =>
    given(...file)
      .when(ask({ answerBy: '2025-02-17' }))
      .thenFails(InstantDoesNotExist));

  it('is about what a unit declares and an appraiser may still speak on', () => {
    given(...file)
      .when(ask({ component: '9.9' }))
      .thenFails(UnknownComponent);
    given(...file)
      .when(ask({ component: '2.1.1' }))
      .thenFails(ComponentIsCounted);
    given(...file)
      .when(ask({ round: 2 }))
      .thenFails(RoundOutOfOrder);
    given(...file, ...confirmed)
      .when(ask({ round: 2 }))
      .thenFails(RoundIsOpen);
    given(...file, ...confirmed, fieldClosed('1'))
      .when(ask())
      .thenFails(FieldIsClosed);
    given(...file, ...confirmed, fieldClosed('1'))
      .when(ask({ round: 2 }))
      .thenEvents(askedOf({ ...asking, round: 2 }));
    given(...file, ...confirmed, fieldClosed('1'), fieldClosed('2'), closed)
      .when(ask())
      .thenFails(AppraisalIsClosed);
  });

  it('begins no round: that is for the first word', () =>
    given(...file, ...confirmed, fieldClosed('1'), askedOf({ ...asking, round: 2 }))
      .when((state) =>
        confirmAppraisal(state, { ...unitYear, component: '1.1.1', round: 3 }, writeRuleset, appraiser, now),
      )
      .thenFails(RoundOutOfOrder, { present: 1 }));

  it('is for an appraiser of the field, in time, of a submitted file, never for the unit itself', () => {
    given(...file)
      .when(ask({}, { ...appraiser, fields: ['2'] }))
      .thenFails(FieldIsNotYours);
    given(...file)
      .when(ask({}, { ...appraiser, unitId: 'so_noi_vu' }))
      .thenFails(OwnUnitAppraised);
    given(...file)
      .when(ask({}, appraiser, appraiseBy))
      .thenFails(AppraisalDeadlinePassed);
    given(opened, ...declared)
      .when(ask())
      .thenFails(AssessmentIsNotSubmitted);
  });
});

describe('explaining', () => {
  it('answers with a text and what evidence there is to add', () => {
    given(...file, asked)
      .when(give())
      .thenEvents(answered);
    given(...file, asked)
      .when(give({ evidence: [] }))
      .thenEvents(explanationGiven.of({ ...answered.data, evidence: [] }));
    given(...file, asked)
      .when(give({ text: '' }))
      .thenFails(TextIsInvalid);
  });

  it('checks evidence as that of any declaration', () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    given(...file, asked)
      .when(give({ evidence: [{ ...extra, sha256: empty }] }))
      .thenFails(EvidenceIsEmpty);
    given(...file, asked)
      .when(give({ evidence: [{ ...extra, issuedOn: '2025-01-01' }] }))
      .thenFails(EvidenceIsTooLate);
    given(...file, asked)
      .when(give({ evidence: [{ ...extra, issuedOn: '2024-12-31' }] }, '2024-12-30T00:00:00.000Z'))
      .thenFails(EvidenceIsNotIssued);
  });

  it('needs a question, and happens once', () => {
    given(...file)
      .when(give())
      .thenFails(ExplanationIsUnknown, { explanationId: 'gt_1' });
    given(...file, asked, answered)
      .when(give())
      .thenFails(ExplanationAlreadyGiven);
    given().when(give()).thenFails(AssessmentNotOpened);
  });

  it('is in time 1 s before the instant that was given, and neither at it nor 1 s after', () => {
    given(...file, asked)
      .when(give({}, secondsFrom(answerBy, -1)))
      .thenEvents(answered);
    for (const seconds of [0, 1])
      given(...file, asked)
        .when(give({}, secondsFrom(answerBy, seconds)))
        .thenFails(ExplanationDeadlinePassed, { answerBy, now: secondsFrom(answerBy, seconds) });
  });

  it('goes on while the file is back with the unit, and ends with the appraisal', () => {
    const returned = returnedUntil('2025-02-20T10:00:00.000Z');
    given(...file, asked, returned)
      .when(give())
      .thenEvents(answered);
    given(...file, asked, closed)
      .when(give())
      .thenFails(AppraisalIsClosed);
  });

  it('makes nobody an appraiser of what he explained', () =>
    given(...file, asked, answered)
      .when(ask({ explanationId: 'gt_2' }, { ...appraiser, accounts: ['chanh_van_phong'] }))
      .thenFails(AppraiserEnteredFigures, { account: 'chanh_van_phong' }));
});

describe('a question that waits', () => {
  const judged = [...file, ...confirmed, asked];

  it('keeps its field open until it is answered, and no other', () => {
    given(...judged)
      .when(closeField('1'))
      .thenFails(ExplanationIsAwaited, { components: [{ component: '1.1.1' }] });
    given(...judged)
      .when(closeField('2'))
      .thenEvents(fieldClosed('2'));
    given(...judged, answered)
      .when(closeField('1'))
      .thenEvents(fieldClosed('1'));
  });

  it('lapses at its instant: not 1 s before, at it and from then on', () => {
    given(...judged)
      .when(closeField('1', secondsFrom(answerBy, -1)))
      .thenFails(ExplanationIsAwaited);
    for (const seconds of [0, 1])
      given(...judged)
        .when(closeField('1', secondsFrom(answerBy, seconds)))
        .thenEvents(fieldClosed('1'));
  });

  it('keeps the appraisal open, though every field is closed', () => {
    const again = askedOf({ ...asking, round: 2 });
    const done = [...file, ...confirmed, fieldClosed('1'), fieldClosed('2'), again];
    given(...done)
      .when(close())
      .thenFails(ExplanationIsAwaited);
    given(...done)
      .when(close(answerBy))
      .thenEvents(closed);
    given(...done, answered)
      .when(close())
      .thenEvents(closed);
  });

  it('waits beside another on the same component until both are answered', () =>
    given(...judged, askedOf({ ...asking, explanationId: 'gt_2' }), answered)
      .when(closeField('1'))
      .thenFails(ExplanationIsAwaited, { components: [{ component: '1.1.1' }] }));

  it('hinders no word on the component', () =>
    given(...file, asked)
      .when((state) =>
        confirmAppraisal(state, { ...unitYear, component: '1.1.1', round: 1 }, writeRuleset, appraiser, now),
      )
      .thenEvents(appraisalConfirmed.of({ ...unitYear, component: '1.1.1', round: 1, points: '1' })));
});
