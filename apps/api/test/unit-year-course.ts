import { writeRulesetRef } from '@app/testing';
import type { Person, RunningApi } from './running-api';
import { type State, stateNames } from './state-table';

const administrator = 'administrator-of-units';
const appraiser = 'appraiser';
/** Rules on what the clerk `council` entered. */
export const ruler = '#ruler';

const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
const evidence = [{ sha256: 'a'.repeat(64), name: 'a.pdf', issuedOn: '2024-12-01' }];
const points: Readonly<Record<string, object>> = {
  '1.1.1': { kind: 'choice', value: 'yes' },
  '1.1.2': { kind: 'ratio', numerator: '1', denominator: '1' },
  '1.1.3': { kind: 'points', points: '3' },
  '1.1.4': { kind: 'ratio', numerator: '1', denominator: '1' },
  '1.1.5': { kind: 'ratio', numerator: '1', denominator: '1' },
  '2.1.3': { kind: 'points', points: '0' },
};
const declared = (component: string) => ({ component, declaration: points[component], evidence });
const minutes = { number: '12/BB-MẪU', heldOn: '2025-01-04' };
const decided = { minutes, votes: { for: 5, against: 1, abstained: 1 }, reason: 'Đủ căn cứ' };
const signed = { number: '1/QĐ-MẪU', signedOn: '2025-03-15', signer: 'Chủ tịch (mẫu)' };
const ruling = { ...signed, signedOn: '2025-03-12' };
const ruled = { case: { kind: 'score-objection', caseId: 'kd_1' }, decision: ruling, reason: 'Đủ tài liệu' };
const reasons = { reasonCode: 'thieu_minh_chung', reason: 'Thiếu tài liệu kiểm chứng (mẫu)', correction: false };
const question = { round: 1, question: 'Kết quả nào?', answerBy: '2025-01-20T10:00:00.000Z' };
const batch = (name: string, digit: string) => ({
  ...{ campaign: 'sipas', batch: name, questions: ['Q1'], responses: ['A', 'A'] },
  ...{ sourceName: `${name}.csv`, sourceSha256: digit.repeat(64) },
});
const arrived = (caseId: string, receivedOn: string) => ({
  ...{ caseId, component: null, externalNumber: `${caseId}/KN`, channel: '1022', receivedOn, dueOn: '2025-12-31' },
});

const objection = (caseId: string) => ({ caseId, component: null, channel: '1022' });

/**
 * What is sent to each operation when it is tried: nothing in it is wrong in the states in which the operation is meant for, whatever happened
 * to the file before.
 */
export const attempts: Readonly<Record<string, object>> = {
  'self-scores': { ...declared('1.1.2'), explanation: null },
  'approval-refusals': { reason: 'Chưa đủ' },
  'appraisal-extensions': { components: null, appraiseBy: '2025-03-31T17:00:00.000Z', reason: 'Bão (mẫu)' },
  extensions: { components: null, submitBy: '2025-02-01T17:00:00.000Z', reason: 'Bão (mẫu)' },
  confirmations: { component: '1.1.4', round: 1 },
  adjustments: { component: '1.1.5', round: 1, from: '1', to: '0.5', ...reasons },
  returns: { reason: 'Bổ sung', submitBy: '2025-01-25T17:00:00.000Z' },
  'explanations/{explanationId}/answer': { text: 'Đã có', evidence: [] },
  explanations: { explanationId: 'gt_9', component: '1.1.2', ...question },
  'field-closures': { field: '1', round: 1, leadAgency: null },
  'council-decisions': { component: '1.1.1', from: '1', to: '0', ...decided },
  rulings: { component: '1.1.4', from: '1', to: '0.5', ...ruled },
  batches: batch('dot_9', '9'),
  withdrawals: { campaign: 'sipas', batch: 'dot_1', reason: 'Trùng' },
  '/cases/{year}/{unitId}': { kind: 'feedback', ...arrived('pa_9', '2024-01-02') },
  objections: objection('kd_9'),
  '{caseId}/registration': { externalNumber: '9/KN' },
  '{caseId}/answer': { answeredOn: '2025-03-11' },
  '{caseId}/closure': { outcome: 'rejected', closedOn: '2025-03-11', reason: 'Không đúng' },
  'provisional-results': { objectUntil: '2025-06-30T17:00:00.000Z' },
  publication: { decision: signed },
  corrections: { decision: signed, reason: 'Tính lại' },
};

/** Of the year before: what was opened here is not imported. */
const imported = (unitId: string, blockId: string) => ({
  ...{ year: 2023, blockId, blockName: 'Khối mẫu' },
  source: { title: 'Quyết định mẫu', url: 'https://example.vn/2024' },
  rows: [{ unitId, unitName: 'Đơn vị mẫu', index: '86.05', rank: 1 }],
});

/** The body of the attempt at an operation, by the template of its address; nothing where it takes none. */
export function attemptAt(template: string, unitId: string, blockId: string): object {
  if (template === '/results/imports') return imported(unitId, blockId);
  return Object.entries(attempts).find(([end]) => template.endsWith(end))?.[1] ?? {};
}

/** Opens the year for blocks of which each holds one ruleset. */
export function openYear(api: RunningApi, blockIds: readonly string[]): Promise<string> {
  const blocks = blockIds.map((blockId) => ({ blockId, ruleset: writeRulesetRef }));
  return api.accepted(administrator, '/periods', { year: 2024, ...deadlines, blocks });
}

