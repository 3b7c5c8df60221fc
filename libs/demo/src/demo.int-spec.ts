import { createHash } from 'node:crypto';
import { GetFlags } from '@app/accountability';
import {
  ensureLogIdentity,
  EventRegistry,
  pause,
  type EventStore,
  type Recorded,
  type RecordedEvent,
} from '@app/event-store';
import { fold, ManualClock } from '@app/kernel';
import { GetNotices } from '@app/notices';
import { LedgerModule, openEventStore } from '@app/platform';
import { appDataSource } from '@app/postgres';
import {
  BlockYearReader,
  correctResults,
  type PublicationEvent,
  publishResults,
  results,
  resultsStream,
} from '@app/publication';
import { GetRanking, GetRankingAsOf, GetRankingHistory, ListBlocks, type Ranking } from '@app/ranking';
import { ProjectionCatalogue, ProjectionHost, RebuildDesk } from '@app/read-store';
import { canonicalJson, RulesetCatalog } from '@app/ruleset';
import { GetUnitScore } from '@app/scorecard';
import { type EventStoreDbServer, startEventStoreDbServer, testDatabase, type TestDatabase } from '@app/testing';
import { GetUnit } from '@app/unit-register';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus, type Query, QueryBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { full } from '../../../test/stress/kit/full';
import { DEMO_SEED, demoBlocks, demoYears, loadDemo } from '.';
import { planUnitYear } from './plan';
import { source2021 } from './published-2021';

/** A ledger of its own with the demo in it, read models caught up. */
class DemoLedger {
  private constructor(
    private readonly database: TestDatabase,
    private readonly server: EventStoreDbServer | undefined,
    readonly store: EventStore,
    private readonly dataSource: DataSource,
    readonly clock: ManualClock,
    readonly app: INestApplicationContext,
  ) {}

