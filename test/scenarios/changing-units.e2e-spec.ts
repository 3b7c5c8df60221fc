import type { Flags } from '@app/accountability';
import type { Ranking, RankingHistory } from '@app/ranking';
import { RulesetCatalog } from '@app/ruleset';
import { sampleDecree, writeRuleset, writeRulesetRef } from '@app/testing';
import type { RegisteredUnit } from '@app/unit-register';
import { RunningApi } from '../../apps/api/test/running-api';
import { type Plan, YearOfUnits } from './year-of-units';

const administrator = 'administrator-of-units';
const [block, skipped] = ['so_nganh', 'khoi_hoi'] as const;
const blockOf = { so_nhat: block, so_goc: block, so_nguoi: block, so_tach: block, hoi_mau: skipped } as const;
type UnitId = keyof typeof blockOf;
const units = Object.keys(blockOf) as UnitId[];

const planOf: Readonly<Record<UnitId, Plan>> = {
  so_nhat: plan('so_nhat', '100', '3'),
  so_tach: plan('so_tach', '50', '1'),
  so_goc: plan('so_goc', '50', '0.6'),
  so_nguoi: plan('so_nguoi', '50', '0.5'),
  hoi_mau: plan('hoi_mau', '50', '0.6'),
};
function plan(unitId: string, ratio: string, byHand: string): Plan {
  return { unitId, yes: true, ratio, byHand, survey: 'A', upheldComplaints: 0 };
}

const source = { title: 'Quyết định mẫu', url: 'https://example.org/mau' };
const row = (unitId: UnitId, rank: number, index: string, grade: 'good' | 'fair') => ({
  ...{ unitId, unitName: `${unitId} (mẫu)`, rank, index, grade },
  className: grade === 'good' ? 'Tốt' : 'Khá',
});
/** Of heads and deputies: who, from when, until when. */
const people = [
  ['head', 'p1', 'Trưởng cũ (mẫu)', '2020-01-01', '2024-05-31'],
  ['head', 'p2', 'Trưởng mới (mẫu)', '2024-06-01', null],
  ['deputy', 'p3', 'Phó cũ (mẫu)', '2021-01-01', '2023-06-30'],
  ['deputy', 'p4', 'Phó mới (mẫu)', '2023-07-01', null],
] as const;

