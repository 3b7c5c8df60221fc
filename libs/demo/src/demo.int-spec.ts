import { createHash } from 'node:crypto';
import { GetFlags } from '@app/accountability';
import { ensureLogIdentity, PostgresEventStore } from '@app/event-store';
import { type DataOf, fold, ManualClock } from '@app/kernel';
import { GetNotices } from '@app/notices';
import { LedgerModule } from '@app/platform';
import { appDataSource } from '@app/postgres';
import {
  BlockYearReader,
  provisionalResultsAnnounced,
  type PublicationEvent,
  publishResults,
  results,
  resultsPublished,
  resultsStream,
} from '@app/publication';
import { GetRanking, ListBlocks, type Ranking } from '@app/ranking';
import { ProjectionHost } from '@app/read-store';
import { canonicalJson, RulesetCatalog } from '@app/ruleset';
import { testDatabase, type TestDatabase } from '@app/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { DEMO_SEED, demoBlocks, demoYears, loadDemo } from '.';
import { planUnitYear } from './plan';
import { source2021 } from './published-2021';

type ResultsData = DataOf<typeof resultsPublished>;

/** A ledger of its own with the demo in it, read models caught up. */
class DemoLedger {
  private constructor(
    private readonly database: TestDatabase,
    readonly store: PostgresEventStore,
    private readonly dataSource: DataSource,
    readonly clock: ManualClock,
    readonly app: INestApplicationContext,
  ) {}

  static async open(): Promise<DemoLedger> {
    const database = await testDatabase();
    const store = PostgresEventStore.open({ url: database.appUrl });
    const dataSource = await appDataSource(database.appUrl).initialize();
    const clock = new ManualClock('2022-01-01T00:00:00.000Z');
    await ensureLogIdentity(store, clock);
    const module = LedgerModule.register({ store, dataSource, clock });
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    return new DemoLedger(database, store, dataSource, clock, app);
  }

  load(): Promise<number> {
    const [commandBus, rulesets] = [this.app.get(CommandBus), this.app.get(RulesetCatalog)];
    return loadDemo({ commandBus, rulesets, clock: this.clock });
  }

  async rankings(): Promise<Ranking[]> {
    const host = this.app.get(ProjectionHost);
    await host.start();
    await host.catchUp();
    const queries = this.app.get(QueryBus);
    const blocks = await queries.execute(new ListBlocks());
    return Promise.all(
      blocks.flatMap(({ blockId, years }) =>
        years.map(({ year }) => queries.execute(new GetRanking({ year, blockId }))),
      ),
    );
  }

  /** The publication as it is stored, and what had been announced before. */
  async published(year: number, blockId: string): Promise<{ data: ResultsData; announced: PublicationEvent[] }> {
    const announced: PublicationEvent[] = [];
    for await (const { type, data } of this.store.read(resultsStream(year, blockId))) {
      if (type === provisionalResultsAnnounced.type)
        announced.push(provisionalResultsAnnounced.of(data as DataOf<typeof provisionalResultsAnnounced>));
      if (type === resultsPublished.type) return { data: data as ResultsData, announced };
    }
    throw new Error(`No results of ${blockId} in ${year}`);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.store.close();
    await this.dataSource.destroy();
    await this.database.drop();
  }
}

/** What is ranked and how; not when and where in the log it was recorded. */
function hashOf(rankings: readonly Ranking[]): string {
  const figures = rankings.map(({ year, blockId, n, ranked, unranked }) => ({ year, blockId, n, ranked, unranked }));
  return createHash('sha256').update(canonicalJson(figures)).digest('hex');
}

