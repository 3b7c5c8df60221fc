import { ReadYourWrites } from '@app/read-store';
import { answerAfter, blockOfFour, component, publishedResults, smallRuleset } from '@app/testing';
import { GetRankingHistory, GetRankingHistoryHandler } from '../queries/get-ranking-history.query';
import { ListBlocks, ListBlocksHandler } from '../queries/list-blocks.query';
import { UnitNotRanked } from '../ranking.errors';
import { ranking } from './ranking.projection';

const ruleset = smallRuleset([component('1', { max: '10' })]);
const projection = ranking({ get: () => ruleset });

const { frame, lastYear, thisYear, opened } = blockOfFour;

describe('other years', () => {
  it('follows one unit over the years', async () => {
    const history = await answerAfter(projection, [...frame, lastYear, ...thisYear], ({ dataSource }) =>
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

  it('tells nothing of an open year beside one that is published', async () => {
    const nextYear = publishedResults(2025, 'so', [['u1', '80', 1, 'good']]);
    const history = await answerAfter(projection, [...frame, ...thisYear, nextYear], ({ dataSource }) =>
      new GetRankingHistoryHandler(dataSource, new ReadYourWrites(dataSource)).execute(
        new GetRankingHistory({ unitId: 'u1' }),
      ),
    );
    expect(history.years.map(({ year, rank, move, yearState }) => [year, rank, move, yearState])).toEqual([
      [2024, 2, null, 'open'],
      [2025, 1, null, 'official'],
    ]);
  });

  it('knows a registered unit without results, and no other', async () => {
    const of = (unitId: string) =>
      answerAfter(projection, frame, ({ dataSource }) =>
        new GetRankingHistoryHandler(dataSource, new ReadYourWrites(dataSource)).execute(
          new GetRankingHistory({ unitId }),
        ),
      );
    expect(await of('u4')).toMatchObject({ unitName: 'Sở u4', years: [] });
    await expect(of('u9')).rejects.toThrow(UnitNotRanked);
  });

  it('lists the blocks with their years', async () => {
    const blocks = await answerAfter(projection, [...frame, lastYear, opened(2024)], ({ dataSource }) =>
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