/** Over HTTP alone: who answers for a unit that changes hands, splits, or was not assessed for a year (units are samples, mẫu). */
describe('units that change between two years', () => {
  let api: RunningApi;
  let last: string;
  const accepted = async (...command: Parameters<RunningApi['accepted']>) => (last = await api.accepted(...command));
  const flagsOf = async (unitId: UnitId) => {
    const { flags } = await api.answered<Flags>('leader', `/flags/units/${unitId}`, last);
    return flags.filter(({ year, superseded }) => year === 2024 && superseded === null);
  };
  const kindsOf = async (unitId: UnitId) => (await flagsOf(unitId)).map(({ kind }) => kind);

  beforeAll(async () => {
    const rulesets = new RulesetCatalog([writeRuleset]);
    api = await RunningApi.start({ units, rulesets, now: '2023-01-03T01:00:00.000Z' });
    for (const blockId of [block, skipped]) await accepted(administrator, '/blocks', { blockId, name: 'Khối mẫu' });
    for (const unitId of units.filter((one) => one !== 'so_tach')) await found(unitId, '2020-01-01');
    await before();
    await thisYear();
  }, 120_000);
  afterAll(() => api.stop());

  async function found(unitId: UnitId, from: string): Promise<void> {
    const unit = { unitId, name: `${unitId} (mẫu)`, type: 'department', registeredOn: from };
    await accepted(administrator, '/units', unit);
    await accepted(administrator, `/blocks/${blockOf[unitId]}/members`, { unitId, from });
  }

  /** One block was assessed in 2022, and skipped then. */
  async function before(): Promise<void> {
    await open(2023, [skipped]);
    await takeOver({ year: 2022, blockId: skipped, n: 1, rows: [row('hoi_mau', 1, '68', 'fair')] });
    const reason = 'Đang sắp xếp tổ chức (mẫu)';
    await accepted(administrator, '/periods/2023/skipped-blocks', { blockId: skipped, reason });
  }

  async function takeOver(of: { year: number; blockId: string; n: number; rows: readonly object[] }): Promise<void> {
    await accepted(administrator, '/results/imports', { blockName: 'Khối mẫu', source, ...of });
  }

  async function open(year: number, blockIds: readonly string[]): Promise<void> {
    const blocks = blockIds.map((blockId) => ({ blockId, ruleset: writeRulesetRef }));
    const deadlines = { submitBy: `${year}-12-31T17:00:00.000Z`, appraiseBy: `${year + 1}-02-28T17:00:00.000Z` };
    await accepted(administrator, '/periods', { year, ...deadlines, blocks });
  }

  /** 2023 of the other block is known by import. A third of so_goc becomes so_tach in mid-year; so_nguoi gets another head and another deputy; everybody is assessed. */
  async function thisYear(): Promise<void> {
    api.clock.set('2024-06-03T01:00:00.000Z');
    const rows = [row('so_nhat', 1, '90', 'good'), row('so_goc', 2, '70', 'fair'), row('so_nguoi', 3, '68', 'fair')];
    await takeOver({ year: 2023, blockId: block, n: 3, rows });
    await found('so_tach', '2024-06-01');
    await open(2024, [block, skipped]);
    for (const blockId of [block, skipped]) await api.accepted(administrator, `/results/2024/${blockId}/opening`);
    const predecessors = [{ unitId: 'so_goc', share: '1/3' }];
    const split = { kind: 'split', predecessors, effectiveOn: '2024-06-01', decree: sampleDecree };
    await accepted(administrator, '/units/so_tach/lineage', split);
    for (const [office, personId, personName, from, until] of people) {
      await accepted(administrator, '/units/so_nguoi/offices', { office, personId, personName, from });
      if (until) await accepted(administrator, '/units/so_nguoi/departures', { office, personId, until });
    }
    const years = new YearOfUnits(api, block);
    for (const unitId of units) await years.declareAndSubmit(2024, planOf[unitId]);
    for (const unitId of units) await years.survey(2024, planOf[unitId]);
    api.clock.set('2025-01-15T02:00:00.000Z');
    for (const unitId of units) await years.appraise(2024, planOf[unitId]);
    for (const blockId of [block, skipped]) await new YearOfUnits(api, blockId).announce(2024);
    api.clock.set('2025-03-15T02:00:00.000Z');
    for (const blockId of [block, skipped])
      await accepted(administrator, `/results/2024/${blockId}/publication`, years.decision(2024));
  }

  it('name in each proposal who headed the unit in each part of both years, and the deputies in charge', async () => {
    const [flag, ...others] = await flagsOf('so_nguoi');
    expect([flag?.kind, others]).toEqual(['discipline-a', []]);
    const told = flag?.tenures.map((each) => [each.office, each.personId, each.personName, each.from, each.until]);
    expect(told).toEqual(people);
    expect(flag?.caveats.join(' ')).toContain('Người đứng đầu thay đổi trong thời gian xét');
    const on = async (day: string) => {
      const unit = await api.answered<RegisteredUnit>('auditor', `/units/so_nguoi?on=${day}`, last);
      return unit.tenures.filter(({ until }) => until === null || until >= day).map(({ personId }) => personId);
    };
    expect([await on('2023-06-30'), await on('2024-06-01')]).toEqual([
      ['p1', 'p3'],
      ['p2', 'p4'],
    ]);
  });

  it('are put to whoever really headed them, once a tenure is corrected; what was proposed before stays on record', async () => {
    const [before] = await flagsOf('so_nguoi');
    const then = last;
    const right = { personId: 'p9', personName: 'Trưởng đúng (mẫu)', from: '2024-06-01', until: null };
    const grounds = { reason: 'Nhập nhầm người (mẫu)', documentNumber: '12/CV-MẪU' };
    const correct = async (personId: string, corrected: object) =>
      accepted(administrator, '/units/so_nguoi/tenure-corrections', {
        ...{ office: 'head', personId, from: '2024-06-01', corrected, ...grounds },
      });
    await correct('p2', right);
    const [now, ...others] = await flagsOf('so_nguoi');
    expect([now?.kind, now?.since.position, others]).toEqual(['discipline-a', last, []]);
    expect(now?.tenures.map(({ personId }) => personId)).toEqual(['p1', 'p9', 'p3', 'p4']);
    const known = await api.answered<Flags>('leader', `/flags/units/so_nguoi?asOf=${then}`, last);
    expect(known.flags.find(({ year }) => year === 2024)).toEqual(before);
    await correct('p9', { ...right, personId: 'p2', personName: 'Trưởng mới (mẫu)' });
    expect((await flagsOf('so_nguoi'))[0]?.tenures).toEqual(before?.tenures);
  });

  it('keep those who are in office out of a second term, and who never was from leaving it', async () => {
    const [, , , deputy] = people;
    const again = { office: deputy[0], personId: 'p5', personName: 'Phó khác (mẫu)', from: '2024-01-01' };
    const twice = await api.refused(administrator, '/units/so_nguoi/offices', again);
    const stranger = { office: 'deputy', personId: 'p9', until: '2025-01-01' };
    const never = await api.refused(administrator, '/units/so_nguoi/departures', stranger);
    expect([twice.code, never.code]).toEqual(['unit.office-is-held', 'unit.office-is-not-held']);
  });

  it('have no last year after a split, neither the part that left nor what remained, until somebody rules', async () => {
    for (const unitId of ['so_goc', 'so_tach'] as const) {
      const [flag, ...others] = await flagsOf(unitId);
      expect([unitId, flag?.kind, others]).toEqual([unitId, 'insufficient-data', []]);
      expect(flag?.derivation.join(' ')).toContain('chưa có quyết định kế thừa');
    }
    const ruling = { year: 2024, predecessorId: 'so_goc', takesOver: null, reason: 'Giữ phần lớn nhiệm vụ (mẫu)' };
    for (const unitId of ['so_goc', 'so_tach'])
      await accepted(administrator, `/units/${unitId}/succession-rulings`, ruling);
    // Both were second by that ruling: so_goc is third now, so_tach second.
    expect([await kindsOf('so_goc'), await kindsOf('so_tach')]).toEqual([['discipline-a'], []]);
    const { years, predecessorYears } = await api.answered<RankingHistory>(undefined, '/rankings/units/so_tach', last);
    expect(years).toMatchObject([{ year: 2024, rank: 2, n: 4, previousRank: 2 }]);
    expect(predecessorYears).toMatchObject([{ year: 2023, unitId: 'so_goc', rank: 2, share: '1/3' }]);
  });

  it('are not clean after a year for which their block was skipped, and the ranking says why it is empty', async () => {
    const [flag, ...others] = await flagsOf('hoi_mau');
    expect([flag?.kind, others]).toEqual(['insufficient-data', []]);
    expect(flag?.derivation.join(' ')).toContain('không được đánh giá năm 2023');
    const ranking = await api.answered<Ranking>(undefined, `/rankings/2023/${skipped}`, last);
    expect(ranking).toMatchObject({ state: 'skipped', reason: 'Đang sắp xếp tổ chức (mẫu)', ranked: [], unranked: [] });
    const { years } = await api.answered<RankingHistory>(undefined, '/rankings/units/hoi_mau', last);
    expect(years.map(({ year, previousRank }) => [year, previousRank])).toEqual([
      [2022, null],
      [2024, null],
    ]);
  });
});
