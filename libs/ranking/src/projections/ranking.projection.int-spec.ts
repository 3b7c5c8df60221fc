import { blockSkipped } from '@app/period';
import { ReadYourWrites } from '@app/read-store';
import {
  announcedAs,
  answerAfter,
  appendTo,
  blockOfFour,
  component,
  correctedTo,
  eventIdAt,
  type HistoryEvent,
  importedResults,
  inStream,
  logOf,
  ProjectionLab,
  projectionSpec,
  publishedResults,
  sampleDecree,
  ScoreHistory,
  smallRuleset,
} from '@app/testing';
import { changeWithdrawn, membershipCorrected, unitDissolved, unitLeftBlock } from '@app/unit';
import { GetRanking, GetRankingHandler } from '../queries/get-ranking.query';
import { RankingNotFound } from '../ranking.errors';
import { ranking } from './ranking.projection';

const ruleset = smallRuleset([component('1', { max: '10' })]);
const ref = { id: 'small', version: 1, sha256: '0'.repeat(64) };
const projection = ranking({ get: () => ruleset });
/** To fold facts, settle standings and rank a block, in one transaction: docs/adr/0015. */
const MOST_STATEMENTS = 13;

const { frame, lastYear, thisYear, joined, opened, scored } = blockOfFour;

const rankingOf = (history: readonly HistoryEvent[], year = 2024, blockId = 'so', batch?: number, shown = projection) =>
  answerAfter(
    shown,
    history,
    ({ dataSource }) =>
      new GetRankingHandler(dataSource, new ReadYourWrites(dataSource)).execute(new GetRanking({ year, blockId })),
    batch,
  );

describe('a batch', () => {
  it('takes as many statements for all files of a block as for one', async () => {
    const lab = await ProjectionLab.open(projection, await logOf([...frame, ...thisYear]));
    const confirmed = (unitId: string) => new ScoreHistory(unitId, 2024).confirmed('1', '7').events;
    const statementsAfter = async (events: readonly HistoryEvent[]) => {
      for (const event of events) await appendTo(lab.store, event);
      return (await lab.statementsOfOneBatch()).length;
    };
    try {
      await lab.catchUp();
      const ofOne = await statementsAfter(confirmed('u1'));
      expect(ofOne).toBeLessThanOrEqual(MOST_STATEMENTS);
      expect(await statementsAfter(['u1', 'u2', 'u3'].flatMap(confirmed))).toBe(ofOne);
    } finally {
      await lab.close();
    }
  });
});
const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
const correctedSpan = (corrected: { from: string; until: string | null } | null) =>
  inStream(
    'block-so',
    membershipCorrected.of({ blockId: 'so', unitId: 'u4', from: '2021-01-01', corrected, ...grounds }),
  );

