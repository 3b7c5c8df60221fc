import { type DataOf, TextIsInvalid } from '@app/kernel';
import { decisionSpec, writeRuleset, writeRulesetRef } from '@app/testing';
import { AppraisalIsNotClosed, NotApplicableIsRefused, PointsHaveChanged } from './appraisal.errors';
import { type Assessment, assessment } from './assessment';
import { AssessmentNotOpened, ComponentIsCounted, PointsOutOfRange, UnknownComponent } from './assessment.errors';
import {
  appraisalAdjusted,
  appraisalClosed,
  appraisalConfirmed,
  assessmentOpened,
  pointsRuled,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from './assessment.events';
import { councilDecided } from './council.events';
import { explanationAsked, explanationGiven } from './explanation.events';
import { rulePoints, type Ruler, type Ruling } from './ruling';
import {
  CaseConcernsAnotherComponent,
  CaseIsNotUpheld,
  NothingIsRuled,
  RulerIsInvolved,
  RulingIsNotSigned,
  RulingPrecedesConclusion,
} from './ruling.errors';

const { given } = decisionSpec(assessment);
const unitYear = { year: 2024, unitId: 'so_noi_vu' };
const appraiseBy = '2025-03-15T10:00:00.000Z';
const now = '2025-04-20T02:00:00.000Z';
const file = [
  assessmentOpened.of({
    ...unitYear,
    blockId: 'so_nganh',
    ruleset: writeRulesetRef,
    submitBy: '2025-01-15T10:00:00.000Z',
    appraiseBy,
  }),
  selfScoreRecorded.of({
    ...unitYear,
    component: '1.1.3',
    declaration: { kind: 'points', points: '3' },
    points: '3',
    overrideReason: null,
    evidence: [],
    explanation: null,
    enteredBy: ['chuyen_vien', 'truong_phong'],
  }),
  selfAssessmentSubmitted.of({ ...unitYear, approvedBy: ['thu_truong'] }),
  appraisalConfirmed.of({ ...unitYear, component: '1.1.1', round: 1, points: '1' }),
  appraisalAdjusted.of({
    ...unitYear,
    component: '1.1.3',
    round: 1,
    from: '3',
    to: '1',
    reasonCode: 'x',
    reason: 'Thiếu tài liệu',
  }),
];
const closed = [...file, appraisalClosed.of({ ...unitYear, round: 1 })];
const told = {
  ...unitYear,
  component: '1.1.3',
  from: '1',
  to: '2.5',
  case: { kind: 'score-objection', caseId: 'kn-01' },
  decision: { number: '15/QĐ-HĐTĐ', signedOn: '2025-04-20', signer: 'Chủ tịch Hội đồng' },
  reason: 'Tài liệu bổ sung chứng minh được nội dung',
} as const satisfies DataOf<typeof pointsRuled>;
const upheld = { kind: 'score-objection', outcome: 'upheld', component: '1.1.3', closedOn: '2025-04-18' } as const;
const ruling: Ruling = { ...told, conclusion: upheld };
const ruled = (change: Partial<DataOf<typeof pointsRuled>> = {}) => pointsRuled.of({ ...told, ...change });
const council: Ruler = { accounts: ['thu_ky'], unitId: null, appraisers: ['tham_dinh_vien'] };
const rule =
  (change: Partial<Ruling> = {}, ruler = council, at = now) =>
  (state: Assessment) =>
    rulePoints(state, { ...ruling, ...change }, writeRuleset, ruler, at);

describe('a decision on an upheld case', () => {
  it('gives other points, also long after the appraisal deadline, and keeps what was seen', () =>
    given(...closed)
      .when(rule())
      .thenEvents(ruled()));

  it('may be followed by another one, which starts from what then stands', () => {
    const other = { from: '2.5', to: '3', case: { kind: 'complaint', caseId: 'kn-02' } } as const;
    given(...closed, ruled())
      .when(rule({ ...other, conclusion: { ...upheld, kind: 'complaint', component: null } }))
      .thenEvents(ruled(other));
    given(...closed, ruled())
      .when(rule({ to: '3' }))
      .thenFails(PointsHaveChanged, { seen: '1', present: '2.5' });
  });

  it('answers each of several cases about one component, also where it leaves the points that another ruling gave', () => {
    const second = { from: '2.5', to: '2.5', case: { kind: 'score-objection', caseId: 'kn-02' } } as const;
    given(...closed, ruled())
      .when(rule(second))
      .thenEvents(ruled(second));
    given(...closed, ruled(), ruled(second))
      .when(rule({ ...second, case: { kind: 'score-objection', caseId: 'kn-03' } }))
      .thenEvents(ruled({ ...second, case: { kind: 'score-objection', caseId: 'kn-03' } }));
  });

  it('answers no case twice alike, and is the first on a component only with other points', () => {
    const second = { from: '2.5', to: '2.5', case: { kind: 'score-objection', caseId: 'kn-02' } } as const;
    given(...closed, ruled())
      .when(rule({ from: '2.5', to: '2.50' }))
      .thenFails(NothingIsRuled);
    given(...closed, ruled(), ruled(second))
      .when(rule(second))
      .thenFails(NothingIsRuled);
    given(...closed, ruled(), ruled(second))
      .when(rule({ from: '2.5', to: '2' }))
      .thenEvents(ruled({ from: '2.5', to: '2' }));
    given(...closed)
      .when(rule({ to: '1' }))
      .thenFails(NothingIsRuled);
  });

  it('starts from what the council decided, and stands above it', () => {
    const decided = councilDecided.of({
      ...{ ...unitYear, component: '1.1.3', from: '1', to: '2', reason: 'Đủ căn cứ' },
      minutes: { number: '12/BB-HĐTĐ', heldOn: '2025-03-20' },
      votes: { for: 5, against: 1, abstained: 1 },
    });
    given(...closed, decided)
      .when(rule({ from: '2' }))
      .thenEvents(ruled({ from: '2' }));
    given(...closed, decided)
      .when(rule())
      .thenFails(PointsHaveChanged, { seen: '1', present: '2' });
    given(...closed, decided, ruled({ from: '2' }))
      .when(rule({ from: '2', to: '3' }))
      .thenFails(PointsHaveChanged, { seen: '2', present: '2.5' });
  });

  it('waits until the appraisal is closed', () => {
    given().when(rule()).thenFails(AssessmentNotOpened);
    given(...file)
      .when(rule())
      .thenFails(AppraisalIsNotClosed);
  });

  it.each([
    ['nobody knows, or that is still open', null],
    ['was rejected', { ...upheld, outcome: 'rejected' }],
    ['was withdrawn', { ...upheld, outcome: 'withdrawn' }],
    ['is of another kind than is said', { ...upheld, kind: 'complaint' }],
  ])('rests on no case that %s', (_, conclusion) =>
    given(...closed)
      .when(rule({ conclusion }))
      .thenFails(CaseIsNotUpheld, { kind: 'score-objection', caseId: 'kn-01' }),
  );

  it('is about the component that the case was about, where it was about one', () => {
    given(...closed)
      .when(rule({ conclusion: { ...upheld, component: '1.1.1' } }))
      .thenFails(CaseConcernsAnotherComponent, { concerns: '1.1.1', component: '1.1.3' });
    given(...closed)
      .when(rule({ conclusion: { ...upheld, component: null } }))
      .thenEvents(ruled());
  });

  it('changes what stands, and only to what the rule allows', () => {
    const refuse = (change: Partial<Ruling>) =>
      given(...closed).when(rule({ conclusion: { ...upheld, component: null }, ...change }));
    refuse({ to: '1.0' }).thenFails(NothingIsRuled);
    refuse({ to: '3.01' }).thenFails(PointsOutOfRange, { max: '3' });
    refuse({ to: '-0.1' }).thenFails(PointsOutOfRange, { min: '0' });
    refuse({ component: '1.1.1', to: null }).thenFails(NotApplicableIsRefused);
    refuse({ component: '9.9.9' }).thenFails(UnknownComponent);
    refuse({ reason: ' ' }).thenFails(TextIsInvalid);
  });

  it('may let the component out where the rule does', () =>
    given(...closed)
      .when(rule({ to: null }))
      .thenEvents(ruled({ to: null })));

  it.each(['2.1.1', '2.1.2'])('leaves alone what the system counts (%s): that is mended where it is counted', (code) =>
    given(...closed)
      .when(rule({ component: code, from: null, conclusion: { ...upheld, component: code } }))
      .thenFails(ComponentIsCounted),
  );

  it('is recorded by nobody of the unit, nobody who entered, approved or explained figures, and nobody who appraised the component', () => {
    const refuse = (ruler: Partial<Ruler>) => given(...closed).when(rule({}, { ...council, ...ruler }));
    refuse({ unitId: unitYear.unitId }).thenFails(RulerIsInvolved, { how: 'belongs' });
    given(...closed)
      .when(rule({ conclusion: null }, { ...council, unitId: unitYear.unitId }))
      .thenFails(RulerIsInvolved, { how: 'belongs' });
    refuse({ accounts: ['thu_ky', 'truong_phong'] }).thenFails(RulerIsInvolved, {
      who: 'truong_phong',
      how: 'entered',
    });
    refuse({ accounts: ['thu_truong'] }).thenFails(RulerIsInvolved, { who: 'thu_truong', how: 'entered' });
    refuse({ accounts: ['tham_dinh_vien'] }).thenFails(RulerIsInvolved, { who: 'tham_dinh_vien', how: 'appraised' });
    const question = { ...unitYear, explanationId: 'gt_1', component: '1.1.3' };
    const answerBy = '2025-03-01T00:00:00.000Z';
    const due = { answerBy, asked: { answerBy } };
    const asked = explanationAsked.of({ ...question, round: 1, question: 'x', ...due });
    const answer = explanationGiven.of({ ...question, text: 'x', evidence: [], givenBy: ['thu_ky'] });
    given(...file, asked, answer, ...closed.slice(-1))
      .when(rule())
      .thenFails(RulerIsInvolved, { who: 'thu_ky', how: 'entered' });
  });

  it('is signed by now, as days are counted in Vietnam', () => {
    given(...closed)
      .when(rule({}, council, '2025-04-19T16:59:59.999Z'))
      .thenFails(RulingIsNotSigned, { today: '2025-04-19' });
    given(...closed)
      .when(rule({}, council, '2025-04-19T17:00:00.000Z'))
      .thenEvents(ruled());
  });

  it('is signed on the day on which the case was concluded, or later', () => {
    given(...closed)
      .when(rule({ conclusion: { ...upheld, closedOn: '2025-04-20' } }))
      .thenEvents(ruled());
    given(...closed)
      .when(rule({ conclusion: { ...upheld, closedOn: '2025-04-21' } }))
      .thenFails(RulingPrecedesConclusion, { signedOn: '2025-04-20', closedOn: '2025-04-21' });
  });
});
