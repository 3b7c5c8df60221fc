import { DomainError, fold } from '@app/kernel';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import { type Assessment, assessment, openAssessment } from './assessment';
import { adjustAppraisal, confirmAppraisal } from './appraisal';
import { closeAppraisal, returnSelfAssessment } from './appraisal-course';
import {
  appraisalClosed,
  appraisalConfirmed,
  type AssessmentEvent,
  assessmentOpened,
  pointsRuled,
  selfAssessmentReturned,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from './assessment.events';
import { rulePoints } from './ruling';
import { grantExtension, recordSelfScore, submitSelfAssessment } from './self-assessment';

const unitYear = { year: 2024, unitId: 'so_noi_vu' };
const submitBy = '2025-01-15T10:00:00.000Z';
const opening = {
  ...unitYear,
  blockId: 'b',
  ruleset: writeRulesetRef,
  submitBy,
  appraiseBy: '2025-03-15T10:00:00.000Z',
};
const codes = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '2.1.3'];
const rest = { overrideReason: null, evidence: [], explanation: null, enteredBy: ['chuyen_vien'] };
const declared = codes.map((component) =>
  selfScoreRecorded.of({ ...unitYear, component, declaration: { kind: 'points', points: '1' }, points: '1', ...rest }),
);
const confirmed = codes.map((component) => appraisalConfirmed.of({ ...unitYear, component, round: 1, points: '1' }));
const submitted = selfAssessmentSubmitted.of(unitYear);
const closed = appraisalClosed.of({ ...unitYear, round: 1 });
const later = '2025-01-20T10:00:00.000Z';

const ruling = {
  ...unitYear,
  component: '1.1.3',
  case: { kind: 'score-objection', caseId: 'k1' },
  decision: { number: '1/QĐ', signedOn: '2025-01-09', signer: 'x' },
  reason: 'x',
} as const;

const declaring = [assessmentOpened.of(opening), ...declared];
const phases: Readonly<Record<string, readonly AssessmentEvent[]>> = {
  'not open': [],
  declaring,
  submitted: [...declaring, submitted],
  returned: [...declaring, submitted, selfAssessmentReturned.of({ ...unitYear, reason: 'x', submitBy })],
  'all judged': [...declaring, submitted, ...confirmed],
  closed: [...declaring, submitted, ...confirmed, closed],
  ruled: [...declaring, submitted, ...confirmed, closed, pointsRuled.of({ ...ruling, from: '1', to: '0.5' })],
};

const now = '2025-01-10T00:00:00.000Z';
const appraiser = { accounts: ['tham_dinh_vien'], unitId: null };
const component = { ...unitYear, component: '1.1.3', round: 1 };
const reasoned = { reasonCode: 'x', reason: 'x', correction: false };
const points = { ...unitYear, component: '1.1.3', declaration: { kind: 'points', points: '2' } } as const;
const commands: Readonly<Record<string, (state: Assessment) => readonly AssessmentEvent[]>> = {
  open: (state) => openAssessment(state, opening),
  record: (state) =>
    recordSelfScore(
      state,
      { ...points, override: null, evidence: [], explanation: null },
      writeRuleset,
      ['chuyen_vien'],
      now,
    ),
  submit: (state) => submitSelfAssessment(state, unitYear, writeRuleset, ['thu_truong'], now),
  extend: (state) => grantExtension(state, { ...unitYear, submitBy: later, reason: 'x' }, now),
  return: (state) => returnSelfAssessment(state, { ...unitYear, submitBy: later, reason: 'x' }, appraiser, now),
  confirm: (state) => confirmAppraisal(state, component, writeRuleset, appraiser, now),
  adjust: (state) =>
    adjustAppraisal(state, { ...component, from: '1', to: '2', ...reasoned }, writeRuleset, appraiser, now),
  close: (state) => closeAppraisal(state, unitYear, writeRuleset, appraiser, now),
  rule: (state) =>
    rulePoints(state, { ...ruling, from: '1', to: '2' }, writeRuleset, { ...appraiser, appraisers: [] }, now),
};

/** `✓` is accepted; else the refusal's code. Columns: open, record, submit, extend, return, confirm, adjust, close, rule. */
const matrix: Readonly<Record<string, string>> = {
  'not open': '✓ not-opened not-opened not-opened not-opened not-opened not-opened not-opened not-opened',
  declaring: 'already-opened ✓ ✓ ✓ not-submitted not-submitted not-submitted not-submitted appraisal-is-not-closed',
  submitted: 'already-opened is-locked is-locked is-locked ✓ ✓ ✓ appraisals-are-missing appraisal-is-not-closed',
  returned: 'already-opened ✓ ✓ ✓ not-submitted not-submitted not-submitted not-submitted appraisal-is-not-closed',
  'all judged':
    'already-opened is-locked is-locked is-locked ✓ already-appraised already-appraised ✓ appraisal-is-not-closed',
  closed:
    'already-opened is-locked is-locked is-locked appraisal-is-closed appraisal-is-closed appraisal-is-closed appraisal-is-closed ✓',
  ruled:
    'already-opened is-locked is-locked is-locked appraisal-is-closed appraisal-is-closed appraisal-is-closed appraisal-is-closed points-have-changed',
};

function answer(phase: string, command: string): string {
  try {
    const events = commands[command]?.(fold(assessment, phases[phase] ?? [])) ?? [];
    return events.length > 0 ? '✓' : 'nothing';
  } catch (error) {
    if (error instanceof DomainError) return error.code.replace('assessment.', '');
    throw error;
  }
}

describe('the course of a file', () => {
  it.each(Object.keys(phases))('%s: every command is accepted or refused as the procedure says', (phase) =>
    expect(Object.keys(commands).map((command) => answer(phase, command))).toEqual(matrix[phase]?.split(' ')),
  );
});