describe('the ranking of an open year', () => {
  it('stands by the files as they are, with ties, moves and everybody without a rank', async () => {
    const answer = await rankingOf([...frame, lastYear, ...thisYear]);
    expect(answer).toMatchObject({ blockName: 'Khối sở', state: 'open', n: 3, scheme: 'competition', ruleset: ref });
    expect(
      answer.ranked.map(({ unitId, rank, tied, move, percentile }) => [unitId, rank, tied, move, percentile]),
    ).toEqual([
      ['u2', 1, false, 1, '100.0'],
      ['u1', 2, true, -1, '66.7'],
      ['u3', 2, true, 1, '66.7'],
    ]);
    expect(answer.ranked[0]).toMatchObject({
      unitName: 'Sở u2',
      index: { exact: '90', displayed: '90.00' },
      className: 'Xuất sắc',
      previousN: 3,
    });
    expect(answer.unranked).toMatchObject([{ unitId: 'u4', state: 'not-assessed', rank: null, index: null }]);
    expect([...answer.ranked, ...answer.unranked].map(({ partial }) => partial)).toEqual([false, false, false, false]);
  });

  it('says of whoever has only some of the points that the sum is not complete', async () => {
    const begun = new ScoreHistory('u4', 2024).opened('so').events;
    expect((await rankingOf([...frame, ...thisYear, ...begun])).unranked).toMatchObject([
      { unitId: 'u4', state: 'not-submitted', total: { exact: '0' }, partial: true, index: null },
    ]);
  });

  it('says of nobody to whom nothing applies that the sum is not complete: there is no index, and nothing is missing', async () => {
    const rebased = component('1', { max: '10', rule: { kind: 'manual', notApplicable: 'rebase' } });
    const idle = new ScoreHistory('u4', 2024).opened('so').declared('1', null).submitted().confirmed('1', null);
    const shown = ranking({ get: () => smallRuleset([rebased]) });
    const { unranked } = await rankingOf([...frame, ...thisYear, ...idle.events], 2024, 'so', undefined, shown);
    expect(unranked).toMatchObject([{ unitId: 'u4', total: { exact: '0' }, partial: false, index: null }]);
  });

  it('lets a unit go that left the block before the end of the year', async () => {
    const left = inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId: 'u4', until: '2024-06-30' }));
    expect((await rankingOf([...frame, ...thisYear, left])).unranked).toEqual([]);
  });

  it('lets a unit go that has ended, also when nobody recorded that it left the block', async () => {
    const ended = (effectiveOn: string) =>
      inStream('unit-u4', unitDissolved.of({ unitId: 'u4', effectiveOn, decree: sampleDecree }));
    for (const batch of [1, 1000]) {
      const members = async (effectiveOn: string) =>
        (await rankingOf([...frame, ...thisYear, ended(effectiveOn)], 2024, 'so', batch)).unranked;
      expect(await members('2024-12-31')).toEqual([]);
      expect(await members('2025-01-01')).toMatchObject([{ unitId: 'u4', state: 'not-assessed' }]);
    }
  });

  it('takes a unit back whose end was withdrawn, though it had no place any more', async () => {
    const effectiveOn = '2024-12-31';
    const ended = inStream('unit-u4', unitDissolved.of({ unitId: 'u4', effectiveOn, decree: sampleDecree }));
    const told = [...frame, ...thisYear, ended];
    const withdrawn = inStream(
      'unit-u4',
      changeWithdrawn.of({
        ...{ unitId: 'u4', kind: 'dissolution', effectiveOn, predecessorIds: [] },
        ...{ eventId: eventIdAt(told.length + 1), name: 'Sở u4', ...grounds },
      }),
    );
    for (const batch of [1, 1000])
      expect((await rankingOf([...told, withdrawn], 2024, 'so', batch)).unranked).toMatchObject([
        { unitId: 'u4', state: 'not-assessed' },
      ]);
  });

  it('goes by memberships as they were corrected', async () => {
    const left = inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId: 'u4', until: '2024-06-30' }));
    const members = async (...events: HistoryEvent[]) =>
      (await rankingOf([...frame, ...thisYear, ...events], 2024, 'so', 1)).unranked.map(({ unitId }) => unitId);
    expect(await members(correctedSpan({ from: '2021-01-01', until: '2024-12-30' }))).toEqual([]);
    expect(await members(correctedSpan({ from: '2025-01-01', until: null }))).toEqual([]);
    expect(await members(correctedSpan(null))).toEqual([]);
    expect(await members(left, correctedSpan({ from: '2021-01-01', until: null }))).toEqual(['u4']);
    expect(await members(left, correctedSpan(null), joined('u4', '2024-12-31'))).toEqual(['u4']);
  });

  it('names the unit-year that a faulty event stopped; the others go on', async () => {
    const stranger = inStream('casework-2024.u1', { type: 'CaseLost', data: {} });
    const elsewhere = inStream('casework-2023.u1', { type: 'CaseLost', data: {} });
    const answer = await rankingOf([...frame, opened(2024), stranger, elsewhere, ...thisYear.slice(1)]);
    expect(answer.halted).toEqual(['2024.u1']);
    expect(answer.ranked.map(({ unitId }) => unitId)).toEqual(['u2', 'u3']);
    expect((await rankingOf([...frame, ...thisYear])).halted).toEqual([]);
  });

  it('names ranks that the stage could not compute: its own, the year before, its members', async () => {
    const groups = [
      'block-year/2024/so',
      'block-year/2023/so',
      'block/so',
      'block-year/2022/so',
      'block-year/2024/ban',
    ];
    const { halted } = await answerAfter(projection, [...frame, ...thisYear], async ({ dataSource }) => {
      await dataSource.query(
        `INSERT INTO read_model.across_group (projection, generation, name, error) SELECT 'ranking', 1, unnest($1::text[]), 'lỗi'`,
        [groups],
      );
      return new GetRankingHandler(dataSource, new ReadYourWrites(dataSource)).execute(
        new GetRanking({ year: 2024, blockId: 'so' }),
      );
    });
    expect(halted).toEqual(['block-year/2023/so', 'block-year/2024/so', 'block/so']);
  });

  it('gives way to what is published', async () => {
    const published = publishedResults(
      2024,
      'so',
      [['u1', '80', 1, 'good']],
      [{ unitId: 'u3', state: 'not-submitted' }],
    );
    const answer = await rankingOf([...frame, lastYear, ...thisYear, published]);
    expect(answer).toMatchObject({ state: 'official', n: 1, decision: { number: '2024/QĐ-UBND' } });
    expect(answer.ranked.map(({ unitId }) => unitId)).toEqual(['u1']);
    expect(answer.unranked).toMatchObject([{ unitId: 'u3', state: 'not-submitted' }]);
  });
});

