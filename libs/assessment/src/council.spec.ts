import { DateDoesNotExist, TextIsInvalid } from '@app/kernel';
import { decisionSpec, writeRuleset } from '@app/testing';
import { declared, opened, submitted, unitYear } from '../test/file-of-so-noi-vu';
import { AppraisalIsNotClosed, NotApplicableIsRefused, PointsHaveChanged } from './appraisal.errors';
import { type Assessment, assessment } from './assessment';
import { AssessmentNotOpened, ComponentIsCounted, PointsOutOfRange, UnknownComponent } from './assessment.errors';
import { appraisalAdjusted, appraisalClosed, appraisalConfirmed, pointsRuled } from './assessment.events';
import { type CouncilClerk, type CouncilDecision, decideByCouncil } from './council';
import {
  CouncilAppraised,
  CouncilEnteredFigures,
  CouncilHasNotMet,
  CouncilTimeIsOver,
  DecisionIsNotCarried,
  OwnUnitDecided,
  PointsAreRuled,
  ResultsAreRecorded,
  VotesAreInvalid,
} from './council.errors';
import { councilDecided } from './council.events';
import { explanationAsked, explanationGiven } from './explanation.events';

const { given } = decisionSpec(assessment);
const now = '2025-03-20T02:00:00.000Z';
const confirmed = appraisalConfirmed.of({ ...unitYear, component: '1.1.3', round: 1, points: '1' });
const lowered = appraisalAdjusted.of({
  ...{ ...unitYear, component: '1.1.2', round: 1, from: '1', to: '0.5' },
  ...{ reasonCode: 'x', reason: 'Thiếu tài liệu' },
});
const appraised = [opened, declared('1.1.2'), declared('1.1.3'), submitted, confirmed, lowered];
const closed = [...appraised, appraisalClosed.of({ ...unitYear, round: 1 })];

const carried = {
  ...{ ...unitYear, component: '1.1.2', from: '0.5', to: '1' },
  minutes: { number: '12/BB-HĐTĐ', heldOn: '2025-03-18' },
  votes: { for: 5, against: 1, abstained: 1 },
  reason: 'Tài liệu bổ sung đủ căn cứ',
};
const decision: CouncilDecision = { ...carried, resultsRecorded: false, objectUntil: null };
const decided = (change: Partial<Parameters<typeof councilDecided.of>[0]> = {}) =>
  councilDecided.of({ ...carried, ...change });
const clerk: CouncilClerk = { accounts: ['thu_ky'], unitId: null, appraisers: ['tham_dinh_vien'] };
const decide = (change: Partial<CouncilDecision> = {}, by: Partial<CouncilClerk> = {}, at = now) => {
  return (state: Assessment) =>
    decideByCouncil(state, { ...decision, ...change }, writeRuleset, { ...clerk, ...by }, at);
};

