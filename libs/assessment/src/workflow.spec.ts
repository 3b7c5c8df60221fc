import { DomainError, fold, type Instant } from '@app/kernel';
import { sampleDays, writeRuleset, writeRulesetRef } from '@app/testing';
import { adjustAppraisal, confirmAppraisal } from './appraisal';
import { closeAppraisal, returnSelfAssessment } from './appraisal-course';
import { fieldAppraisalClosed } from './appraisal.events';
import { declineApproval, requestApproval, submitSelfAssessment } from './approval';
import { approvalDeclined, approvalRequested } from './approval.events';
import { type Assessment, assessment, openAssessment } from './assessment';
import {
  appraisalClosed,
  appraisalConfirmed,
  type AssessmentEvent,
  assessmentEvents,
  assessmentOpened,
  pointsRuled,
  selfAssessmentReturned,
  selfAssessmentSubmitted,
  selfScoreRecorded,
} from './assessment.events';
import { decideByCouncil } from './council';
import { councilDecided } from './council.events';
import { askExplanation, giveExplanation } from './explanation';
import { explanationAsked, explanationGiven } from './explanation.events';
import { grantAppraisalExtension, grantExtension } from './extension';
import { appraisalExtensionGranted, extensionGranted } from './extension.events';
import { closeFieldAppraisal } from './field-closure';
import { rulePoints } from './ruling';
import { recordSelfScore } from './self-assessment';
import { demandUnitGoesOn } from './unit-end';
import { UnitHasEnded } from './unit-end.errors';