/** Brings the file of a unit, in a block of its own year, from each state to the next. The unit's officer and head, and those outside, act. */
export class UnitYearCourse {
  private readonly officer: Person;
  private readonly head: Person;
  private readonly file: string;
  private readonly block: string;
  private readonly cases: string;
  private readonly surveys: string;

  constructor(
    private readonly api: RunningApi,
    unitId: string,
    private readonly blockId: string,
  ) {
    [this.officer, this.head] = [`unit-officer@${unitId}`, `unit-head@${unitId}`];
    this.file = `/assessments/2024/${unitId}`;
    this.block = `/results/2024/${blockId}`;
    [this.cases, this.surveys] = [`/cases/2024/${unitId}`, `/surveys/2024/${unitId}`];
  }

  /** What leads from the state before; answers the last position written. */
  readonly steps: Readonly<Record<State, () => Promise<string>>> = {
    none: () => openYear(this.api, [this.blockId]),
    decl: async () => {
      await this.act(administrator, `${this.block}/opening`);
      this.api.clock.set('2024-12-20T02:00:00.000Z');
      await this.act('survey-organiser', `${this.surveys}/batches`, batch('dot_1', '1'));
      return this.actOnEach(this.officer, 'self-scores', declared);
    },
    late: () => this.wait('2024-12-31T17:01:00.000Z'),
    wait: async () => {
      this.api.clock.set('2024-12-20T02:00:00.000Z');
      return this.act(this.officer, `${this.file}/approval-requests`);
    },
    subm: () => this.act(this.head, `${this.file}/submission`),
    retn: () =>
      this.act(appraiser, `${this.file}/returns`, { reason: 'Bổ sung', submitBy: '2025-01-18T17:00:00.000Z' }),
    appr: async () => {
      this.api.clock.set('2025-01-05T02:00:00.000Z');
      await this.act(this.officer, `${this.file}/approval-requests`);
      await this.act(this.head, `${this.file}/submission`);
      return this.act(appraiser, `${this.file}/confirmations`, { component: '1.1.1', round: 1 });
    },
    expl: () =>
      this.act(appraiser, `${this.file}/explanations`, { explanationId: 'gt_1', component: '1.1.3', ...question }),
    judg: async () => {
      await this.act(this.officer, `${this.file}/explanations/gt_1/answer`, { text: 'Đã có', evidence: [] });
      return this.actOnEach(appraiser, 'confirmations', (component) => ({ component, round: 1 }));
    },
    shut: async () => {
      await this.act(appraiser, `${this.file}/field-closures`, { field: '1', round: 1, leadAgency: null });
      return this.act(appraiser, `${this.file}/field-closures`, { field: '2', round: 1, leadAgency: null });
    },
    clos: () => {
      this.api.clock.set('2025-01-16T02:00:00.000Z');
      return this.act(appraiser, `${this.file}/closure`);
    },
    coun: () =>
      this.act('council', `${this.file}/council-decisions`, { component: '1.1.3', from: '3', to: '2.5', ...decided }),
    prov: () => {
      this.api.clock.set('2025-03-11T02:00:00.000Z');
      const objectUntil = '2025-03-14T17:00:00.000Z';
      return this.act(administrator, `${this.block}/provisional-results`, { objectUntil });
    },
    obje: () => this.act(this.head, `${this.cases}/objections`, objection('kd_1')),
    uphd: () => {
      this.api.clock.set('2025-03-12T02:00:00.000Z');
      const upheld = { outcome: 'upheld', closedOn: '2025-03-12', reason: 'Đúng' };
      return this.act('case-handler', `${this.cases}/kd_1/closure`, upheld);
    },
    ruld: async () => {
      await this.rule('1.1.3', '2.5', '3');
      return this.wait('2025-03-15T02:00:00.000Z');
    },
    offi: () => this.act(administrator, `${this.block}/publication`, { decision: signed }),
    disp: () => this.rule('1.1.2', '2', '1'),
    corr: () => this.act(administrator, `${this.block}/corrections`, { decision: signed, reason: 'Tính lại' }),
  };

  /** Goes on until a state; `from`: the one it is in, left out before the first. */
  async goTo(state: State, from?: State): Promise<void> {
    const [first, last] = [from === undefined ? 0 : stateNames.indexOf(from), stateNames.indexOf(state)];
    for (const next of stateNames.slice(first + 1, last + 1)) await this.steps[next]();
  }

  private act(person: Person, path: string, body: object = {}): Promise<string> {
    return this.api.accepted(person, path, body);
  }

  private async wait(until: string): Promise<string> {
    this.api.clock.set(until);
    return String(await this.api.store.head());
  }

  /** Leaves out what somebody did already. */
  private async actOnEach(person: Person, act: string, bodyOf: (component: string) => object): Promise<string> {
    for (const component of Object.keys(points)) {
      const response = await this.api.command(person, `${this.file}/${act}`, bodyOf(component));
      const { code } = response.body as { code?: string };
      const done = response.status === 201 || code === 'assessment.already-appraised';
      if (!done) throw new Error(JSON.stringify(response.body));
    }
    return String(await this.api.store.head());
  }

  private rule(component: string, from: string, to: string): Promise<string> {
    return this.act(ruler, `${this.file}/rulings`, { component, from, to, ...ruled });
  }
}
