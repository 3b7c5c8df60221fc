import type { Response } from 'supertest';
import type { Person, RunningApi } from './running-api';

/** Who works for u2: its officer and head, and those who hold a role outside the units beside. */
const ofFile = ['unit-officer@u2', 'unit-head@u2', 'appraiser@u2', 'council@u2', 'auditor@u2'] as const;
export const ownPeople = [...ofFile, 'survey-organiser@u2', 'case-handler@u2'] as const;

const files = ['appraiser', 'council', 'administrator-of-units', 'auditor', 'leader', ...ofFile] as const;
const ofSurvey = ['survey-organiser@u2', 'auditor@u2'] as const;
const surveyReads = ['survey-organiser', 'administrator-of-units', 'auditor', 'leader', ...ofSurvey] as const;
/** Nobody who works for the unit. */
const caseReads = ['case-handler', 'auditor'] as const;
const register = [...files, 'survey-organiser', 'case-handler', 'survey-organiser@u2', 'case-handler@u2'] as const;

/**
 * The texts that stand in the file of the unit u2 and nowhere else, by name, and who may read them over the API, people outside the unit and
 * its own: in the course of the file, on score sheets and among notices, in the register, among surveys or cases.
 */
export const readers = {
  'evidence-name': files,
  'evidence-issuer': files,
  'evidence-number': files,
  'override-reason': files,
  'missing-evidence': files,
  'refusal-reason': files,
  'extension-reason': files,
  'return-reason': files,
  'appraisal-extension-reason': files,
  'adjustment-code': files,
  'adjustment-reason': files,
  question: files,
  answer: files,
  'minutes-number': files,
  'council-reason': files,
  'ruling-number': [...files, 'case-handler'],
  'ruling-signer': [...files, 'case-handler'],
  'ruling-reason': [...files, 'case-handler'],
  'survey-source': surveyReads,
  'survey-withdrawal': surveyReads,
  'case-number': caseReads,
  'case-channel': caseReads,
  'complaint-reason': caseReads,
  'objection-reason': [...files, 'case-handler'],
  'person-id': register,
  'person-name': register,
} as const satisfies Readonly<Record<string, readonly Person[]>>;
export type Mark = keyof typeof readers;

/** A text that tells which it is. */
const mark = (name: Mark) => `CHIM-${name}-CUA-U2`;

/** Which of them stand in a text. */
export function marksIn(text: string): Mark[] {
  return [...text.matchAll(/CHIM-([a-z-]+)-CUA-U2/g)].map(([, name]) => name as Mark);
}

/** Which of them an answer shows, in its headers or its body. */
export function marksShownIn({ headers, text }: Response): Mark[] {
  return marksIn(JSON.stringify(headers) + text);
}

/** Whether that one may read the text. */
export function mayRead(person: Person | undefined, name: Mark): boolean {
  return (readers[name] as readonly unknown[]).includes(person);
}

type Step = readonly [person: Person, path: string, body?: object];
const [officer, head, administrator] = ['unit-officer@u2', 'unit-head@u2', 'administrator-of-units'] as const;
const [file, cases, surveys] = ['/assessments/2024/u2', '/cases/2024/u2', '/surveys/2024/u2'];

const evidence = (digit: string) => [
  {
    ...{ sha256: digit.repeat(64), name: `${mark('evidence-name')}.pdf`, issuer: mark('evidence-issuer') },
    ...{ number: mark('evidence-number'), issuedOn: null },
  },
];
const ratio = { kind: 'ratio', numerator: '1', denominator: '1' };
const declared = [
  {
    ...{ component: '1.1.1', declaration: { kind: 'choice', value: 'yes' }, evidence: evidence('a') },
    explanation: mark('missing-evidence'),
  },
  {
    ...{ component: '1.1.2', declaration: ratio, evidence: [] },
    override: { points: '0.5', reason: mark('override-reason') },
  },
  { component: '1.1.3', declaration: { kind: 'points', points: '3' }, evidence: [] },
  { component: '1.1.4', declaration: ratio, evidence: [] },
  { component: '1.1.5', declaration: ratio, evidence: [] },
  { component: '2.1.3', declaration: { kind: 'points', points: '0' }, evidence: [] },
];
const batch = (name: string, digit: string) => ({
  ...{ campaign: 'sipas', batch: name, questions: ['Q1'], responses: ['A', 'A'] },
  ...{ sourceName: mark('survey-source'), sourceSha256: digit.repeat(64) },
});
const ruling = {
  ...{ component: '1.1.5', from: '1', to: '0.5', case: { kind: 'score-objection', caseId: 'kd_1' } },
  decision: { number: mark('ruling-number'), signedOn: '2025-03-11', signer: mark('ruling-signer') },
  reason: mark('ruling-reason'),
};
const submission: readonly Step[] = [
  [officer, `${file}/approval-requests`],
  [head, `${file}/submission`],
];