const unitYear = { year: 2024, unitId: 'so_noi_vu' };
const now = '2025-01-10T00:00:00.000Z';
const answerBy = '2025-01-12T00:00:00.000Z';
const submitBy = '2025-01-15T10:00:00.000Z';
const extendedTo = '2025-01-20T10:00:00.000Z';
const longest = { submitBy: '2025-01-24T10:00:00.000Z', components: null, reason: 'x' };
const appraiseBy = '2025-03-14T10:00:00.000Z';
const appraisedUntil = '2025-03-20T10:00:00.000Z';
const longestAppraisal = { appraiseBy: '2025-03-25T10:00:00.000Z', components: null, reason: 'x' };
/** What is set for January, or in the longer time of an appraisal for one of its days. */
const ahead = (at: Instant, inJanuary: Instant) => (at < inJanuary ? inJanuary : '2025-03-18T10:00:00.000Z');
const calendar = sampleDays(2025);
const opening = { ...unitYear, blockId: 'b', ruleset: writeRulesetRef, submitBy, appraiseBy };
const fields = { '1': ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'], '2': ['2.1.3'] } as const;
const codes = [...fields['1'], ...fields['2']];
const rest = { overrideReason: null, evidence: [], explanation: null, enteredBy: ['chuyen_vien'] };
const declared = (component: string) =>
  selfScoreRecorded.of({ ...unitYear, component, declaration: { kind: 'points', points: '1' }, points: '1', ...rest });
const leftOut = { ...unitYear, component: '1.1.3', declaration: { kind: 'not-applicable' }, points: null } as const;
const judged = (component: string, round = 1, points: string | null = '1') =>
  appraisalConfirmed.of({ ...unitYear, component, round, points });
const agencies = { leadAgencies: [{ name: 'Sở Nội vụ', unitId: null }] };
const fieldClosed = (field: keyof typeof fields, round = 1) =>
  fieldAppraisalClosed.of({ ...unitYear, field, round, ...agencies, components: fields[field] });
const requested = approvalRequested.of({ ...unitYear, requestedBy: ['chuyen_vien'] });
const submitted = selfAssessmentSubmitted.of({ ...unitYear, approvedBy: ['thu_truong'] });
const returned = selfAssessmentReturned.of({ ...unitYear, reason: 'x', submitBy, asked: { submitBy } });
const longer = { submitBy: extendedTo, asked: { submitBy: extendedTo }, reason: 'x' };
const extended = (components: readonly string[] | null = null) =>
  extensionGranted.of({ ...unitYear, ...longer, components });
const longerAppraisal = { appraiseBy: appraisedUntil, asked: { appraiseBy: appraisedUntil }, reason: 'x' };
const appraisalExtended = (components: readonly string[] | null = null) =>
  appraisalExtensionGranted.of({ ...unitYear, ...longerAppraisal, components });
const question = { ...unitYear, explanationId: 'gt_1', component: '1.1.3' };
const asked = (round = 1) => explanationAsked.of({ ...question, round, question: 'x', answerBy, asked: { answerBy } });
const answer = explanationGiven.of({ ...question, text: 'x', evidence: [], givenBy: ['chuyen_vien'] });
const closed = appraisalClosed.of({ ...unitYear, round: 1 });
const carried = {
  ...{ ...unitYear, component: '1.1.3', from: '1', to: '2', reason: 'x' },
  minutes: { number: '1', heldOn: '2025-01-10' },
  votes: { for: 3, against: 1, abstained: 1 },
};

const ruling = {
  ...{ ...unitYear, component: '1.1.3', reason: 'x' },
  case: { kind: 'score-objection', caseId: 'k1' },
  decision: { number: '1/QĐ', signedOn: '2025-01-09', signer: 'x' },
} as const;
const ruled = (from: string, to: string) => pointsRuled.of({ ...ruling, from, to });

/** A state of a file: how it came about, and when it is looked at. */
interface State {
  readonly history: readonly AssessmentEvent[];
  /** Default: before every deadline. */
  readonly at?: Instant;
  /** Results of the block are on record. */
  readonly recorded?: boolean;
}

const complete = [assessmentOpened.of(opening), ...codes.map(declared)];
const awaiting = [...complete, requested];
const handedIn = [...awaiting, submitted];
const claiming = [...complete, selfScoreRecorded.of({ ...leftOut, ...rest }), requested, submitted];
const allJudged = [...handedIn, ...codes.map((code) => judged(code))];
const fieldsClosed = [...allJudged, fieldClosed('1'), fieldClosed('2')];
const finished = [...fieldsClosed, closed];
const states: Readonly<Record<string, State>> = {
  'not open': { history: [] },
  incomplete: { history: complete.slice(0, 3) },
  declaring: { history: complete },
  'declaring, too late': { history: complete, at: submitBy },
  'declaring, extended': { history: [...complete, extended()], at: submitBy },
  'declaring, too late for the extension': { history: [...complete, extended()], at: extendedTo },
  'declaring, its component extended': { history: [...complete, extended(['1.1.3'])], at: submitBy },
  'declaring, another component extended': { history: [...complete, extended(['1.1.2'])], at: submitBy },
  'declaring, too late for the extended component': {
    history: [...complete, extended(['1.1.3'])],
    at: extendedTo,
  },
  'awaiting approval, another component extended': { history: [...awaiting, extended(['1.1.2'])], at: submitBy },
  'awaiting approval': { history: awaiting },
  'awaiting approval, too late': { history: awaiting, at: submitBy },
  declined: { history: [...awaiting, approvalDeclined.of({ ...unitYear, reason: 'x', declinedBy: ['thu_truong'] })] },
  submitted: { history: handedIn },
  'submitted before approval was a step': { history: [...complete, submitted] },
  'submitted, too late to appraise': { history: handedIn, at: appraiseBy },
  'submitted, appraisal extended': { history: [...handedIn, appraisalExtended()], at: appraiseBy },
  'submitted, appraisal of its component extended': {
    history: [...handedIn, appraisalExtended(['1.1.3'])],
    at: appraiseBy,
  },
  'submitted, appraisal of another field extended': {
    history: [...handedIn, appraisalExtended(['2.1.3'])],
    at: appraiseBy,
  },
  'submitted, too late for the extended appraisal': { history: [...handedIn, appraisalExtended()], at: appraisedUntil },
  returned: { history: [...handedIn, returned] },
  'not applicable, says the unit': { history: claiming },
  'not applicable, agrees the appraiser': { history: [...claiming, judged('1.1.3', 1, null)] },
  'round 1 open': { history: [...handedIn, judged('1.1.3')] },
  'all judged': { history: allJudged },
  'awaiting explanation': { history: [...allJudged, asked()] },
  explained: { history: [...allJudged, asked(), answer] },
  'explanation lapsed': { history: [...allJudged, asked()], at: answerBy },
  'field closed': { history: [...allJudged, fieldClosed('1')] },
  'fields closed': { history: fieldsClosed },
  'fields closed, awaiting explanation': { history: [...fieldsClosed, asked(2)] },
  'returned, declared anew, submitted': {
    history: [...fieldsClosed, returned, declared('1.1.3'), requested, submitted],
  },
  'round 2 open': { history: [...fieldsClosed, judged('1.1.3', 2)] },
  'round 2 closed': { history: [...fieldsClosed, judged('1.1.3', 2), fieldClosed('1', 2)] },
  closed: { history: finished },
  'closed, explanation lapsed': { history: [...fieldsClosed, asked(2), closed], at: answerBy },
  'council decided': { history: [...finished, councilDecided.of(carried)] },
  ruled: { history: [...finished, ruled('1', '0.5')] },
  'ruled after the council decided': { history: [...finished, councilDecided.of(carried), ruled('2', '1')] },
  'results on record': { history: finished, recorded: true },
  'results on record, ruled': { history: [...finished, ruled('1', '0.5')], recorded: true },
};

const appraiser = { accounts: ['tham_dinh_vien'], unitId: null, fields: null };
const clerk = { accounts: ['thu_ky'], unitId: null, appraisers: ['tham_dinh_vien'] };
const component = { ...unitYear, component: '1.1.3', round: 1 };
const reasoned = { reasonCode: 'x', reason: 'x', correction: false };
const score = { ...unitYear, component: '1.1.3', declaration: { kind: 'points', points: '2' } } as const;
const asking = { ...component, explanationId: 'gt_2', question: 'x', answerBy: '2025-01-14T00:00:00.000Z' };
const conclusion = { kind: 'score-objection', outcome: 'upheld', component: '1.1.3', closedOn: '2025-01-09' };
const answering = { ...unitYear, explanationId: 'gt_1', text: 'x', evidence: [] };
const closure = { ...unitYear, field: '1', round: 1, leadAgency: null, ownAgencies: [] };

type Act = (state: Assessment, at: Instant, resultsRecorded: boolean) => readonly AssessmentEvent[];
const adjusting =
  (change: { component?: string; from: string | null; to: string | null }): Act =>
  (state, at, resultsRecorded) =>
    adjustAppraisal(state, { ...component, ...reasoned, ...change, resultsRecorded }, writeRuleset, appraiser, at);

const commandsOf = {
  unit: {
    open: (state) => openAssessment(state, opening),
    record: (state, at) =>
      recordSelfScore(
        state,
        { ...score, override: null, evidence: [], explanation: null },
        writeRuleset,
        ['chuyen_vien'],
        at,
      ),
    request: (state, at) => requestApproval(state, unitYear, writeRuleset, ['chuyen_vien'], at),
    submit: (state, at) => submitSelfAssessment(state, unitYear, ['thu_truong'], at),
    decline: (state, at) => declineApproval(state, { ...unitYear, reason: 'x' }, ['thu_truong'], at),
    extend: (state, at) => grantExtension(state, { ...unitYear, ...longest }, writeRuleset, calendar, at),
    explain: (state, at) => giveExplanation(state, answering, writeRuleset, ['chuyen_vien'], at),
  },
  terms: {
    'extend a component': (state, at) =>
      grantExtension(state, { ...unitYear, ...longest, components: ['1.1.3'] }, writeRuleset, calendar, at),
    'extend the appraisal': (state, at) =>
      grantAppraisalExtension(state, { ...unitYear, ...longestAppraisal }, writeRuleset, calendar, at),
    'extend the appraisal of a component': (state, at) =>
      grantAppraisalExtension(
        state,
        { ...unitYear, ...longestAppraisal, components: ['1.1.3'] },
        writeRuleset,
        calendar,
        at,
      ),
  },
  words: {
    confirm: (state, at) => confirmAppraisal(state, component, writeRuleset, appraiser, at),
    adjust: adjusting({ from: '1', to: '2' }),
    'leave out': adjusting({ from: '1', to: null }),
    'confirm in round 2': (state, at) =>
      confirmAppraisal(state, { ...component, round: 2 }, writeRuleset, appraiser, at),
    'give points for a survey': adjusting({ component: '2.1.1', from: null, to: '1' }),
  },
  course: {
    return: (state, at) =>
      returnSelfAssessment(
        state,
        { ...unitYear, submitBy: ahead(at, longest.submitBy), reason: 'x' },
        appraiser,
        calendar,
        at,
      ),
    ask: (state, at) =>
      askExplanation(state, { ...asking, answerBy: ahead(at, asking.answerBy) }, writeRuleset, appraiser, calendar, at),
    'close the field': (state, at) => closeFieldAppraisal(state, closure, writeRuleset, appraiser, at),
    close: (state, at) => closeAppraisal(state, unitYear, writeRuleset, appraiser, at),
  },
  council: {
    decide: (state, at, resultsRecorded) =>
      decideByCouncil(state, { ...carried, resultsRecorded, objectUntil: null }, writeRuleset, clerk, at),
    rule: (state, at) => rulePoints(state, { ...ruling, from: '1', to: '2', conclusion }, writeRuleset, clerk, at),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Act>>>>;

type Whose = keyof typeof commandsOf;
const everybody = Object.keys(commandsOf) as Whose[];
const same = (code: string, times: number) => Array<string>(times).fill(code).join(' ');
const unknown = 'explanation-is-unknown';
const notRequested = 'approval-is-not-requested approval-is-not-requested';
const declaringNow = `already-opened ✓ ✓ ${notRequested} ✓ ${unknown}`;
const locked = `already-opened ${same('is-locked', 5)}`;
const undecided = same('appraisal-is-not-closed', 2);
const unsubmitted = {
  terms: `✓ ${same('not-submitted', 2)}`,
  ...{ words: same('not-submitted', 5), course: same('not-submitted', 4), council: undecided },
};
const inAppraisal = { terms: 'is-locked ✓ ✓', council: undecided };
const judgedAlready = same('already-appraised', 3);
const over = `is-locked ${same('appraisal-is-closed', 2)}`;
const shut = { terms: over, words: `${same('appraisal-is-closed', 4)} ✓`, course: same('appraisal-is-closed', 4) };
const nothingJudged = '✓ ✓ appraisals-are-missing appraisals-are-missing';

/** Every state × every command, in the order above: `✓` is accepted, with events; else the refusal's code, and nothing happens. */
const matrix: Readonly<Record<string, Readonly<Record<Whose, string>>>> = {
  'not open': {
    ...{ unit: `✓ ${same('not-opened', 6)}`, words: same('not-opened', 5), course: same('not-opened', 4) },
    ...{ terms: same('not-opened', 3), council: same('not-opened', 2) },
  },
  incomplete: { unit: `already-opened ✓ declarations-are-missing ${notRequested} ✓ ${unknown}`, ...unsubmitted },
  declaring: { unit: declaringNow, ...unsubmitted },
  'declaring, too late': {
    unit: `already-opened ${same('submission-deadline-passed', 2)} ${notRequested} ✓ ${unknown}`,
    ...unsubmitted,
  },
  'declaring, extended': { unit: declaringNow, ...unsubmitted },
  'declaring, too late for the extension': {
    unit: `already-opened ${same('submission-deadline-passed', 2)} ${notRequested} ✓ ${unknown}`,
    ...unsubmitted,
  },
  'declaring, its component extended': { unit: declaringNow, ...unsubmitted },
  'declaring, another component extended': {
    unit: `already-opened submission-deadline-passed ✓ ${notRequested} ✓ ${unknown}`,
    ...unsubmitted,
  },
  'declaring, too late for the extended component': {
    unit: `already-opened ${same('submission-deadline-passed', 2)} ${notRequested} ✓ ${unknown}`,
    ...unsubmitted,
  },
  'awaiting approval, another component extended': {
    unit: `already-opened ${same('awaits-approval', 2)} ✓ ✓ ✓ ${unknown}`,
    ...unsubmitted,
  },
  'awaiting approval': { unit: `already-opened ${same('awaits-approval', 2)} ✓ ✓ ✓ ${unknown}`, ...unsubmitted },
  'awaiting approval, too late': {
    unit: `already-opened ${same('awaits-approval', 2)} ${same('submission-deadline-passed', 2)} ✓ ${unknown}`,
    ...unsubmitted,
  },
  declined: { unit: declaringNow, ...unsubmitted },
  submitted: {
    unit: `${locked} ${unknown}`,
    words: '✓ ✓ ✓ round-out-of-order ✓',
    course: nothingJudged,
    ...inAppraisal,
  },
  'submitted before approval was a step': {
    unit: `${locked} ${unknown}`,
    words: '✓ ✓ ✓ round-out-of-order ✓',
    course: nothingJudged,
    ...inAppraisal,
  },
  'submitted, too late to appraise': {
    unit: `${locked} ${unknown}`,
    words: `${same('appraisal-deadline-passed', 4)} ✓`,
    course: same('appraisal-deadline-passed', 4),
    ...inAppraisal,
  },
  'submitted, appraisal extended': {
    unit: `${locked} ${unknown}`,
    words: '✓ ✓ ✓ round-out-of-order ✓',
    course: nothingJudged,
    ...inAppraisal,
  },
  'submitted, appraisal of its component extended': {
    unit: `${locked} ${unknown}`,
    words: '✓ ✓ ✓ round-out-of-order ✓',
    course: 'appraisal-deadline-passed ✓ appraisals-are-missing appraisals-are-missing',
    ...inAppraisal,
  },
  'submitted, appraisal of another field extended': {
    unit: `${locked} ${unknown}`,
    words: `${same('appraisal-deadline-passed', 4)} ✓`,
    course: `${same('appraisal-deadline-passed', 3)} appraisals-are-missing`,
    ...inAppraisal,
  },
  'submitted, too late for the extended appraisal': {
    unit: `${locked} ${unknown}`,
    words: `${same('appraisal-deadline-passed', 4)} ✓`,
    course: same('appraisal-deadline-passed', 4),
    ...inAppraisal,
  },
  returned: { unit: declaringNow, ...unsubmitted },
  'not applicable, says the unit': {
    unit: `${locked} ${unknown}`,
    words: '✓ points-have-changed points-have-changed round-out-of-order ✓',
    course: nothingJudged,
    ...inAppraisal,
  },
  'not applicable, agrees the appraiser': {
    unit: `${locked} ${unknown}`,
    words: `${judgedAlready} round-is-open ✓`,
    course: nothingJudged,
    ...inAppraisal,
  },
  'round 1 open': {
    unit: `${locked} ${unknown}`,
    words: `${judgedAlready} round-is-open ✓`,
    course: nothingJudged,
    ...inAppraisal,
  },
  'all judged': {
    unit: `${locked} ${unknown}`,
    words: `${judgedAlready} round-is-open ✓`,
    course: '✓ ✓ ✓ fields-are-not-closed',
    ...inAppraisal,
  },
  'awaiting explanation': {
    unit: `${locked} ✓`,
    words: `${judgedAlready} round-is-open ✓`,
    course: '✓ ✓ explanation-is-awaited fields-are-not-closed',
    ...inAppraisal,
  },
  explained: {
    unit: `${locked} explanation-already-given`,
    words: `${judgedAlready} round-is-open ✓`,
    course: '✓ ✓ ✓ fields-are-not-closed',
    ...inAppraisal,
  },
  'explanation lapsed': {
    unit: `${locked} explanation-deadline-passed`,
    words: `${judgedAlready} round-is-open ✓`,
    course: '✓ ✓ ✓ fields-are-not-closed',
    ...inAppraisal,
  },
  'field closed': {
    unit: `${locked} ${unknown}`,
    words: `${same('field-is-closed', 3)} ✓ ✓`,
    course: '✓ field-is-closed field-is-closed fields-are-not-closed',
    ...inAppraisal,
  },
  'fields closed': {
    unit: `${locked} ${unknown}`,
    words: `${same('field-is-closed', 3)} ✓ ✓`,
    course: '✓ field-is-closed field-is-closed ✓',
    ...inAppraisal,
  },
  'fields closed, awaiting explanation': {
    unit: `${locked} ✓`,
    words: `${same('field-is-closed', 3)} ✓ ✓`,
    course: '✓ field-is-closed field-is-closed explanation-is-awaited',
    ...inAppraisal,
  },
  'returned, declared anew, submitted': {
    unit: `${locked} ${unknown}`,
    words: '✓ ✓ ✓ round-is-open ✓',
    course: nothingJudged,
    ...inAppraisal,
  },
  'round 2 open': {
    unit: `${locked} ${unknown}`,
    words: `${same('round-out-of-order', 3)} already-appraised ✓`,
    course: '✓ round-out-of-order field-is-in-another-round fields-are-not-closed',
    ...inAppraisal,
  },
  'round 2 closed': {
    unit: `${locked} ${unknown}`,
    words: `${same('round-out-of-order', 3)} field-is-closed ✓`,
    course: '✓ round-out-of-order field-is-in-another-round ✓',
    ...inAppraisal,
  },
  closed: { unit: `${locked} ${unknown}`, ...shut, council: '✓ ✓' },
  'closed, explanation lapsed': { unit: `${locked} appraisal-is-closed`, ...shut, council: '✓ ✓' },
  'council decided': { unit: `${locked} ${unknown}`, ...shut, council: same('points-have-changed', 2) },
  ruled: { unit: `${locked} ${unknown}`, ...shut, council: 'points-are-ruled points-have-changed' },
  'ruled after the council decided': { unit: `${locked} ${unknown}`, ...shut, council: 'points-are-ruled ✓' },
  'results on record': {
    unit: `${locked} ${unknown}`,
    terms: over,
    words: same('appraisal-is-closed', 5),
    course: same('appraisal-is-closed', 4),
    council: 'results-are-recorded ✓',
  },
  'results on record, ruled': {
    unit: `${locked} ${unknown}`,
    terms: over,
    words: same('appraisal-is-closed', 5),
    course: same('appraisal-is-closed', 4),
    council: 'results-are-recorded points-have-changed',
  },
};

/** What a command leads to in a state: its events, or the refusal. */
function outcomeOf(name: string, act: Act): readonly AssessmentEvent[] | DomainError {
  const { history, at = now, recorded = false } = states[name] ?? { history: [] };
  try {
    return act(fold(assessment, history), at, recorded);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function answerOf(name: string, act: Act): string {
  const outcome = outcomeOf(name, act);
  if (outcome instanceof DomainError) return outcome.code.replace('assessment.', '');
  return outcome.length > 0 ? '✓' : 'nothing';
}

/** What each command is answered, by name, so that a difference says which. */
function answersIn(name: string, whose: Whose): Record<string, string> {
  const acts = Object.entries<Act>(commandsOf[whose]);
  return Object.fromEntries(acts.map(([command, act]) => [command, answerOf(name, act)]));
}

function expectedIn(name: string, whose: Whose): Record<string, string> {
  const cells = matrix[name]?.[whose].split(' ') ?? [];
  const names = Object.keys(commandsOf[whose]);
  if (cells.length !== names.length) throw new Error(`${name}, ${whose}: ${cells.length} cells for ${names.length}`);
  return Object.fromEntries(names.map((command, place) => [command, cells[place] ?? '']));
}

describe('the course of a file', () => {
  it('is told of every state', () => expect(Object.keys(matrix)).toEqual(Object.keys(states)));

  const rows = Object.keys(states).flatMap((name) => everybody.map((whose) => [name, whose] as const));
  it.each(rows)('%s: every act of the %s is accepted or refused as the procedure says', (name, whose) =>
    expect(answersIn(name, whose)).toEqual(expectedIn(name, whose)),
  );

  const outcomes = Object.keys(states).flatMap((name) =>
    everybody.flatMap((whose) => Object.values<Act>(commandsOf[whose]).map((act) => outcomeOf(name, act))),
  );

  it('leaves out no command: every event of a file comes about', () => {
    const types = outcomes.flatMap((outcome) =>
      outcome instanceof DomainError ? [] : outcome.map(({ type }): string => type),
    );
    expect([...new Set(types)].sort()).toEqual(assessmentEvents.map(({ type }): string => type).sort());
  });

  const commands = everybody.flatMap((whose) => Object.entries<Act>(commandsOf[whose]));
  /** What a command meets in the file of a unit that ends on a day (`FileWrites`). */
  const ended =
    (endedOn: string, act: Act): Act =>
    (state, at, recorded) => {
      demandUnitGoesOn(unitYear, endedOn, at);
      return act(state, at, recorded);
    };
  const pairs = Object.keys(states).flatMap((name) => commands.map(([command, act]) => [name, command, act] as const));

  it.each(['2024-07-01', '2024-12-31'])(
    'takes no command in any state once the unit has ended within the year (%s)',
    (on) => {
      const taken = pairs.filter(([name, , act]) => answerOf(name, ended(on, act)) !== 'unit-has-ended');
      expect(taken.map(([name, command]) => `${name}: ${command}`)).toEqual([]);
      expect(pairs.length).toBe(Object.keys(states).length * commands.length);
    },
  );

  it('goes its course when the unit lived through the year, whenever it ends afterwards', () => {
    const changed = pairs.filter(([name, , act]) => answerOf(name, ended('2025-01-01', act)) !== answerOf(name, act));
    expect(changed.map(([name, command]) => `${name}: ${command}`)).toEqual([]);
  });

  it('is worked on until the day on which the unit ends, as days are counted in Vietnam', () => {
    const on = (at: Instant) => () => demandUnitGoesOn(unitYear, '2024-08-01', at);
    expect(on('2024-07-31T16:59:59.999Z')).not.toThrow();
    expect(on('2024-07-31T17:00:00.000Z')).toThrow(UnitHasEnded);
    expect(() => demandUnitGoesOn(unitYear, null, '2024-08-01T00:00:00.000Z')).not.toThrow();
  });

  it('refuses for the present state (409), or because there is no such thing (404)', () => {
    const missing = ['assessment.not-opened', 'assessment.explanation-is-unknown'];
    for (const outcome of outcomes)
      if (outcome instanceof DomainError)
        expect([outcome.code, outcome.kind]).toEqual([
          outcome.code,
          missing.includes(outcome.code) ? 'not-found' : 'conflict',
        ]);
  });
});
