import { type Flags, GetFlags } from '@app/accountability';
import { LedgerModule } from '@app/platform';
import { appDataSource } from '@app/postgres';
import { GetRanking, GetRankingHistory, type Ranking } from '@app/ranking';
import { ProjectionHost } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { appendTo, type InMemoryEventStore, logOf, publishedResults, smallRuleset, testDatabase } from '@app/testing';
import { FindUnits, GetUnit, ListBlockMembers } from '@app/unit-register';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { Organisation } from './organisation';

/**
 * TP.HCM since 1/7/2025: no district level any more; with Bình Dương and Bà Rịa–Vũng Tàu 17 sở and 168 commune units. Here a handful of
 * units with invented names and shares (mẫu) goes the same ways: districts end, wards, communes and a special zone begin, departments merge.
 */
const REFORM = '2025-07-01';
const before = '2021-01-01';

function reorganised(): Organisation {
  return new Organisation()
    .defineBlock('quan_huyen', 'Khối quận, huyện')
    .defineBlock('so_nganh', 'Khối sở, ban, ngành')
    .register('quan_huyen', 'quan_mot', 'Quận Một (mẫu)', 'district', before)
    .register('quan_huyen', 'huyen_hai', 'Huyện Hai (mẫu)', 'district', before)
    .register('quan_huyen', 'huyen_dao', 'Huyện Đảo (mẫu)', 'district', before)
    .register('so_nganh', 'so_cu', 'Sở Cũ (mẫu)', 'department', before)
    .register('so_nganh', 'so_tinh_ban', 'Sở của tỉnh bạn (mẫu)', 'department', before)
    .register('so_nganh', 'so_khong_doi', 'Sở Không đổi (mẫu)', 'department', before)
    .happens(
      publishedResults(2024, 'quan_huyen', [
        ['huyen_dao', '82', 1, 'good'],
        ['quan_mot', '70', 2, 'fair'],
        ['huyen_hai', '68', 3, 'fair'],
      ]),
      publishedResults(2024, 'so_nganh', [
        ['so_khong_doi', '70', 1, 'fair'],
        ['so_cu', '69', 2, 'fair'],
        ['so_tinh_ban', '60', 3, 'average'],
      ]),
    )
    .defineBlock('phuong_xa', 'Khối phường, xã, đặc khu')
    .register('phuong_xa', 'phuong_mot', 'Phường Một (mẫu)', 'ward', REFORM)
    .register('phuong_xa', 'xa_hai', 'Xã Hai (mẫu)', 'commune', REFORM)
    .register('phuong_xa', 'dac_khu', 'Đặc khu (mẫu)', 'special-zone', REFORM)
    .register('so_nganh', 'so_hop_nhat', 'Sở Hợp nhất (mẫu)', 'department', REFORM)
    .cameOut('phuong_mot', 'merged', REFORM, ['quan_mot', '1'], ['huyen_hai', '1/3'])
    .cameOut('xa_hai', 'split', REFORM, ['huyen_hai', '2/3'])
    .cameOut('dac_khu', 'absorbed', REFORM, ['huyen_dao', '1'])
    .cameOut('so_hop_nhat', 'merged', REFORM, ['so_cu', '1'], ['so_tinh_ban', '1'])
    .dissolve('quan_huyen', 'quan_mot', REFORM)
    .dissolve('quan_huyen', 'huyen_hai', REFORM)
    .dissolve('quan_huyen', 'huyen_dao', REFORM)
    .dissolve('so_nganh', 'so_cu', REFORM)
    .dissolve('so_nganh', 'so_tinh_ban', REFORM)
    .happens(
      publishedResults(2025, 'phuong_xa', [
        ['dac_khu', '81', 1, 'good'],
        ['xa_hai', '70', 2, 'fair'],
        ['phuong_mot', '69', 3, 'fair'],
      ]),
      publishedResults(
        2025,
        'so_nganh',
        [
          ['so_hop_nhat', '85', 1, 'good'],
          ['so_khong_doi', '68', 2, 'fair'],
        ],
        [
          { unitId: 'so_cu', state: 'ended' },
          { unitId: 'so_tinh_ban', state: 'ended' },
        ],
      ),
    );
}