/** From the head in office to what the council decides. */
const untilDecided: readonly Step[] = [
  [
    administrator,
    '/units/u2/offices',
    { office: 'head', personId: mark('person-id'), personName: mark('person-name'), from: '2020-01-01' },
  ],
  ['survey-organiser', `${surveys}/batches`, batch('dot_1', '1')],
  ['survey-organiser', `${surveys}/batches`, batch('dot_2', '2')],
  [
    'survey-organiser',
    `${surveys}/withdrawals`,
    { campaign: 'sipas', batch: 'dot_2', reason: mark('survey-withdrawal') },
  ],
  ...declared.map((one): Step => [officer, `${file}/self-scores`, one]),
  [officer, `${file}/approval-requests`],
  [head, `${file}/approval-refusals`, { reason: mark('refusal-reason') }],
  [
    administrator,
    `${file}/extensions`,
    { components: null, submitBy: '2025-02-01T17:00:00.000Z', reason: mark('extension-reason') },
  ],
  ...submission,
  ['appraiser', `${file}/returns`, { submitBy: '2025-01-15T17:00:00.000Z', reason: mark('return-reason') }],
  ...submission,
  [
    administrator,
    `${file}/appraisal-extensions`,
    { components: null, appraiseBy: '2025-03-31T17:00:00.000Z', reason: mark('appraisal-extension-reason') },
  ],
  [
    'appraiser',
    `${file}/explanations`,
    {
      ...{ explanationId: 'gt_1', component: '1.1.3', round: 1, question: mark('question') },
      answerBy: '2025-01-15T10:00:00.000Z',
    },
  ],
  [officer, `${file}/explanations/gt_1/answer`, { text: mark('answer'), evidence: evidence('b') }],
  ...['1.1.1', '1.1.2', '1.1.3', '1.1.5', '2.1.3'].map((component): Step => [
    'appraiser',
    `${file}/confirmations`,
    { component, round: 1 },
  ]),
  [
    'appraiser',
    `${file}/adjustments`,
    {
      ...{ component: '1.1.4', round: 1, from: '1', to: '0.5', correction: false },
      ...{ reasonCode: mark('adjustment-code'), reason: mark('adjustment-reason') },
    },
  ],
  ...['1', '2'].map((field): Step => ['appraiser', `${file}/field-closures`, { field, round: 1, leadAgency: null }]),
  ['appraiser', `${file}/closure`],
  [
    'council',
    `${file}/council-decisions`,
    {
      ...{ component: '1.1.3', from: '3', to: '2.5', votes: { for: 5, against: 1, abstained: 1 } },
      ...{ minutes: { number: mark('minutes-number'), heldOn: '2024-01-02' }, reason: mark('council-reason') },
    },
  ],
  [
    'case-handler',
    cases,
    {
      ...{ caseId: 'kn_1', kind: 'complaint', component: null, externalNumber: mark('case-number') },
      ...{ channel: mark('case-channel'), receivedOn: '2024-01-02', dueOn: '2024-12-31' },
    },
  ],
  [
    'case-handler',
    `${cases}/kn_1/closure`,
    { outcome: 'rejected', closedOn: '2024-01-02', reason: mark('complaint-reason') },
  ],
];

/** The score as it is announced is objected to, and ruled on. */
const afterwards: readonly Step[] = [
  [administrator, '/results/2024/khoi/provisional-results', { objectUntil: '2025-03-14T17:00:00.000Z' }],
  [head, `${cases}/objections`, { caseId: 'kd_1', component: null, channel: mark('case-channel') }],
  ['case-handler', `${cases}/kd_1/registration`, { externalNumber: mark('case-number') }],
  [
    'case-handler',
    `${cases}/kd_1/closure`,
    { outcome: 'upheld', closedOn: '2025-03-11', reason: mark('objection-reason') },
  ],
  ['council', `${file}/rulings`, ruling],
];

/** Everything that is said on the way, by whom and where. */
export const steps: readonly Step[] = [...untilDecided, ...afterwards];

/** Where what is said of single cases stands, for those who read them. */
export const courses = ['kn_1/course', 'kd_1/course', 'kd_1/rulings'].map((end) => `${cases}/${end}`);
export const courseReaders: readonly Person[] = caseReads;

/** Goes through a whole year of u2, whose file was opened in the block `khoi`; then it is the day again that it was. */
export async function markFile(api: RunningApi): Promise<void> {
  const today = api.clock.now();
  for (const [person, path, body] of untilDecided) await api.accepted(person, path, body);
  api.clock.set('2025-03-11T02:00:00.000Z');
  for (const [person, path, body] of afterwards) await api.accepted(person, path, body);
  api.clock.set(today);
  const position = String(await api.store.head());
  for (const path of ['/scorecards/2024/u2', '/units/u2', '/units/u2/notices', '/cases'])
    await api.answered('auditor', path, position);
}
