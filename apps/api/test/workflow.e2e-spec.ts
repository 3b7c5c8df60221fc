import type { RecordedEvent } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import type { UnitScore } from '@app/scorecard';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import { AccessSteps } from './access-steps';
import { logs } from './opened-log';
import { type Person, problemIn, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const submitBy = '2024-12-31T17:00:00.000Z';
const appraiseBy = '2025-02-28T17:00:00.000Z';
const answerBy = '2025-01-20T10:00:00.000Z';
const secondsFrom = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1000).toISOString();
const evidence = (digit: string) => ({ sha256: digit.repeat(64), name: `${digit}.pdf`, issuedOn: '2024-12-01' });
const ratio = { kind: 'ratio', numerator: '1', denominator: '1' };
const declarations = [
  { component: '1.1.1', declaration: { kind: 'choice', value: 'yes' }, evidence: [evidence('a')] },
  { component: '1.1.2', declaration: ratio, evidence: [] },
  { component: '1.1.3', declaration: { kind: 'points', points: '3' }, evidence: [] },
  { component: '1.1.4', declaration: ratio, evidence: [] },
  { component: '1.1.5', declaration: ratio, evidence: [] },
  { component: '2.1.3', declaration: { kind: 'points', points: '0' }, evidence: [] },
];
const reasons = { reasonCode: 'thieu_minh_chung', reason: 'Thiếu minh chứng', correction: false };
const question = { component: '1.1.3', round: 1, question: 'Kết quả nào?', answerBy };
const minutes = { number: '12/BB-HĐTĐ', heldOn: '2025-01-15' };
const decision = { minutes, votes: { for: 5, against: 1, abstained: 1 }, reason: 'Giải trình đủ căn cứ' };
const ruling = {
  case: { kind: 'score-objection', caseId: 'kd_1' },
  decision: { number: '15/QĐ', signedOn: '2025-03-12', signer: 'Chủ tịch Hội đồng' },
  reason: 'Đủ tài liệu',
};

/** Rules on what the clerk `council` entered of the council's decisions. */
const otherClerk = '#thu_ky_khac';

/** Works for the unit that appraises as lead agency. */
const ofLeadAgency = 'appraiser@so_noi_vu';

/** Everything that anybody may try on a file, by name: who, where, what. */
const acts = {
  record: ['unit-officer@so_a', 'self-scores', declarations[2]],
  request: ['unit-officer@so_a', 'approval-requests', {}],
  submit: ['unit-head@so_a', 'submission', {}],
  decline: ['unit-head@so_a', 'approval-refusals', { reason: 'Chưa đủ' }],
  extend: [administrator, 'extensions', { components: null, submitBy: '2025-02-01T17:00:00.000Z', reason: 'Bão' }],
  explain: ['unit-officer@so_a', 'explanations/gt_1/answer', { text: 'Đã có', evidence: [evidence('b')] }],
  explainMore: ['unit-head@so_a', 'explanations/gt_2/answer', { text: 'Đã có', evidence: [] }],
  return: ['appraiser', 'returns', { reason: 'Bổ sung', submitBy: '2025-01-18T17:00:00.000Z' }],
  confirm: ['appraiser', 'confirmations', { component: '1.1.3', round: 1 }],
  confirmNext: ['appraiser', 'confirmations', { component: '1.1.3', round: 2 }],
  adjust: ['appraiser', 'adjustments', { component: '1.1.3', round: 1, from: '3', to: '2', ...reasons }],
  adjustNext: ['appraiser', 'adjustments', { component: '1.1.3', round: 2, from: '3', to: '2', ...reasons }],
  ask: ['appraiser', 'explanations', { explanationId: 'gt_1', ...question }],
  askMore: ['appraiser', 'explanations', { explanationId: 'gt_2', ...question }],
  closeField: ['appraiser', 'field-closures', { field: '1', round: 1, leadAgency: null }],
  closeFieldNext: ['appraiser', 'field-closures', { field: '1', round: 2, leadAgency: null }],
  closeOther: [ofLeadAgency, 'field-closures', { field: '2', round: 1, leadAgency: 'so_noi_vu' }],
  close: ['appraiser', 'closure', {}],
  decide: ['council', 'council-decisions', { component: '1.1.3', from: '2', to: '2.5', ...decision }],
  rule: [otherClerk, 'rulings', { component: '1.1.3', from: '2.5', to: '3', ...ruling }],
} as const satisfies Readonly<Record<string, readonly [Person, string, object | undefined]>>;
type ActName = keyof typeof acts;