describe('the demo', () => {
  let ledger: DemoLedger;
  let rankings: Ranking[];
  beforeAll(async () => {
    ledger = await DemoLedger.open();
    await ledger.load();
    rankings = await ledger.rankings();
  }, 360_000);
  afterAll(() => ledger.close());

  const ranking = (year: number, blockId: string) =>
    rankings.find((one) => one.year === year && one.blockId === blockId);

  it('has at least 40 units in two blocks and four years', () => {
    expect(demoBlocks.flatMap(({ units }) => units).length).toBeGreaterThanOrEqual(40);
    expect(rankings.map(({ year, blockId }) => `${year}/${blockId}`).sort()).toEqual(
      [2021, ...demoYears].flatMap((year) => [`${year}/quan_huyen`, `${year}/so_ban_nganh`]),
    );
  });

  it('shows 2021 as published, with its source, and nothing that was not', () => {
    const districts = ranking(2021, 'quan_huyen');
    expect(districts).toMatchObject({
      state: 'imported',
      n: 22,
      source: source2021,
    });
    expect(districts?.ranked[0]).toMatchObject({
      unitId: 'binh_tan',
      rank: 1,
      index: { displayed: '94.27' },
      total: null,
      className: null,
    });
    expect(districts?.ranked.filter(({ index }) => index !== null)).toHaveLength(2);
    expect(ranking(2021, 'so_ban_nganh')).toMatchObject({ n: null });
  });

  it('holds a tie, and a unit that did not submit without a rank', () => {
    expect(
      ranking(2024, 'so_ban_nganh')
        ?.ranked.filter(({ tied }) => tied)
        .map(({ unitId }) => unitId),
    ).toEqual(expect.arrayContaining(['so_du_lich', 'so_ngoai_vu']));
    expect(ranking(2023, 'quan_huyen')?.unranked).toEqual([
      expect.objectContaining({ unitId: 'can_gio', state: 'not-submitted', rank: null }),
    ]);
  });

  it('tells of a file that the head declined at first, and of disputes that the council ended', async () => {
    const types = async (stream: string) => {
      const all: string[] = [];
      for await (const { type } of ledger.store.read(stream)) all.push(type);
      return all.filter((type) => /Approval|Explanation|Council/.test(type));
    };
    const asked = ['ApprovalRequested', 'ApprovalDeclined', 'ApprovalRequested'];
    expect(await types('assessment-2024.quan_1')).toEqual(asked);
    const disputed = ['ApprovalRequested', 'ExplanationAsked', 'ExplanationGiven', 'CouncilDecided'];
    for (const stream of ['assessment-2024.so_y_te', 'assessment-2023.quan_8'])
      expect(await types(stream)).toEqual(disputed);
  });

  it('proposes both discipline rules, and says where data are insufficient', async () => {
    const queries = ledger.app.get(QueryBus);
    const kindsOf = async (unitId: string, year: number) =>
      (await queries.execute(new GetFlags({ unitId, year }))).flags.map(({ kind }) => kind).sort();
    expect(await kindsOf('so_van_hoa_va_the_thao', 2024)).toContain('discipline-a');
    expect(await kindsOf('so_xay_dung', 2024)).toContain('discipline-b');
    expect(await kindsOf('can_gio', 2024)).toContain('insufficient-data');
    const { flags } = await queries.execute(new GetFlags({ unitId: 'so_xay_dung', year: 2024 }));
    expect(flags[0]?.tenures.filter(({ office }) => office === 'head')).toHaveLength(2);
    expect((await queries.execute(new GetFlags({ unitId: 'quan_7', year: 2024 }))).flags[0]?.pending).toBe(true);
  });

  it('has told each unit what it had to know of, in the order of the log', async () => {
    const told = async (unitId: string) => {
      const { notices } = await ledger.app.get(QueryBus).execute(new GetNotices({ unitId, year: 2024 }));
      return notices.map(({ kind }) => kind);
    };
    const disputed = ['explanation-asked', 'appraisal-closed', 'council-decided'];
    expect(await told('so_y_te')).toEqual([...disputed, 'provisional-results', 'results-published']);
  });

  it('recomputes every published year byte for byte from the log as it stood then, under the rules of then', async () => {
    const [reader, rulesets] = [ledger.app.get(BlockYearReader), ledger.app.get(RulesetCatalog)];
    for (const { year, blockId } of rankings.filter(({ state }) => state === 'official')) {
      const { data, announced } = await ledger.published(year, blockId);
      const snapshot = await reader.read(year, blockId, BigInt(data.logPosition));
      const [again] = publishResults(fold(results, announced), snapshot, rulesets, data.decision, [], data.publishedAt);
      expect(canonicalJson(again?.data)).toBe(canonicalJson(data));
    }
  });

  it('adds nothing when it is loaded again', async () => {
    const head = await ledger.store.head();
    await ledger.load();
    expect(await ledger.store.head()).toBe(head);
  });

  it('gives the same ranking for the same seed', async () => {
    const other = await DemoLedger.open();
    await other.load();
    expect(hashOf(await other.rankings())).toBe(hashOf(rankings));
    await other.close();
  }, 360_000);

  it('plans another year for another seed', () => {
    const ruleset = ledger.app.get(RulesetCatalog).latest('hcm-quan-huyen');
    const planned = (seed: number) => planUnitYear(seed, 2024, 'quan_1', ruleset);
    expect(planned(DEMO_SEED)).toEqual(planned(DEMO_SEED));
    expect(planned(DEMO_SEED + 1)).not.toEqual(planned(DEMO_SEED));
  });
});