describe('a decision of the council', () => {
  it('gives points by its minutes and votes, also after the appraisal deadline', () =>
    given(...closed)
      .when(decide())
      .thenEvents(decided()));

  it('comes after the appraisal, before results are on record', () => {
    given(...appraised)
      .when(decide())
      .thenFails(AppraisalIsNotClosed);
    given(opened).when(decide()).thenFails(AppraisalIsNotClosed);
    given().when(decide()).thenFails(AssessmentNotOpened);
    given(...closed)
      .when(decide({ resultsRecorded: true }))
      .thenFails(ResultsAreRecorded);
  });

  it('comes before the time to object to what was announced is over', () => {
    given(...closed)
      .when(decide({ objectUntil: '2025-03-20T02:00:00.001Z' }))
      .thenEvents(decided());
    given(...closed)
      .when(decide({ objectUntil: now }))
      .thenFails(CouncilTimeIsOver, { objectUntil: now });
  });

  it('is about the points that the council saw', () => {
    given(...closed)
      .when(decide({ from: '1' }))
      .thenFails(PointsHaveChanged, { seen: '1', present: '0.5' });
    given(...closed, decided())
      .when(decide())
      .thenFails(PointsHaveChanged, { seen: '0.5', present: '1' });
    given(...closed, decided())
      .when(decide({ from: '1.00', to: '2/4' }))
      .thenEvents(decided({ from: '1', to: '0.5' }));
  });

  it('gives way to points by a decision on an upheld case, which stand above it', () => {
    const ruled = pointsRuled.of({
      ...{ ...unitYear, component: '1.1.2', from: '0.5', to: '1.5', reason: 'Đã xem xét lại' },
      case: { kind: 'score-objection', caseId: 'kn-01' },
      decision: { number: '15/QĐ', signedOn: '2025-03-19', signer: 'Chủ tịch Hội đồng' },
    });
    given(...closed, ruled)
      .when(decide({ from: '1.5' }))
      .thenFails(PointsAreRuled, { component: '1.1.2' });
    given(...closed, ruled)
      .when(decide({ component: '1.1.3', from: '1', to: '0' }))
      .thenEvents(decided({ component: '1.1.3', from: '1', to: '0' }));
  });

  it('may leave the points as they are', () =>
    given(...closed)
      .when(decide({ to: '0.5' }))
      .thenEvents(decided({ to: '0.5' })));

  it('stays within the limits of the rule, and leaves out only what may be left out', () => {
    given(...closed)
      .when(decide({ to: '2.01' }))
      .thenFails(PointsOutOfRange, { max: '2' });
    given(...closed)
      .when(decide({ to: null }))
      .thenFails(NotApplicableIsRefused);
    given(...closed)
      .when(decide({ component: '1.1.3', from: '1', to: null }))
      .thenEvents(decided({ component: '1.1.3', from: '1', to: null }));
  });

  it('is about what appraisers judge', () => {
    given(...closed)
      .when(decide({ component: '9.9' }))
      .thenFails(UnknownComponent);
    given(...closed)
      .when(decide({ component: '2.1.1' }))
      .thenFails(ComponentIsCounted);
  });

  it.each([
    ['one vote more', { for: 3, against: 2, abstained: 0 }],
    ['one vote, all others abstaining', { for: 1, against: 0, abstained: 6 }],
  ])('is carried by %s', (_, votes) =>
    given(...closed)
      .when(decide({ votes }))
      .thenEvents(decided({ votes })),
  );

  it.each([
    ['as many against', { for: 3, against: 3, abstained: 1 }],
    ['more against', { for: 2, against: 3, abstained: 0 }],
    ['nobody voting', { for: 0, against: 0, abstained: 7 }],
  ])('is not carried with %s', (_, votes) =>
    given(...closed)
      .when(decide({ votes }))
      .thenFails(DecisionIsNotCarried),
  );

  it.each([
    ['half a vote', { for: 2.5, against: 0, abstained: 0 }],
    ['less than none', { for: 3, against: -1, abstained: 0 }],
    ['no number', { for: 3, against: 0, abstained: NaN }],
  ])('knows no %s', (_, votes) =>
    given(...closed)
      .when(decide({ votes }))
      .thenFails(VotesAreInvalid),
  );

  it('names the minutes of a sitting that was held, and a reason', () => {
    given(...closed)
      .when(decide({ minutes: { number: '1', heldOn: '2025-03-20' } }))
      .thenEvents(decided({ minutes: { number: '1', heldOn: '2025-03-20' } }));
    given(...closed)
      .when(decide({ minutes: { number: '1', heldOn: '2025-03-21' } }))
      .thenFails(CouncilHasNotMet, { heldOn: '2025-03-21', today: '2025-03-20' });
    given(...closed)
      .when(decide({ minutes: { number: '1', heldOn: '2025-02-30' } }))
      .thenFails(DateDoesNotExist);
    given(...closed)
      .when(decide({ minutes: { number: ' ', heldOn: '2025-03-18' } }))
      .thenFails(TextIsInvalid);
    given(...closed)
      .when(decide({ reason: '' }))
      .thenFails(TextIsInvalid);
  });

  it('is entered by nobody of the unit, nobody who entered, approved or explained its figures, nobody who appraised them', () => {
    given(...closed)
      .when(decide({}, { unitId: 'so_noi_vu' }))
      .thenFails(OwnUnitDecided);
    given(...closed)
      .when(decide({}, { accounts: ['thu_ky', 'chuyen_vien'] }))
      .thenFails(CouncilEnteredFigures, { account: 'chuyen_vien' });
    given(...closed)
      .when(decide({}, { accounts: ['thu_ky', 'thu_truong'] }))
      .thenFails(CouncilEnteredFigures, { account: 'thu_truong' });
    given(...closed)
      .when(decide({}, { accounts: ['thu_ky', 'tham_dinh_vien'] }))
      .thenFails(CouncilAppraised, { account: 'tham_dinh_vien', component: '1.1.2' });
    const question = { ...unitYear, explanationId: 'gt_1', component: '1.1.2' };
    const answerBy = '2025-03-01T00:00:00.000Z';
    const due = { answerBy, asked: { answerBy } };
    const asked = explanationAsked.of({ ...question, round: 1, question: 'x', ...due });
    const answer = explanationGiven.of({ ...question, text: 'x', evidence: [], givenBy: ['thu_ky'] });
    given(...appraised, asked, answer, ...closed.slice(-1))
      .when(decide())
      .thenFails(CouncilEnteredFigures, { account: 'thu_ky' });
  });
});
