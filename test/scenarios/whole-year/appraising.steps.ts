import { sampleDecree } from '@app/testing';
import { administrator, document, fileOf, type Given, newName, ofField } from './work';

const closures = '/assessments/{year}/{unitId}/field-closures';
const confirmations = '/assessments/{year}/{unitId}/confirmations';
const answers = '/assessments/{year}/{unitId}/explanations/{explanationId}/answer';
const decisions = '/assessments/{year}/{unitId}/council-decisions';
const answer = { path: { ...fileOf('so_b').path, explanationId: 'gt_1' } };

/** Two rounds by field, an explanation, the council; people asked and cases counted. */
export function appraising(given: Given): void {
  it('each appraises the own field only, and nobody what a unit has not submitted', async () => {
    const { desk } = given();
    given().at('2026-12-01T02:00:00.000Z');
    const other = { ...fileOf('so_b'), body: { component: '2.1.3', round: 1 } };
    expect(await desk.refused('#td_linh_vuc_1', confirmations, other)).toBe('403 assessment.field-is-not-yours');
    const old = { ...fileOf('so_d'), body: { component: '1.1.1', round: 1 } };
    expect(await desk.refused('#td_linh_vuc_1', confirmations, old)).toBe('409 assessment.unit-has-ended');
    expect(await given().filesIn({ state: 'ended' })).toEqual(['so_d', 'so_e']);
    const own = { ...fileOf('so_a'), body: { component: '1.1.1', round: 1 } };
    expect(await desk.refused('appraiser@so_a', confirmations, own)).toBe('403 assessment.own-unit-appraised');
  });

  it('a unit gets another name while its file is appraised: the same unit, the same file', async () => {
    const { desk } = given();
    const path = { unitId: 'so_a' };
    const body = { name: newName, effectiveOn: '2026-12-01', decree: sampleDecree };
    await desk.does(administrator, '/units/{unitId}/renaming', { path, body });
    const nameOn = async (on: string) => (await desk.asks('auditor', '/units/{unitId}', { path, query: { on } })).name;
    expect([await nameOn('2026-11-30'), await nameOn('2026-12-01')]).toEqual(['so_a (mẫu)', newName]);
    expect(await given().sheetOf('so_a')).toMatchObject({ phase: 'submitted', self: { exact: '13/3' } });
  });

  it('an explanation is asked for and given before its deadline; until then the round stays open', async () => {
    const { desk } = given();
    await given().confirm('so_b', ['1.1.1', '1.1.2', '1.1.4', '1.1.5']);
    await given().adjust('so_b', '3', '1');
    const question = { explanationId: 'gt_1', component: '1.1.3', round: 1, question: 'Còn kết quả nào khác?' };
    const asking = { ...fileOf('so_b'), body: { ...question, answerBy: '2026-12-08T10:00:00.000Z' } };
    await desk.does('#td_linh_vuc_1', '/assessments/{year}/{unitId}/explanations', asking);
    expect(await given().told()).toEqual(['so_b explanation-asked']);
    const { answerBy: deadline } = asking.body;
    expect((await given().noticesOf('so_b')).at(-1)).toMatchObject({ component: '1.1.3', deadline });
    expect((await given().courseOf('so_b')).waits.at(-1)).toMatchObject({
      by: 'unit-officer',
      id: 'gt_1',
      until: deadline,
    });
    const closing = { ...fileOf('so_b'), body: { field: '1', round: 1, leadAgency: null } };
    expect(await desk.refused('#td_linh_vuc_1', closures, closing)).toBe('409 assessment.explanation-is-awaited');
    given().at('2026-12-08T09:59:59.999Z');
    const body = { text: 'Có Quyết định kèm theo', evidence: [document('quyet_dinh')] };
    await desk.does('unit-officer@so_b', answers, { ...answer, body });
    const { explanations } = await given().sheetOf('so_b');
    expect(explanations).toMatchObject([{ explanationId: 'gt_1', round: 1, answer: { text: body.text } }]);
    await given().closeField('so_b', '1');
  });

  it('round 2 of one field goes on where round 1 ended, while the other field is in its first', async () => {
    const { desk } = given();
    const late = { ...fileOf('so_b'), body: { component: '1.1.3', round: 1 } };
    expect(await desk.refused('#td_linh_vuc_1', confirmations, late)).toBe('409 assessment.field-is-closed');
    given().at('2027-02-05T02:00:00.000Z');
    await given().adjust('so_b', '1', '1.5', 2);
    const { fields, waits } = await given().courseOf('so_b');
    expect(fields.map(({ code, round, shares }) => [code, round, shares.map(({ closed }) => closed)])).toEqual([
      ['1', 2, [false]],
      ['2', 0, [false]],
    ]);
    expect(fields[0]?.rounds.map(({ words, closures: closed }) => [words.length, closed.length])).toEqual([
      [5, 1],
      [1, 0],
    ]);
    expect(waits.map(({ by, field }) => `${by} ${field}`)).toEqual(['appraiser 1', 'appraiser 2']);
    await given().closeField('so_b', '1', 2);
    await given().confirm('so_b', ['2.1.3']);
    const early = await desk.refused('appraiser', '/assessments/{year}/{unitId}/closure', fileOf('so_b'));
    expect(early).toBe('409 assessment.fields-are-not-closed');
    await given().closeField('so_b', '2');
    await given().close('so_b');
  });

  it('the council decides what stays in dispute, by its minutes and votes', async () => {
    const { desk } = given();
    const minutes = { number: '12/BB-HĐTĐ (mẫu)', heldOn: '2027-02-05' };
    const votes = { for: 5, against: 1, abstained: 1 };
    const decision = { component: '1.1.3', from: '1.5', to: '2', minutes, votes, reason: 'Giải trình đủ căn cứ' };
    const act = { ...fileOf('so_b'), body: decision };
    expect(await desk.refused(ofField['1'] ?? 'appraiser', decisions, act)).toMatch(/^403 /);
    const unseen = { ...act, body: { ...decision, from: '1' } };
    expect(await desk.refused('council', decisions, unseen)).toBe('409 assessment.points-have-changed');
    await desk.does('council', decisions, act);
    expect(await given().told()).toEqual(['so_b council-decided']);
    expect((await given().courseOf('so_b')).councilDecisions).toMatchObject([{ points: '2', minutes, votes }]);
    const { components } = await given().sheetOf('so_b');
    expect(components.find(({ code }) => code === '1.1.3')).toMatchObject({
      ...{ self: { exact: '3' }, points: { exact: '2' } },
      reason:
        'Hội đồng thẩm định (biên bản số 12/BB-HĐTĐ (mẫu) ngày 05/02/2027, 5/7 phiếu) cho 2 điểm (thẩm định vòng 2: 1,5 điểm): Giải trình đủ căn cứ.',
    });
  });

  it('what a unit says does not apply to it leaves its maximum when the appraiser agrees, and not before', async () => {
    const of113 = async () => {
      const { maximum, components } = await given().sheetOf('so_a');
      return [maximum.exact, components.find(({ code }) => code === '1.1.3')];
    };
    const waiting = 'Chưa thẩm định; đơn vị khai không áp dụng.';
    const nothing = { self: null, points: null };
    expect(await of113()).toMatchObject(['10', { ...nothing, state: 'missing', reason: waiting }]);
    await given().appraise('so_a');
    const agreed = 'Thẩm định vòng 1 chấp nhận không áp dụng; 3 điểm được rút khỏi điểm tối đa.';
    expect(await of113()).toMatchObject(['7', { ...nothing, state: 'not-applicable', reason: agreed }]);
  });

  it('the other files are appraised in one round, until the deadline that Tết moved', async () => {
    await given().finish('so_c');
    given().at('2027-02-06T16:59:59.999Z');
    await given().appraise('so_de', '1');
  });

  it('people are asked, and upheld complaints counted; a batch entered by mistake is withdrawn', async () => {
    const { desk } = given();
    for (const unitId of ['so_a', 'so_b', 'so_c']) await given().survey(unitId, 'A');
    await given().survey('so_de', 'B');
    await given().survey('so_de', 'C', 'dot_2');
    const body = { campaign: 'sipas_mau', batch: 'dot_2', reason: 'Nhập nhầm' };
    await desk.does('survey-organiser', '/surveys/{year}/{unitId}/withdrawals', { ...fileOf('so_de'), body });
    const surveys = await desk.asks('survey-organiser', '/surveys/{year}/{unitId}', fileOf('so_de'));
    expect(surveys.batches.map(({ batch, withdrawn }) => [batch, withdrawn?.reason])).toEqual([
      ['dot_1', undefined],
      ['dot_2', 'Nhập nhầm'],
    ]);
    expect(surveys.results).toEqual([
      { question: 'Q1', asked: 10, answered: 10, options: [{ option: 'B', answers: 10 }] },
    ]);
    await given().upheldComplaint('so_c', 'kn_1', null, '2027-02-05');
    const { survey, penalty, total } = await given().sheetOf('so_c');
    expect([survey.exact, penalty.exact]).toEqual(['2', '0.5']);
    expect(total).toEqual({ exact: '17/3', displayed: '5.67' });
    expect(await given().sheetOf('so_de')).toMatchObject({ survey: { exact: '1' }, total: { exact: '6' } });
  });
}
