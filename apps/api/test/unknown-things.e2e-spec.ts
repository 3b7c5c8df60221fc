import { RulesetCatalog, rulesetRef, sampleRulesets } from '@app/ruleset';
import { writeRuleset, writeRulesetRef } from '@app/testing';
import { everything } from './access-steps';
import { logs } from './opened-log';
import { type Person, RunningApi } from './running-api';

const administrator = 'administrator-of-units';
const [sample] = sampleRulesets();
if (!sample) throw new Error('There is no sample ruleset');
const deadlines = { submitBy: '2024-12-31T17:00:00.000Z', appraiseBy: '2025-02-28T17:00:00.000Z' };
const blocks = [{ blockId: 'khoi', ruleset: writeRulesetRef }];
const batch = {
  ...{ campaign: 'sipas', batch: 'dot_1', questions: ['Q1'], responses: ['A', 'B'] },
  ...{ sourceName: 'a.csv', sourceSha256: 'a'.repeat(64) },
};
const received = {
  ...{ caseId: 'v1', kind: 'complaint', externalNumber: '1/KN', channel: '1022', component: null as string | null },
  ...{ receivedOn: '2024-01-01', dueOn: '2024-01-02' },
};

/** What is said about things that do not exist would be accepted, stored, and never counted: it is refused. */
describe.each(logs)('about what does not exist, the log in %s', (log) => {
  let api: RunningApi;
  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset, sample]);
    api = await RunningApi.start({ log, rulesets, units: ['ma'], others: ['#an'] });
    await api.accepted(administrator, '/blocks', { blockId: 'khoi', name: 'Khối' });
    for (const unitId of ['so_a', 'so_b']) {
      const unit = { unitId, name: unitId, type: 'department', registeredOn: '2020-01-01' };
      await api.accepted(administrator, '/units', unit);
    }
    await api.accepted(administrator, '/blocks/khoi/members', { unitId: 'so_a', from: '2020-01-01' });
    await api.accepted(administrator, '/periods', { year: 2024, ...deadlines, blocks });
    await api.accepted(administrator, '/results/2024/khoi/opening');
  });
  afterAll(() => api.stop());

  const unwritten = async (stream: string): Promise<boolean> => {
    for await (const event of api.store.read(stream)) return event.stream !== stream;
    return true;
  };

  it.each([
    ['a unit that nobody registered', '2024/ma', 'survey-2024.ma'],
    ['a unit without a file', '2024/so_b', 'survey-2024.so_b'],
    ['a year without files', '2023/so_a', 'survey-2023.so_a'],
  ])('a survey batch is refused: %s', async (_what, address, stream) => {
    expect(await api.refused('survey-organiser', `/surveys/${address}/batches`, batch)).toMatchObject({
      status: 404,
      code: 'assessment.not-opened',
    });
    expect(await unwritten(stream)).toBe(true);
  });

  it('a survey batch names no rules: those of the opened file bind it', async () => {
    const named = { ...batch, ruleset: rulesetRef(sample) };
    const problem = await api.refused('survey-organiser', '/surveys/2024/so_a/batches', named);
    expect(problem.errors?.map(({ field }) => field)).toEqual(['ruleset']);
    await api.accepted('survey-organiser', '/surveys/2024/so_a/batches', batch);
  });

  it('a case needs a registered unit, and a component that its rules know once the file is open', async () => {
    expect(await api.refused('case-handler', '/cases/2024/ma', received)).toMatchObject({
      status: 404,
      code: 'unit.not-registered',
    });
    expect(await unwritten('casework-2024.ma')).toBe(true);
    const of = (component: string) => ({ ...received, component });
    expect(await api.refused('case-handler', '/cases/2024/so_a', of('9.9.9'))).toMatchObject({
      code: 'assessment.unknown-component',
    });
    await api.accepted('case-handler', '/cases/2024/so_a', of('2.1.2'));
    await api.accepted('case-handler', '/cases/2024/so_b', of('9.9.9'));
  });

  it('a block takes registered units only', async () => {
    const joining = { unitId: 'ma', from: '2020-01-01' };
    expect(await api.refused(administrator, '/blocks/khoi/members', joining)).toMatchObject({
      status: 404,
      code: 'unit.not-registered',
    });
  });

  const granting = { role: 'appraiser', ...everything, until: null, reason: 'Phân công' };
  const delegating = { ...granting, until: '2024-12-31T00:00:00.000Z' };
  it.each<[Person, string, object, string]>([
    [administrator, 'grants', { ...granting, unitId: 'ma' }, 'unit.not-registered'],
    [administrator, 'grants', { ...granting, blockIds: ['khoi', 'ma'] }, 'unit.block-not-defined'],
    ['appraiser@ma', 'delegations', { ...delegating, unitId: 'ma' }, 'unit.not-registered'],
    ['appraiser', 'delegations', { ...delegating, blockIds: ['khoi', 'ma'] }, 'unit.block-not-defined'],
  ])('a right reaches registered units and defined blocks only: %s, %s: %j', async (by, kind, right, code) => {
    expect(await api.refused(by, `/accounts/an/${kind}`, right)).toMatchObject({ status: 404, code });
    expect(await unwritten('account-an')).toBe(true);
  });

  it('a grant and a delegation reach what there is', async () => {
    const [unitId, blockIds] = ['so_a', ['khoi']];
    await api.accepted(administrator, '/accounts/an/grants', { ...granting, unitId, blockIds });
    await api.accepted('appraiser', '/accounts/an/delegations', { ...delegating, blockIds });
    expect(await unwritten('account-an')).toBe(false);
  });

  it('a year opens and skips defined blocks only', async () => {
    const ghost = { year: 2025, ...deadlines, blocks: [...blocks, { ...blocks[0], blockId: 'ma' }] };
    expect(await api.refused(administrator, '/periods', ghost)).toMatchObject({
      status: 404,
      code: 'unit.block-not-defined',
      details: { blockId: 'ma' },
    });
    expect(await unwritten('period-2025')).toBe(true);
    const skipped = { blockId: 'ma', reason: 'Sắp xếp lại' };
    expect(await api.refused(administrator, '/periods/2024/skipped-blocks', skipped)).toMatchObject({
      code: 'unit.block-not-defined',
    });
  });

  it('a year does not open with deadlines that have passed, told in Vietnamese time', async () => {
    const past = { submitBy: '2023-12-30T16:59:59.999Z', appraiseBy: '2023-12-31T16:59:59.999Z' };
    const problem = await api.refused(administrator, '/periods', { year: 2023, ...past, blocks });
    expect(problem).toMatchObject({ status: 422, code: 'period.deadlines-have-passed' });
    expect(problem.detail).toContain('23:59 30/12/2023 (giờ Việt Nam)');
  });
});
