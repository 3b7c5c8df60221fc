import { RulesetCatalog } from '@app/ruleset';
import { writeRuleset } from '@app/testing';
import { AccessSteps } from './access-steps';
import { department } from './opened-files';
import { RunningApi } from './running-api';
import { openYear, ruler, UnitYearCourse } from './unit-year-course';

const administrator = 'administrator-of-units';

let api: RunningApi;
let course: UnitYearCourse;
beforeAll(async () => {
  api = await RunningApi.start({ rulesets: new RulesetCatalog([writeRuleset]), units: ['u1'], others: [ruler] });
  await api.accepted(administrator, '/blocks', { blockId: 'b1', name: 'Khối' });
  for (const unitId of ['u1', 'u2']) await api.accepted(administrator, '/units', department(unitId));
  await api.accepted(administrator, '/blocks/b1/members', { unitId: 'u1', from: '2020-01-01' });
  await new AccessSteps(api).grant(ruler, 'council');
  await openYear(api, ['b1']);
  course = new UnitYearCourse(api, 'u1', 'b1');
});
afterAll(() => api.stop());

const complaint = (caseId: string, receivedOn: string) => ({
  ...{ caseId, kind: 'score-complaint', component: null, externalNumber: `${caseId}/KN`, channel: 'van_ban' },
  ...{ receivedOn, dueOn: '2025-12-31' },
});
const complains = (unitYear: string, receivedOn: string) =>
  api.accepted('case-handler', `/cases/${unitYear}`, complaint('kn_1', receivedOn));
async function refusal(unitYear: string, receivedOn: string): Promise<unknown[]> {
  const body = complaint('kn_9', receivedOn);
  const { status, code, details } = await api.refused('case-handler', `/cases/${unitYear}`, body);
  return [status, code, ...(details?.['limit'] === undefined ? [] : [details['limit']])];
}

describe('a complaint of a unit about its score', () => {
  const early = [409, 'casework.score-is-not-official'];

  it('is taken of official results, since the day of their decision; of provisional ones the unit objects', async () => {
    expect(await refusal('2024/u1', '2024-01-02')).toEqual(early);
    await course.goTo('ruld');
    expect(await refusal('2024/u1', '2025-03-15')).toEqual(early);
    await course.steps.offi();
    expect(await refusal('2024/u1', '2025-03-14')).toEqual([422, 'casework.date-does-not-fit', '2025-03-15']);
    expect(await refusal('2024/u2', '2025-03-15')).toEqual(early);
    await complains('2024/u1', '2025-03-15');
  }, 60_000);

  it('is taken of imported results that name the unit, once their year was over', async () => {
    await api.accepted(administrator, '/results/imports', {
      ...{ year: 2023, blockId: 'khoi_cu', blockName: 'Khối cũ (mẫu)' },
      source: { title: 'Quyết định mẫu', url: 'https://example.vn/2024' },
      rows: [{ unitId: 'u2', unitName: 'Đơn vị mẫu', index: '86.05', rank: 1 }],
    });
    expect(await refusal('2023/u1', '2025-03-15')).toEqual(early);
    expect(await refusal('2022/u2', '2025-03-15')).toEqual(early);
    expect(await refusal('2023/u2', '2023-12-31')).toEqual([422, 'casework.date-does-not-fit', '2024-01-01']);
    await complains('2023/u2', '2024-01-01');
  });
});