  /** The log in the database, or on a protocol server of its own. */
  static async open(log: 'postgres' | 'eventstoredb'): Promise<DemoLedger> {
    const database = await testDatabase();
    const server = log === 'eventstoredb' ? await startEventStoreDbServer() : undefined;
    const store = await openEventStore({ eventStoreUrl: server?.connectionString }, { appUrl: database.appUrl });
    const dataSource = await appDataSource(database.appUrl, { max: 20 }).initialize();
    const clock = new ManualClock('2022-01-01T00:00:00.000Z');
    await ensureLogIdentity(store, clock);
    const module = LedgerModule.register({ store, dataSource, clock });
    const app = await NestFactory.createApplicationContext(module, { logger: false });
    return new DemoLedger(database, server, store, dataSource, clock, app);
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

  async events(stream: string): Promise<RecordedEvent[]> {
    const all: RecordedEvent[] = [];
    for await (const event of this.store.read(stream)) all.push(event);
    return all;
  }

  /** All that was said of the results of a block's year, in the order of the log. */
  async published(year: number, blockId: string): Promise<Recorded<PublicationEvent>[]> {
    const registry = this.app.get(EventRegistry);
    return (await this.events(resultsStream(year, blockId))).map((event) => registry.decode<PublicationEvent>(event));
  }

  /** What makes these results again: the log as it stood then, what had been said before, and the rules. */
  async again(event: Recorded<PublicationEvent>, before: readonly PublicationEvent[]): Promise<PublicationEvent[]> {
    if (event.type !== 'ResultsPublished' && event.type !== 'ResultsCorrected') return [event];
    const [reader, rulesets] = [this.app.get(BlockYearReader), this.app.get(RulesetCatalog)];
    const { year, blockId, logPosition, decision } = event.data;
    const snapshot = await reader.read(year, blockId, BigInt(logPosition));
    const state = fold(results, before);
    return event.type === 'ResultsPublished'
      ? publishResults(state, snapshot, rulesets, decision, [], event.data.publishedAt)
      : correctResults(state, snapshot, rulesets, event.data, [], event.data.correctedAt);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.store.close();
    this.server?.stop();
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
    ledger = await DemoLedger.open('postgres');
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
    const types = async (stream: string) =>
      (await ledger.events(stream)).map(({ type }) => type).filter((type) => /Approval|Explanation|Council/.test(type));
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

  describe('tells the story of', () => {
    const ask = <Answer>(query: Query<Answer>) => ledger.app.get(QueryBus).execute(query);
    const file = (unitId: string, of: RegExp) => ofTypes(`assessment-2024.${unitId}`, of);
    const ofTypes = async (stream: string, of: RegExp) =>
      (await ledger.events(stream)).filter(({ type }) => of.test(type));
    const noticesOf = async (unitId: string, year = 2024) => (await ask(new GetNotices({ unitId, year }))).notices;
    const scoreOf = (unitId: string, year = 2024) => ask(new GetUnitScore({ unitId, year }));

    it('an extension: what was not submitted in time is, in the longer time', async () => {
      const [granted, ...submitted] = await file('quan_11', /Extension|Submitted/);
      expect([granted?.type, ...submitted.map(({ type }) => type)]).toEqual([
        'ExtensionGranted',
        'SelfAssessmentSubmitted',
      ]);
      const [opened] = await file('quan_11', /^AssessmentOpened$/);
      const [end, longer] = [opened, granted].map((event) => (event?.data as { submitBy: string }).submitBy);
      const at = submitted[0]?.metadata.recordedAt ?? '';
      expect([end, at, longer]).toEqual([end, at, longer].sort());
      expect(end).not.toBe(longer);
      expect(await noticesOf('quan_11')).toContainEqual(
        expect.objectContaining({ kind: 'extension-granted', deadline: longer }),
      );
    });

    it('a return for completion: one component gets a second document, and the file goes its way again', async () => {
      const types = (await file('so_tu_phap', /Approval|Submitted|Returned|SelfScore/)).map(({ type }) => type);
      const [asked, submitted] = ['ApprovalRequested', 'SelfAssessmentSubmitted'];
      const course = [asked, submitted, 'SelfAssessmentReturned', 'SelfScoreRecorded', asked, submitted];
      expect(types.slice(-course.length)).toEqual(course);
      const { components } = await scoreOf('so_tu_phap');
      expect(components.map(({ evidence }) => evidence.length).filter((count) => count > 1)).toEqual([2]);
      expect((await noticesOf('so_tu_phap')).map(({ kind }) => kind)).toContain('file-returned');
    });

    it('a delegation: the deputy submits in the head’s name, while it is in force and within what the head was granted', async () => {
      const [head, deputy] = ['mau.thu_truong.quan_5', 'mau.cap_pho.quan_5'];
      const [granted] = await ofTypes('account-mau.2ethu_truong.2equan_5', /RoleGranted/);
      const [given] = await ofTypes('account-mau.2ecap_pho.2equan_5', /DelegationGiven/);
      const [submitted] = await file('quan_5', /Submitted/);
      expect(submitted?.metadata).toMatchObject({ actor: deputy, onBehalfOf: head, role: 'unit-head' });
      expect(given?.data).toMatchObject({ fromAccount: head, accountId: deputy, role: 'unit-head' });
      const [whole, part] = [granted, given].map((event) => event?.data as { from: string; until: string });
      const times = [whole?.from, part?.from, submitted?.metadata.recordedAt, part?.until, whole?.until];
      expect(times).toEqual([...times].sort());
      expect(new Set(times).size).toBe(times.length);
    });

    it('a second round: one field is appraised again, and the file ends in round 2', async () => {
      const said = await file('so_cong_thuong', /^AppraisalAdjusted|FieldAppraisalClosed|AppraisalClosed/);
      const second = said.filter(({ data }) => (data as { round: number }).round === 2);
      expect(second.map(({ type }) => type)).toEqual(['AppraisalAdjusted', 'FieldAppraisalClosed', 'AppraisalClosed']);
      const { component, from, to } = second[0]?.data as { component: string; from: string; to: string };
      const first = said.find(
        ({ type, data }) => type === 'AppraisalAdjusted' && 'component' in data && data.component === component,
      );
      expect(first?.data).toMatchObject({ round: 1, to: from });
      const { components } = await scoreOf('so_cong_thuong');
      expect(components.find(({ code }) => code === component)).toMatchObject({ appraised: to, self: { exact: to } });
    });

    it('an objection upheld by a ruling, and one rejected, before the results are official', async () => {
      const told = async (unitId: string) => {
        const all = (await noticesOf(unitId)).map(({ kind }) => kind);
        return all.slice(all.indexOf('provisional-results')).filter((kind) => kind !== 're-ranked');
      };
      const [before, answered, after] = ['provisional-results', 'objection-answered', 'results-published'];
      expect(await told('so_tu_phap')).toEqual([before, answered, 'points-ruled', after]);
      expect(await told('cu_chi')).toEqual([before, answered, after]);
      const answerOf = async (unitId: string) => (await noticesOf(unitId)).find(({ kind }) => kind === answered)?.says;
      expect(await answerOf('so_tu_phap')).toMatchObject({ case: 'score-objection', outcome: 'upheld' });
      expect(await answerOf('cu_chi')).toMatchObject({ case: 'score-objection', outcome: 'rejected' });
      const indexes = async (unitId: string) =>
        (await noticesOf(unitId)).flatMap(({ kind, says }) =>
          kind === before || kind === after ? [(says as { index: string }).index] : [],
        );
      expect(new Set(await indexes('so_tu_phap')).size).toBe(2);
      expect(new Set(await indexes('cu_chi')).size).toBe(1);
    });

    it('a correction after publication: another class and another proposal, and the earlier ranking stays readable', async () => {
      const unitId = 'phu_nhuan';
      const now = ranking(2023, 'quan_huyen');
      expect(now?.correction?.differences).toMatchObject([{ unitId, className: { from: 'Khá', to: 'Tốt' } }]);
      const [, published, corrected] = await ledger.published(2023, 'quan_huyen');
      expect([published?.type, corrected?.type]).toEqual(['ResultsPublished', 'ResultsCorrected']);
      const asOf = { position: published?.position ?? 0n };
      const then = await ask(new GetRankingAsOf({ year: 2023, blockId: 'quan_huyen', asOf }));
      const classIn = (one: Ranking | undefined) => one?.ranked.find((unit) => unit.unitId === unitId)?.className;
      expect([classIn(then), classIn(now)]).toEqual(['Khá', 'Tốt']);
      expect((await noticesOf(unitId, 2023)).map(({ kind }) => kind).slice(-4)).toEqual([
        ...['objection-answered', 'points-ruled', 're-ranked', 'results-corrected'],
      ]);
      const { flags } = await ask(new GetFlags({ unitId, year: 2023 }));
      expect(flags.map(({ kind, since }) => [kind, since.position])).toEqual([
        ['beyond-quota', String(corrected?.position)],
      ]);
    });

    it('a merger in mid-year: two half-filled files, one new unit, and a ruling on whose result was its last', async () => {
      expect(ranking(2023, 'so_ban_nganh')?.unranked.map(({ unitId, state }) => [unitId, state])).toEqual([
        ['ban_mau_1', 'ended'],
        ['ban_mau_2', 'ended'],
      ]);
      expect([2022, 2023, 2024].map((year) => ranking(year, 'so_ban_nganh')?.n)).toEqual([24, 23, 23]);
      const declared = async (unitId: string) =>
        (await ofTypes(`assessment-2023.${unitId}`, /SelfScoreRecorded/)).length;
      const [half, whole] = [await declared('ban_mau_1'), await declared('ban_mau_hop_nhat')];
      expect(half).toBeGreaterThan(0);
      expect(half).toBeLessThan(whole);
      const { predecessors } = await ask(new GetUnit({ unitId: 'ban_mau_hop_nhat', on: '2023-07-01' }));
      expect(predecessors.map(({ unitId, kind }) => [unitId, kind])).toEqual([
        ['ban_mau_1', 'merged'],
        ['ban_mau_2', 'merged'],
      ]);
      const { predecessorYears } = await ask(new GetRankingHistory({ unitId: 'ban_mau_hop_nhat' }));
      expect(predecessorYears.map((one) => [one.unitId, one.year, one.carriedOver?.year])).toEqual([
        ['ban_mau_1', 2022, 2023],
        ['ban_mau_2', 2022, undefined],
      ]);
      const flags = async (superseded: boolean) =>
        (await ask(new GetFlags({ unitId: 'ban_mau_hop_nhat', year: 2023, superseded }))).flags.map(({ kind }) => kind);
      expect(await flags(false)).toEqual([]);
      expect(await flags(true)).toEqual(['insufficient-data']);
    });
  });

  it('recomputes every published year byte for byte from the log as it stood then, under the rules of then', async () => {
    const types: string[] = [];
    for (const { year, blockId } of rankings.filter(({ state }) => state === 'official')) {
      const said = await ledger.published(year, blockId);
      for (const [place, event] of said.entries()) {
        const [again] = await ledger.again(event, said.slice(0, place));
        expect(canonicalJson(again?.data)).toBe(canonicalJson(event.data));
      }
      types.push(...said.map(({ type }) => type));
    }
    expect(types.filter((type) => type === 'ResultsPublished')).toHaveLength(demoYears.length * demoBlocks.length);
    expect(types.filter((type) => type === 'ResultsCorrected')).toHaveLength(1);
  });

  it('gives every read model rebuilt the rows it has, and readers notice nothing while they are changed over', async () => {
    const desk = ledger.app.get(RebuildDesk);
    const projections = ledger.app.get(ProjectionCatalogue).all();
    const ask = () => ledger.app.get(QueryBus).execute(new GetRanking({ year: 2024, blockId: 'quan_huyen' }));
    const before = JSON.stringify((await ask()).ranked);
    let reading = true;
    const answers: string[] = [];
    const reader = async (): Promise<void> => {
      for (; reading; await pause(20)) answers.push(JSON.stringify((await ask()).ranked));
    };
    const readers = [reader(), reader(), reader()];
    for (const { name } of projections) {
      await desk.rebuild(name);
      const comparison = await desk.compare(name);
      expect(comparison).toMatchObject({ projection: name, same: true });
      expect(comparison.tables.every(({ rows }) => rows.live !== null && rows.live === rows.rebuilt)).toBe(true);
      await desk.cutOver(name);
      const begun = Date.now();
      await desk.rollBack(name);
      expect(Date.now() - begun).toBeLessThan(10_000);
    }
    reading = false;
    await Promise.all(readers);
    expect(projections.length).toBeGreaterThanOrEqual(3);
    expect(new Set(answers)).toEqual(new Set([before]));
    expect(answers.length).toBeGreaterThan(20);
  }, 360_000);

  it('plans another year for another seed', () => {
    const ruleset = ledger.app.get(RulesetCatalog).latest('hcm-quan-huyen');
    const planned = (seed: number) => planUnitYear(seed, 2024, 'quan_1', ruleset);
    expect(planned(DEMO_SEED)).toEqual(planned(DEMO_SEED));
    expect(planned(DEMO_SEED + 1)).not.toEqual(planned(DEMO_SEED));
  });

  const elsewhere = full ? 'eventstoredb' : 'postgres';
  describe(`loaded once more from the same seed, the log in ${elsewhere}`, () => {
    let other: DemoLedger;
    let again: Ranking[];
    beforeAll(async () => {
      other = await DemoLedger.open(elsewhere);
      await other.load();
      again = await other.rankings();
    }, 360_000);
    afterAll(() => other.close());

    it('gives the same ranking', () => {
      expect(hashOf(again)).toBe(hashOf(rankings));
    });
  });
});
