import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import { v7 } from 'uuid';
import { openFiles } from './opened-files';
import { logs } from './opened-log';
import { RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const file = '/assessments/2024/so_a';

describe.each(logs)('one file, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start({ log, units: ['so_a'], rulesets: new RulesetCatalog([writeRuleset]) });
    await openFiles(api, ['so_a']);
  });
  afterAll(() => api.stop());

  const declared = {
    component: '1.1.2',
    declaration: { kind: 'ratio', numerator: '1', denominator: '2' },
    evidence: [],
  };
  const codeOf = async (...command: Parameters<RunningApi['refused']>) => (await api.refused(...command)).code;

  describe('declarations', () => {
    const officer = 'unit-officer@so_a';
    const scores = `${file}/self-scores`;

    it.each([
      ['a component that the rubric lacks', { ...declared, component: '9.9.9' }, 'assessment.unknown-component'],
      ['a component that the system counts', { ...declared, component: '2.1.1' }, 'assessment.component-is-counted'],
      ['the wrong kind of declaration', { ...declared, component: '1.1.1' }, 'ruleset.invalid-rule-input'],
      [
        'points over the maximum',
        { ...declared, override: { points: '2.01', reason: 'Đề nghị' } },
        'assessment.points-out-of-range',
      ],
      [
        'missing evidence without an explanation',
        { component: '1.1.1', declaration: { kind: 'choice', value: 'yes' }, evidence: [] },
        'assessment.evidence-is-missing',
      ],
    ])('refuse %s', async (_what, body, code) => {
      expect(await codeOf(officer, scores, body)).toBe(code);
    });

    it.each([
      [
        'a number that is not text',
        { ...declared, declaration: { kind: 'ratio', numerator: 1, denominator: '2' } },
        'declaration.numerator',
      ],
      ['an unknown kind', { ...declared, declaration: { kind: 'guess' } }, 'declaration.kind'],
      [
        'a kind with too much',
        { ...declared, declaration: { kind: 'not-applicable', points: '1' } },
        'declaration.points',
      ],
      ['evidence without a digest', { ...declared, evidence: [{ name: 'a.pdf' }] }, 'evidence.0.sha256'],
      ['an override without a reason', { ...declared, override: { points: '1' } }, 'override.reason'],
    ])('refuse %s, naming the field', async (_what, body, field) => {
      const problem = await api.refused(officer, scores, body);
      expect(problem.status).toBe(400);
      expect(problem.errors?.map((fault) => fault.field)).toEqual([field]);
    });

    it('are entered once, however often and at once the request is repeated', async () => {
      const key = v7();
      const answers = await Promise.all(Array.from({ length: 40 }, () => api.command(officer, scores, declared, key)));
      const bodies = new Set(answers.map(({ status, body }) => JSON.stringify([status, body])));
      expect(bodies.size).toBe(1);
      let entries = 0;
      for await (const { type } of api.store.read('assessment-2024.so_a'))
        entries += type === 'SelfScoreRecorded' ? 1 : 0;
      expect(entries).toBe(1);
    });

    it('of many at once who saw the same file: one is kept, and the others are told what the file is now', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => api.command(officer, scores, declared)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(412)]);
      const kept = answers.find(({ status }) => status === 201)?.headers['etag'];
      const told = new Set(answers.map(({ headers }) => headers['etag'] as string));
      expect([...told]).toEqual([kept]);
      let entries = 0;
      for await (const { type } of api.store.read('assessment-2024.so_a'))
        entries += type === 'SelfScoreRecorded' ? 1 : 0;
      expect(entries).toBe(2);
    });
  });

  describe('the file', () => {
    it('is extended for a reason, and not backwards', async () => {
      const reason = 'Lũ lụt';
      await api.accepted(administrator, `${file}/extensions`, {
        components: null,
        submitBy: '2025-01-15T17:00:00.000Z',
        reason,
      });
      const backwards = { components: null, submitBy: '2025-01-10T17:00:00.000Z', reason };
      expect(await codeOf(administrator, `${file}/extensions`, backwards)).toBe('assessment.extension-does-not-extend');
    });

    it('goes back to the unit only when it was submitted', async () => {
      const back = { reason: 'Bổ sung', submitBy: '2025-01-20T17:00:00.000Z' };
      expect(await codeOf('appraiser', `${file}/returns`, back)).toBe('assessment.not-submitted');
      expect(await codeOf('appraiser', `${file}/closure`)).toBe('assessment.not-submitted');
    });

    it('of a unit that is not assessed does not exist', async () => {
      expect(await codeOf('appraiser', '/assessments/2024/khac/closure')).toBe('assessment.not-opened');
      expect((await api.question('auditor', '/scorecards/2024/khac')).body).toMatchObject({
        code: 'scorecard.unit-score-not-found',
      });
    });
  });

  describe('survey batches', () => {
    const path = '/surveys/2024/so_a';
    const batch = {
      ...{ campaign: 'sipas', batch: 'dot_1', questions: ['Q1'], responses: ['A', 'B', '-'] },
      ...{ sourceName: 'a.csv', sourceSha256: 'a'.repeat(64) },
    };

    it('count once, and stop counting when withdrawn', async () => {
      await api.accepted('survey-organiser', `${path}/batches`, batch);
      expect(await codeOf('survey-organiser', `${path}/batches`, batch)).toBe('survey.batch-already-recorded');
      const same = { ...batch, batch: 'dot_2' };
      expect(await codeOf('survey-organiser', `${path}/batches`, same)).toBe('survey.source-already-recorded');
      const withdrawal = { campaign: 'sipas', batch: 'dot_1', reason: 'Trùng' };
      await api.accepted('survey-organiser', `${path}/withdrawals`, withdrawal);
      expect(await codeOf('survey-organiser', `${path}/withdrawals`, withdrawal)).toBe(
        'survey.batch-already-withdrawn',
      );
    });

    it.each([
      ['more than 500 responses', { responses: Array<string>(501).fill('A') }, 'http.invalid-request'],
      ['an option that the question lacks', { responses: ['Z'] }, 'survey.response-is-invalid'],
      ['a question that the rubric lacks', { questions: ['Q9'] }, 'survey.questions-do-not-fit'],
    ])('refuse %s', async (_what, change, code) => {
      const changed = { ...batch, batch: 'dot_3', sourceSha256: 'c'.repeat(64), ...change };
      expect(await codeOf('survey-organiser', `${path}/batches`, changed)).toBe(code);
    });
  });

  describe('cases', () => {
    const path = '/cases/2024/so_a';
    const dates = { receivedOn: '2024-01-01', dueOn: '2024-01-02' };
    const received = { caseId: 'v1', kind: 'feedback', externalNumber: '1/PA', channel: '1022', ...dates };

    it('are received, answered and concluded, each once', async () => {
      await api.accepted('case-handler', path, received);
      expect(await codeOf('case-handler', path, received)).toBe('casework.already-received');
      await api.accepted('case-handler', `${path}/v1/answer`, { answeredOn: '2024-01-02' });
      expect(await codeOf('case-handler', `${path}/v1/answer`, { answeredOn: '2024-01-02' })).toBe(
        'casework.already-answered',
      );
      await api.accepted('case-handler', `${path}/v1/closure`, {
        outcome: 'rejected',
        closedOn: '2024-01-02',
        reason: 'Không đúng',
      });
      expect(await codeOf('case-handler', `${path}/v2/answer`, { answeredOn: '2024-01-02' })).toBe(
        'casework.not-received',
      );
    });

    it('that are denunciations take no text, in which somebody could be named', async () => {
      await api.accepted('case-handler', path, { ...received, caseId: 't1', kind: 'denunciation-reference' });
      const conclusion = { outcome: 'upheld', closedOn: '2024-01-02', reason: 'Ông Nguyễn Văn A tố cáo' };
      expect(await codeOf('case-handler', `${path}/t1/closure`, conclusion)).toBe('casework.denunciation-text-refused');
      await api.accepted('case-handler', `${path}/t1/closure`, { ...conclusion, reason: null });
    });

    it('have no field for who complained', async () => {
      const problem = await api.refused('case-handler', path, {
        ...received,
        caseId: 'v3',
        complainant: 'Nguyễn Văn A',
      });
      expect(problem.errors).toEqual([
        { field: 'complainant', detail: 'trường này không có trong yêu cầu, hãy bỏ đi' },
      ]);
    });
  });

  it('keeps its block from being skipped', async () => {
    const skipped = { blockId: 'khoi', reason: 'Sắp xếp lại' };
    expect(await codeOf(administrator, '/periods/2024/skipped-blocks', skipped)).toBe('period.block-is-under-way');
  });

  describe('imported results', () => {
    const imported = {
      ...{
        year: 2021,
        blockId: 'khoi',
        blockName: 'Khối',
        n: 20,
        source: { title: 'Cổng thông tin', url: 'https://example.vn/2021' },
      },
      rows: [{ unitId: 'so_a', unitName: 'Sở A', index: '86.05', rank: 3 }],
    };

    it('are public with their source; what it does not say is absent', async () => {
      const position = await api.accepted(administrator, '/results/imports', imported);
      expect(await api.answered(undefined, '/rankings/2021/khoi', position)).toMatchObject({
        state: 'imported',
        source: { url: 'https://example.vn/2021' },
        ranked: [{ unitId: 'so_a', rank: 3, className: null, total: null, index: { exact: '86.05' } }],
      });
      expect(await codeOf(administrator, '/results/imports', imported)).toBe('publication.results-already-recorded');
    });

    it('need a source', async () => {
      const nowhere = { ...imported, year: 2020, source: { title: 'x', url: 'ftp://x' } };
      expect(await codeOf(administrator, '/results/imports', nowhere)).toBe('publication.source-address-is-invalid');
    });
  });

  it('refuses to ask for a year that nobody knows', async () => {
    expect((await api.question(undefined, '/rankings/1999/khoi')).body).toMatchObject({
      status: 404,
      code: 'ranking.not-found',
    });
    expect((await api.question(undefined, '/rankings/units/khong_co')).body).toMatchObject({
      status: 404,
      code: 'ranking.unit-not-found',
    });
    expect((await api.question('leader', '/flags?year=nam')).body).toMatchObject({
      status: 400,
      code: 'http.invalid-request',
    });
  });
});