/** The whole ledger over one history, read models caught up. */
class Ledger {
  private constructor(
    private readonly organisation: Organisation,
    private readonly store: InMemoryEventStore,
    private readonly queries: QueryBus,
    private readonly host: ProjectionHost,
    readonly close: () => Promise<void>,
  ) {}

  static async open(organisation: Organisation): Promise<Ledger> {
    const database = await testDatabase();
    const store = await logOf(organisation.history);
    const dataSource = await appDataSource(database.appUrl).initialize();
    const ruleset = smallRuleset([]);
    const rulesets = new (class extends RulesetCatalog {
      override get = () => ruleset;
    })([]);
    const module = LedgerModule.register({ store, dataSource, rulesets });
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    const host = app.get(ProjectionHost);
    await host.start();
    await host.catchUp();
    return new Ledger(organisation, store, app.get(QueryBus), host, async () => {
      await app.close();
      await dataSource.destroy();
      await database.drop();
    });
  }

  ask<Answer>(query: Query<Answer>): Promise<Answer> {
    return this.queries.execute(query);
  }

  async rule(unitId: string, predecessorId: string | null): Promise<void> {
    const known = this.organisation.history.length;
    this.organisation.rule(unitId, 2025, predecessorId);
    for (const event of this.organisation.history.slice(known)) await appendTo(this.store, event);
    await this.host.catchUp();
  }

  async flags(year: number, unitId: string): Promise<[string, string][]> {
    const { flags }: Flags = await this.ask(new GetFlags({ year, unitId }));
    return flags.map(({ kind, derivation }) => [kind, derivation.join(' ')]);
  }

  async places(year: number, blockId: string): Promise<(string | number | null)[][]> {
    const { ranked }: Ranking = await this.ask(new GetRanking({ year, blockId }));
    return ranked.map(({ unitId, rank, previousRank }) => [unitId, rank, previousRank]);
  }
}