describe.each(logs)('the course of a file, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    const people = { units: ['so_a', 'so_b', 'so_c'], others: [otherClerk, ofLeadAgency] as const };
    api = await RunningApi.start({ log, ...people, rulesets, now: '2024-01-02T01:00:00.000Z' });
    await new AccessSteps(api).grant(otherClerk, 'council');
    for (const unitId of ['so_a', 'so_b', 'so_c']) {
      const blockId = `khoi_${unitId}`;
      await api.accepted(administrator, '/blocks', { blockId, name: blockId });
      const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
      await api.accepted(administrator, '/units', unit);
      await api.accepted(administrator, `/blocks/${blockId}/members`, { unitId, from: '2020-01-01' });
    }
    const leading = { unitId: 'so_noi_vu', name: 'Sở Nội vụ', type: 'department', registeredOn: '2020-01-01' };
    await api.accepted(administrator, '/units', leading);
    const blocks = ['khoi_so_a', 'khoi_so_b', 'khoi_so_c'].map((blockId) => ({ blockId, ruleset: writeRulesetRef }));
    await api.accepted(administrator, '/periods', { year: 2024, submitBy, appraiseBy, blocks });
    for (const { blockId } of blocks) await api.accepted(administrator, `/results/2024/${blockId}/opening`);
    api.clock.set('2024-12-20T02:00:00.000Z');
  });
  afterAll(() => api.stop());

  const commandOf = (name: ActName, unit = 'so_a') => {
    const [person, path, body] = acts[name];
    const by = person.replace('@so_a', `@${unit}`) as Person;
    return [by, `/assessments/2024/${unit}/${path}`, body] as const;
  };
  const accepted = (name: ActName, unit?: string) => api.accepted(...commandOf(name, unit));

  /** Each is refused as told, and the file is as long as before. */
  async function refused(expected: Partial<Record<ActName, string>>, unit?: string, status = 409): Promise<void> {
    const file = `assessment-2024.${unit ?? 'so_a'}`;
    const before = await lengthOf(file);
    for (const [name, code] of Object.entries(expected)) {
      const { code: given, status: answered } = problemIn(await api.command(...commandOf(name as ActName, unit)));
      expect([name, answered, given]).toEqual([name, status, `assessment.${code}`]);
    }
    expect(await lengthOf(file)).toBe(before);
  }

  async function declareAll(unit: string): Promise<void> {
    for (const declaration of declarations)
      await api.accepted(`unit-officer@${unit}`, `/assessments/2024/${unit}/self-scores`, declaration);
  }

  const unsubmitted = {
    ...{ return: 'not-submitted', confirm: 'not-submitted', adjust: 'not-submitted', ask: 'not-submitted' },
    ...{ closeField: 'not-submitted', close: 'not-submitted', decide: 'appraisal-is-not-closed' },
    rule: 'appraisal-is-not-closed',
  };
  const locked = {
    ...{ record: 'is-locked', request: 'is-locked', submit: 'is-locked', decline: 'is-locked', extend: 'is-locked' },
  };

  it('declaring: neither asks for approval before all is declared, nor is submitted, appraised or decided', async () => {
    await accepted('record');
    await refused({ request: 'declarations-are-missing' });
    await declareAll('so_a');
    await refused({ submit: 'approval-is-not-requested', decline: 'approval-is-not-requested', ...unsubmitted });
  });

  it('awaiting approval: takes no declaration and no appraisal', async () => {
    await accepted('request');
    await refused({ record: 'awaits-approval', request: 'awaits-approval', ...unsubmitted });
  });

  it('declined: is declared again, and asks again before it is submitted', async () => {
    await accepted('decline');
    await refused({ submit: 'approval-is-not-requested', decline: 'approval-is-not-requested', ...unsubmitted });
    await accepted('record');
    await accepted('request');
    await accepted('submit');
  });

  it('submitted: is locked, and closed only after it was judged', async () => {
    await refused({ ...locked, confirmNext: 'round-out-of-order', adjustNext: 'round-out-of-order' });
    await refused({ closeField: 'appraisals-are-missing', close: 'appraisals-are-missing' });
    await refused({ decide: 'appraisal-is-not-closed' });
    await refused({ explain: 'explanation-is-unknown' }, 'so_a', 404);
  });

  it('is not appraised by the unit itself', async () => {
    const before = await lengthOf('assessment-2024.so_a');
    const [, path, body] = commandOf('confirm');
    expect(problemIn(await api.command('appraiser@so_a', path, body))).toMatchObject({
      status: 403,
      code: 'assessment.own-unit-appraised',
    });
    expect(await lengthOf('assessment-2024.so_a')).toBe(before);
  });

  it('round 1: of two appraisers who save one component at once, one is told that the other was faster', async () => {
    const before = await lengthOf('assessment-2024.so_a');
    const [, adjustments, points] = commandOf('adjust');
    const [, confirmations, component] = commandOf('confirm');
    const answers = await Promise.all([
      api.command('appraiser', adjustments, points),
      api.command('appraiser@so_b', confirmations, component),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const [late] = answers.filter(({ status }) => status === 412);
    expect(late?.body).toMatchObject({ code: 'http.precondition-failed' });
    expect(await lengthOf('assessment-2024.so_a')).toBe(before + 1);
    await refused({ ...locked, confirm: 'already-appraised', confirmNext: 'round-is-open' });
  });

  it('returned: is declared again; what stood behind other evidence is judged anew', async () => {
    await accepted('return');
    await refused({ submit: 'approval-is-not-requested', ...unsubmitted });
    const replaced = { ...declarations[2], evidence: [evidence('c')] };
    await api.accepted('unit-officer@so_a', '/assessments/2024/so_a/self-scores', replaced);
    await accepted('request');
    await accepted('submit');
    await refused({ closeField: 'appraisals-are-missing' });
    for (const { component } of declarations)
      await api.accepted('appraiser', '/assessments/2024/so_a/confirmations', { component, round: 1 });
    await refused({ ...locked, adjust: 'already-appraised', close: 'fields-are-not-closed' });
  });

  it('awaiting explanation, explained, explanation lapsed: closes no field before the answer or its deadline', async () => {
    await accepted('ask');
    await refused({ ask: 'explanation-already-asked', closeField: 'explanation-is-awaited', ...locked });
    const position = await accepted('explain');
    const sheet = await api.answered<UnitScore>('unit-head@so_a', '/scorecards/2024/so_a', position);
    expect(sheet.explanations).toMatchObject([{ explanationId: 'gt_1', answerBy, answer: { text: 'Đã có' } }]);
    await refused({ explain: 'explanation-already-given' });
    await accepted('askMore');
    api.clock.set(secondsFrom(answerBy, -1));
    await refused({ closeField: 'explanation-is-awaited' });
    api.clock.set(answerBy);
    await refused({ explainMore: 'explanation-deadline-passed' });
  });

  it('field closed: takes no more words and questions in its round, and the others keep the file open', async () => {
    await accepted('closeField');
    const shut = { confirm: 'field-is-closed', adjust: 'field-is-closed', ask: 'field-is-closed' };
    await refused({ ...locked, ...shut, closeField: 'field-is-closed', close: 'fields-are-not-closed' });
    await refused({ closeFieldNext: 'field-is-in-another-round' });
  });

  it('round 2: goes on where round 1 ended, and is closed again', async () => {
    await accepted('adjustNext');
    await refused({ confirmNext: 'already-appraised', confirm: 'round-out-of-order', ask: 'round-out-of-order' });
    await refused({ closeField: 'field-is-in-another-round', close: 'fields-are-not-closed' });
    const [, path, body] = commandOf('closeOther');
    const closedBy = (leadAgency: string) => api.refused('appraiser', path, { ...body, leadAgency });
    expect(await closedBy('so_la')).toMatchObject({ status: 404, code: 'unit.not-registered' });
    expect(await closedBy('so_b')).toMatchObject({ status: 422, code: 'assessment.nothing-to-appraise' });
    expect(await closedBy('Sở Nội vụ')).toMatchObject({ status: 422, code: 'input.identifier-is-invalid' });
    const ofAnother = await api.refused('appraiser@so_b', path, body);
    expect(ofAnother).toMatchObject({ status: 403, code: 'assessment.agency-is-not-yours' });
    await accepted('closeOther');
    expect((await lastOf('assessment-2024.so_a')).data).toMatchObject({
      leadAgencies: [{ name: 'Sở Nội vụ', unitId: 'so_noi_vu' }],
    });
    await refused({ close: 'fields-are-not-closed', decide: 'appraisal-is-not-closed' });
    await accepted('closeFieldNext');
    await accepted('close');
  });

  const shut = {
    ...{ return: 'appraisal-is-closed', confirm: 'appraisal-is-closed', adjust: 'appraisal-is-closed' },
    ...{ ask: 'appraisal-is-closed', closeField: 'appraisal-is-closed', close: 'appraisal-is-closed' },
    explainMore: 'appraisal-is-closed',
  };

  it('closed: is left to the council', async () => {
    await refused({ ...locked, ...shut });
    const [, path, body] = commandOf('decide');
    expect((await api.command('appraiser', path, body)).status).toBe(403);
    const position = await accepted('decide');
    const sheet = await api.answered<UnitScore>('council', '/scorecards/2024/so_a', position);
    expect(sheet.components.find(({ code }) => code === '1.1.3')).toMatchObject({
      points: { exact: '2.5' },
      reason:
        'Hội đồng thẩm định (biên bản số 12/BB-HĐTĐ ngày 15/01/2025, 5/7 phiếu) cho 2,5 điểm (thẩm định vòng 2: 2 điểm): Giải trình đủ căn cứ.',
    });
  });

  it('council decided: only on what it saw', () =>
    refused({ ...locked, ...shut, decide: 'points-have-changed', rule: 'case-is-not-upheld' }));

  it('provisional: an upheld objection gives points above the council’s, and the council decides on them no more', async () => {
    const batch = { campaign: 'sipas', batch: 'dot_1', questions: ['Q1'], responses: ['A', 'A'] };
    const source = { sourceName: 'a.csv', sourceSha256: 'd'.repeat(64) };
    await api.accepted('survey-organiser', '/surveys/2024/so_a/batches', { ...batch, ...source });
    api.clock.set('2025-03-11T02:00:00.000Z');
    const objectUntil = '2025-03-14T17:00:00.000Z';
    await api.accepted(administrator, '/results/2024/khoi_so_a/provisional-results', { objectUntil });
    const objection = { caseId: 'kd_1', component: '1.1.3', channel: 'van_ban' };
    await api.accepted('unit-head@so_a', '/cases/2024/so_a/objections', objection);
    await refused({ ...locked, ...shut, decide: 'points-have-changed', rule: 'case-is-not-upheld' });
    api.clock.set('2025-03-12T02:00:00.000Z');
    const upheld = { outcome: 'upheld', closedOn: '2025-03-12', reason: 'Đúng' };
    await api.accepted('case-handler', '/cases/2024/so_a/kd_1/closure', upheld);
    const [, path, body] = commandOf('rule');
    expect(problemIn(await api.command('council', path, body)).code).toBe('assessment.ruler-is-involved');
    const position = await accepted('rule');
    const sheet = await api.answered<UnitScore>('council', '/scorecards/2024/so_a', position);
    expect(sheet.components.find(({ code }) => code === '1.1.3')).toMatchObject({
      ...{ appraised: '2', ruled: '3', points: { exact: '3' } },
      reason:
        'Quyết định 15/QĐ ngày 12/03/2025 về kiến nghị kd_1 cho 3 điểm (Hội đồng thẩm định: 2,5 điểm): Đủ tài liệu.',
    });
    await refused({ ...locked, ...shut, decide: 'points-are-ruled', rule: 'points-have-changed' });
  });

  it('official: the council decides no more', async () => {
    api.clock.set('2025-03-15T02:00:00.000Z');
    const signed = { number: '1/QĐ', signedOn: '2025-03-15', signer: 'Chủ tịch' };
    await api.accepted(administrator, '/results/2024/khoi_so_a/publication', { decision: signed });
    await refused({ ...locked, ...shut, decide: 'results-are-recorded', rule: 'points-have-changed' });
  });

  it('deadlines count to the second: 1 s before is in time, at them and 1 s after is not, also of an extension', async () => {
    api.clock.set('2024-12-20T02:00:00.000Z');
    await declareAll('so_b');
    const late = 'submission-deadline-passed';
    const extendedTo = '2025-01-10T17:00:00.000Z';
    const again = '2025-01-15T17:00:00.000Z';
    const extensions = '/assessments/2024/so_b/extensions';
    api.clock.set(secondsFrom(submitBy, -1));
    await accepted('request', 'so_b');
    for (const seconds of [0, 1]) {
      api.clock.set(secondsFrom(submitBy, seconds));
      await refused({ submit: late, decline: late }, 'so_b');
    }
    await api.accepted(administrator, extensions, { components: null, submitBy: extendedTo, reason: 'Bão số 3' });
    api.clock.set(secondsFrom(extendedTo, -1));
    await accepted('decline', 'so_b');
    for (const seconds of [0, 1]) {
      api.clock.set(secondsFrom(extendedTo, seconds));
      await refused({ record: late, request: late }, 'so_b');
    }
    await api.accepted(administrator, extensions, { components: null, submitBy: again, reason: 'Mất điện' });
    api.clock.set(secondsFrom(again, -1));
    await accepted('request', 'so_b');
    await accepted('submit', 'so_b');
    api.clock.set(appraiseBy);
    await refused({ confirm: 'appraisal-deadline-passed', return: 'appraisal-deadline-passed' }, 'so_b');
  });

  it('an appraisal is late but for what it was extended for, until the end of the day after the weekend', async () => {
    const asked = { appraiseBy: '2025-03-08T10:00:00.000Z' };
    const inEffect = '2025-03-10T17:00:00.000Z';
    const extension = { ...asked, components: ['1.1.3'], reason: 'Bão số 3' };
    expect((await api.command('appraiser', `${fileOf('so_b')}/appraisal-extensions`, extension)).status).toBe(403);
    await api.accepted(administrator, `${fileOf('so_b')}/appraisal-extensions`, extension);
    expect((await lastOf('assessment-2024.so_b')).data).toMatchObject({ appraiseBy: inEffect, asked });
    const passed = 'appraisal-deadline-passed';
    for (const seconds of [0, 1]) {
      api.clock.set(secondsFrom(inEffect, seconds));
      await refused({ confirm: passed, adjust: passed, ask: passed, return: passed, close: passed }, 'so_b');
    }
    api.clock.set(secondsFrom(inEffect, -1));
    await refused({ return: passed }, 'so_b');
    const other = { component: '1.1.2', round: 1 };
    expect(await api.refused('appraiser', `${fileOf('so_b')}/confirmations`, other)).toMatchObject({
      ...{ status: 409, code: `assessment.${passed}` },
      details: { appraiseBy },
    });
    await accepted('confirm', 'so_b');
  });

  it('a declaration is late but for what it was extended for, until the end of the first day after Tết', async () => {
    api.clock.set('2024-12-20T02:00:00.000Z');
    await declareAll('so_c');
    const asked = { submitBy: '2025-02-03T10:00:00.000Z' };
    const inEffect = '2025-02-06T17:00:00.000Z';
    api.clock.set(submitBy);
    const extension = { ...asked, components: ['1.1.3'], reason: 'Chờ số liệu của Trung ương' };
    const nothing = await api.refused(administrator, `${fileOf('so_c')}/extensions`, { ...extension, components: [] });
    expect(nothing.status).toBe(400);
    await api.accepted(administrator, `${fileOf('so_c')}/extensions`, extension);
    expect((await lastOf('assessment-2024.so_c')).data).toMatchObject({ submitBy: inEffect, asked });
    api.clock.set(secondsFrom(inEffect, -1));
    await accepted('record', 'so_c');
    const [, ratioOnly] = declarations;
    expect(await api.refused('unit-officer@so_c', `${fileOf('so_c')}/self-scores`, ratioOnly)).toMatchObject({
      ...{ status: 409, code: 'assessment.submission-deadline-passed' },
      details: { submitBy },
    });
    for (const seconds of [0, 1]) {
      api.clock.set(secondsFrom(inEffect, seconds));
      await refused({ record: 'submission-deadline-passed', request: 'submission-deadline-passed' }, 'so_c');
    }
    api.clock.set(secondsFrom(inEffect, -1));
    await accepted('request', 'so_c');
    await accepted('submit', 'so_c');
  });

  const fileOf = (unit: string) => `/assessments/2024/${unit}`;

  async function lastOf(stream: string): Promise<RecordedEvent> {
    let last: RecordedEvent | undefined;
    for await (const event of api.store.read(stream)) last = event;
    if (last === undefined) throw new Error(`${stream} is empty`);
    return last;
  }

  async function lengthOf(stream: string): Promise<number> {
    const types: string[] = [];
    for await (const { type } of api.store.read(stream)) types.push(type);
    return types.length;
  }
});