describe('results that are announced', () => {
  const published = publishedResults(2024, 'so', [['u1', '80', 1, 'good']]);

  it('stand in place of the open files, until they are published or announced again', async () => {
    const shown = announcedAs(publishedResults(2024, 'so', [['u2', '85', 1, 'good']]));
    const first = await rankingOf([...frame, lastYear, ...thisYear, shown]);
    expect(first).toMatchObject({
      state: 'provisional',
      objectUntil: '2025-01-25T00:00:00.000Z',
      decision: null,
      n: 1,
    });
    const again = await rankingOf([...frame, lastYear, ...thisYear, shown, announcedAs(published)]);
    expect(again.ranked.map(({ unitId }) => unitId)).toEqual(['u1']);
    expect(await rankingOf([...frame, ...thisYear, shown, published])).toMatchObject({
      state: 'official',
      objectUntil: null,
    });
  });
});

describe('corrected results', () => {
  const next = publishedResults(2025, 'so', [
    ['u2', '90', 1, 'excellent'],
    ['u1', '80', 2, 'good'],
  ]);
  const published = publishedResults(2024, 'so', [
    ['u1', '88', 1, 'good'],
    ['u2', '80', 2, 'good'],
  ]);
  const corrected = correctedTo(published, [
    ['u2', '93', 1, 'excellent'],
    ['u1', '88', 2, 'good'],
  ]);

  it('rank the block anew, and move the year after with it', async () => {
    expect(await rankingOf([...frame, published, corrected])).toMatchObject({
      state: 'official',
      decision: { number: '2024/QĐ-ĐC' },
      correction: { reason: 'Khiếu nại được kết luận là đúng' },
      ranked: [{ unitId: 'u2' }, { unitId: 'u1' }],
    });
    const movesOf = async (...history: HistoryEvent[]) =>
      (await rankingOf([...frame, ...history], 2025)).ranked.map(({ unitId, move }) => [unitId, move]);
    expect(await movesOf(published, next)).toEqual([
      ['u2', 1],
      ['u1', -1],
    ]);
    expect(await movesOf(published, next, corrected)).toEqual([
      ['u2', 0],
      ['u1', 0],
    ]);
  });
});

describe('other years', () => {
  it('compares by rank with a year that is imported only afterwards', async () => {
    const before = importedResults(
      2022,
      'so',
      [
        ['u3', '95.5', 1, null],
        ['u1', null, null, 'good'],
      ],
      20,
    );
    const answer = await rankingOf([...frame, lastYear, before], 2023, 'so', 1);
    expect(answer.ranked.map(({ unitId, move, previousN }) => [unitId, move, previousN])).toEqual([
      ['u1', null, 20],
      ['u2', null, null],
      ['u3', -2, 20],
    ]);
    const imported = await rankingOf([...frame, lastYear, before], 2022);
    expect(imported).toMatchObject({ state: 'imported', n: 20, source: { title: 'Báo cáo 2022' } });
    expect(imported.unranked).toMatchObject([{ unitId: 'u1', state: 'not-published', className: 'Tốt' }]);
    expect(imported.ranked[0]?.percentile).toBe('100.0');
  });

  it('says why a block is skipped', async () => {
    const skipped = inStream('period-2024', blockSkipped.of({ year: 2024, blockId: 'so', reason: 'Sắp xếp tổ chức' }));
    expect(await rankingOf([...frame, skipped])).toMatchObject({
      state: 'skipped',
      reason: 'Sắp xếp tổ chức',
      ranked: [],
      unranked: [],
    });
  });

  it('refuses a block that has nothing in the year', async () => {
    await expect(rankingOf(frame, 2019)).rejects.toThrow(RankingNotFound);
  });
});

describe('the projection', () => {
  const published = publishedResults(2024, 'so', [
    ['u2', '80', 1, 'good'],
    ['u1', '70', 2, 'fair'],
  ]);
  const everything = [
    ...frame,
    ...thisYear,
    lastYear,
    importedResults(2022, 'so', [['u1', '80', 1, 'good']]),
    announcedAs(published),
    published,
    correctedTo(published, [['u2', '95', 1, 'excellent']]),
    opened(2025),
    ...scored('u1', 2025, '4'),
    inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId: 'u4', until: '2024-06-30' })),
    correctedSpan({ from: '2021-06-01', until: '2024-05-31' }),
    joined('u4', '2025-02-01'),
    inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId: 'u4', until: '2025-03-31' })),
    inStream(
      'block-so',
      membershipCorrected.of({ blockId: 'so', unitId: 'u4', from: '2025-02-01', corrected: null, ...grounds }),
    ),
  ];

  it('is the same however the log is cut', () =>
    projectionSpec(projection)
      .given(...everything)
      .thenAnyBatchSizeGivesTheSame());

  it('is unchanged when the same history is delivered twice', () =>
    projectionSpec(projection)
      .given(...everything)
      .thenReplayingChangesNothing());
});
