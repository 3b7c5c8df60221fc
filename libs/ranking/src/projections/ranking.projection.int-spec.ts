import { blockSkipped, periodOpened } from '@app/period';
import { ReadYourWrites } from '@app/read-store';
import {
  component,
  type HistoryEvent,
  importedResults,
  inStream,
  logOf,
  ProjectionLab,
  projectionSpec,
  publishedResults,
  ScoreHistory,
  smallRuleset,
} from '@app/testing';
import { blockDefined, unitJoinedBlock, unitLeftBlock, unitRegistered } from '@app/unit';
import { GetRankingHistory, GetRankingHistoryHandler } from '../queries/get-ranking-history.query';
import { GetRanking, GetRankingHandler } from '../queries/get-ranking.query';
import { ListBlocks, ListBlocksHandler } from '../queries/list-blocks.query';
import { RankingNotFound, UnitNotRanked } from '../ranking.errors';
import { ranking } from './ranking.projection';

const ruleset = smallRuleset([component('1', { max: '10' })]);
const ref = { id: 'small', version: 1, sha256: '0'.repeat(64) };
const projection = ranking({ get: () => ruleset });

const unit = (unitId: string) =>
  inStream(
    `unit-${unitId}`,
    unitRegistered.of({
      unitId,
      name: `Sở ${unitId}`,
      type: 'department',
      officialCode: null,
      registeredOn: '2020-01-01',
    }),
  );
const joined = (unitId: string, from = '2021-01-01') =>
  inStream('block-so', unitJoinedBlock.of({ blockId: 'so', unitId, from }));
const opened = (year: number) =>
  inStream(
    `period-${year}`,
    periodOpened.of({
      year,
      submitBy: `${year}-12-31T17:00:00.000Z`,
      appraiseBy: `${year + 1}-02-28T17:00:00.000Z`,
      blocks: [{ blockId: 'so', ruleset: ref }],
    }),
  );
const scored = (unitId: string, year: number, points: string): HistoryEvent[] =>
  new ScoreHistory(unitId, year).opened('so').declared('1', points).submitted().confirmed('1', points).events;

const frame = [
  inStream('block-so', blockDefined.of({ blockId: 'so', name: 'Khối sở' })),
  ...['u1', 'u2', 'u3', 'u4'].flatMap((id) => [unit(id), joined(id)]),
];
const lastYear = publishedResults(2023, 'so', [
  ['u1', '91', 1, 'excellent'],
  ['u2', '85', 2, 'good'],
  ['u3', '70', 3, 'fair'],
]);
const thisYear = [opened(2024), ...scored('u1', 2024, '8'), ...scored('u2', 2024, '9'), ...scored('u3', 2024, '8')];

async function ask<Answer>(
  history: readonly HistoryEvent[],
  question: (lab: ProjectionLab) => Promise<Answer>,
  batch = 1000,
) {
  const lab = await ProjectionLab.open(projection, await logOf(history));
  try {
    await lab.catchUp(batch);
    return await question(lab);
  } finally {
    await lab.close();
  }
}
const rankingOf = (history: readonly HistoryEvent[], year = 2024, blockId = 'so', batch?: number) =>
  ask(
    history,
    ({ dataSource }) =>
      new GetRankingHandler(dataSource, new ReadYourWrites(dataSource)).execute(new GetRanking({ year, blockId })),
    batch,
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
  });

  it('lets a unit go that left the block before the end of the year', async () => {
    const left = inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId: 'u4', until: '2024-06-30' }));
    expect((await rankingOf([...frame, ...thisYear, left])).unranked).toEqual([]);
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
    const { halted } = await ask([...frame, ...thisYear], async ({ dataSource }) => {
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

  it('follows one unit over the years', async () => {
    const history = await ask([...frame, lastYear, ...thisYear], ({ dataSource }) =>
      new GetRankingHistoryHandler(dataSource, new ReadYourWrites(dataSource)).execute(
        new GetRankingHistory({ unitId: 'u1' }),
      ),
    );
    expect(history).toMatchObject({ unitName: 'Sở u1' });
    expect(history.years.map(({ year, rank, n, move, yearState }) => [year, rank, n, move, yearState])).toEqual([
      [2023, 1, 3, null, 'official'],
      [2024, 2, 3, -1, 'open'],
    ]);
  });

  it('knows a registered unit without results, and no other', async () => {
    const of = (unitId: string) =>
      ask(frame, ({ dataSource }) =>
        new GetRankingHistoryHandler(dataSource, new ReadYourWrites(dataSource)).execute(
          new GetRankingHistory({ unitId }),
        ),
      );
    expect(await of('u4')).toMatchObject({ unitName: 'Sở u4', years: [] });
    await expect(of('u9')).rejects.toThrow(UnitNotRanked);
  });

  it('lists the blocks with their years', async () => {
    const blocks = await ask([...frame, lastYear, opened(2024)], ({ dataSource }) =>
      new ListBlocksHandler(dataSource, new ReadYourWrites(dataSource)).execute(new ListBlocks()),
    );
    expect(blocks).toEqual([
      {
        blockId: 'so',
        blockName: 'Khối sở',
        years: [
          { year: 2024, state: 'open', n: 0 },
          { year: 2023, state: 'official', n: 3 },
        ],
      },
    ]);
  });
});

describe('the projection', () => {
  const everything = [
    ...frame,
    ...thisYear,
    lastYear,
    importedResults(2022, 'so', [['u1', '80', 1, 'good']]),
    publishedResults(2024, 'so', [
      ['u2', '80', 1, 'good'],
      ['u1', '70', 2, 'fair'],
    ]),
    opened(2025),
    ...scored('u1', 2025, '4'),
    inStream('block-so', unitLeftBlock.of({ blockId: 'so', unitId: 'u4', until: '2024-06-30' })),
    joined('u4', '2025-02-01'),
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