describe('the reorganisation of TP.HCM on 1/7/2025', () => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await Ledger.open(reorganised());
  });
  afterAll(() => ledger.close());

  it('ends the district level, and begins wards, communes and a special zone, from one day to the next', async () => {
    const levels = async (on: string) => {
      const { units } = await ledger.ask(new FindUnits({ on, limit: 50 }));
      return units.map(({ name, level }) => [name, level]);
    };
    expect(await levels('2025-06-30')).toEqual([
      ['Huyện Đảo (mẫu)', 'district'],
      ['Huyện Hai (mẫu)', 'district'],
      ['Quận Một (mẫu)', 'district'],
      ['Sở Cũ (mẫu)', 'province'],
      ['Sở của tỉnh bạn (mẫu)', 'province'],
      ['Sở Không đổi (mẫu)', 'province'],
    ]);
    expect(await levels(REFORM)).toEqual([
      ['Đặc khu (mẫu)', 'commune'],
      ['Phường Một (mẫu)', 'commune'],
      ['Sở Hợp nhất (mẫu)', 'province'],
      ['Sở Không đổi (mẫu)', 'province'],
      ['Xã Hai (mẫu)', 'commune'],
    ]);
  });

  it('ends the old block and begins the new one', async () => {
    const members = async (blockId: string, on: string) =>
      (await ledger.ask(new ListBlockMembers({ blockId, on, limit: 50 }))).members.map(({ unitId }) => unitId);
    expect(await members('quan_huyen', '2025-06-30')).toEqual(['huyen_dao', 'huyen_hai', 'quan_mot']);
    expect(await members('quan_huyen', REFORM)).toEqual([]);
    expect(await members('phuong_xa', '2025-06-30')).toEqual([]);
    expect(await members('phuong_xa', REFORM)).toEqual(['dac_khu', 'phuong_mot', 'xa_hai']);
  });

  it('leaves old results readable, and a dissolved district its history and where it went', async () => {
    expect(await ledger.places(2024, 'quan_huyen')).toEqual([
      ['huyen_dao', 1, null],
      ['quan_mot', 2, null],
      ['huyen_hai', 3, null],
    ]);
    const { years } = await ledger.ask(new GetRankingHistory({ unitId: 'huyen_hai' }));
    expect(years.map(({ year, rank, n }) => [year, rank, n])).toEqual([[2024, 3, 3]]);
    const district = await ledger.ask(new GetUnit({ unitId: 'huyen_hai', on: '2026-01-01' }));
    expect(district).toMatchObject({ status: 'dissolved', dissolvedOn: REFORM, blocks: [] });
    expect(district.successors.map(({ unitId, share }) => [unitId, share])).toEqual([
      ['phuong_mot', '1/3'],
      ['xa_hai', '2/3'],
    ]);
  });

  it('shows new units the years of those they came out of, and takes none for their own', async () => {
    const { years, predecessorYears } = await ledger.ask(new GetRankingHistory({ unitId: 'phuong_mot' }));
    expect(years.map(({ year, previousRank }) => [year, previousRank])).toEqual([[2025, null]]);
    expect(predecessorYears.map(({ year, unitId, share, carriedOver }) => [year, unitId, share, carriedOver])).toEqual([
      [2024, 'huyen_hai', '1/3', null],
      [2024, 'quan_mot', '1', null],
    ]);
  });

  it('gives new units insufficient data, never a clean record, and judges as ever those that did not change', async () => {
    for (const unitId of ['phuong_mot', 'xa_hai']) {
      const [[kind, why] = []] = await ledger.flags(2025, unitId);
      expect([unitId, kind]).toEqual([unitId, 'insufficient-data']);
      expect(why).toContain('chưa có quyết định kế thừa kết quả năm 2024');
    }
    expect((await ledger.flags(2025, 'so_khong_doi')).map(([kind]) => kind)).toEqual(['discipline-a']);
    expect(await ledger.places(2025, 'so_nganh')).toEqual([
      ['so_hop_nhat', 1, null],
      ['so_khong_doi', 2, 1],
    ]);
    expect((await ledger.flags(2024, 'so_tinh_ban')).map(([kind]) => kind)).toContain('discipline-b');
  });

  it('names who ended in mid-year beside those that are ranked, and proposes nothing about them for that year', async () => {
    const { n, unranked } = await ledger.ask(new GetRanking({ year: 2025, blockId: 'so_nganh' }));
    expect([n, ...unranked.map(({ unitId, state, rank }) => [unitId, state, rank])]).toEqual([
      2,
      ['so_cu', 'ended', null],
      ['so_tinh_ban', 'ended', null],
    ]);
    for (const unitId of ['so_cu', 'so_tinh_ban', 'quan_mot']) expect(await ledger.flags(2025, unitId)).toEqual([]);
  });

  it('asks for no last year where this year’s class settles it: reward goes by the year and the quota of the block alone', async () => {
    const kinds = async (unitId: string) => (await ledger.flags(2025, unitId)).map(([kind]) => kind);
    // A third of three is one; a third of two is none.
    expect([await kinds('dac_khu'), await kinds('so_hop_nhat')]).toEqual([['reward-candidate'], ['beyond-quota']]);
    await ledger.rule('dac_khu', 'huyen_dao');
    expect(await kinds('dac_khu')).toEqual(['reward-candidate']);
  });

  it('judges them once somebody has ruled whose result counts', async () => {
    await ledger.rule('phuong_mot', 'quan_mot');
    const [[kind, why] = []] = await ledger.flags(2025, 'phuong_mot');
    expect(kind).toBe('discipline-a');
    expect(why).toContain('Tụt 1 hạng');
    await ledger.rule('xa_hai', null);
    expect((await ledger.flags(2025, 'xa_hai')).map(([flag]) => flag)).toEqual(['insufficient-data']);
    await ledger.rule('so_hop_nhat', 'so_cu');
    expect(await ledger.places(2025, 'so_nganh')).toContainEqual(['so_hop_nhat', 1, 2]);
    const { predecessorYears } = await ledger.ask(new GetRankingHistory({ unitId: 'so_hop_nhat' }));
    expect(predecessorYears.map(({ unitId, carriedOver }) => [unitId, carriedOver?.year])).toEqual([
      ['so_cu', 2025],
      ['so_tinh_ban', undefined],
    ]);
  });
});
