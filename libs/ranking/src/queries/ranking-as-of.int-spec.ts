import type { Moment } from '@app/event-store';
import { ReadYourWrites } from '@app/read-store';
import {
  announcedAs,
  blockOfFour,
  component,
  correctedTo,
  inStream,
  logOf,
  ProjectionLab,
  publishedResults,
  sampleDecree,
  smallRuleset,
} from '@app/testing';
import { unitRenamed } from '@app/unit';
import { ranking } from '../projections/ranking.projection';
import { NoResultsThen, UnitNotRanked } from '../ranking.errors';
import { GetRankingAsOf, GetRankingAsOfHandler } from './get-ranking-as-of.query';
import { GetRankingHistoryAsOf, GetRankingHistoryAsOfHandler } from './get-ranking-history-as-of.query';
import { GetRanking, GetRankingHandler } from './get-ranking.query';

const ruleset = smallRuleset([component('1', { max: '10' })]);
const { frame, lastYear, thisYear } = blockOfFour;
const published = publishedResults(2024, 'so', [
  ['u1', '88', 1, 'good'],
  ['u2', '80', 2, 'good'],
]);
const corrected = correctedTo(published, [
  ['u2', '93', 1, 'excellent'],
  ['u1', '88', 2, 'good'],
]);
/** In May 2025, after those of 2024 were published. */
const lastYearCorrected = {
  ...correctedTo(lastYear, [
    ['u2', '92', 1, 'excellent'],
    ['u1', '91', 2, 'excellent'],
    ['u3', '70', 3, 'fair'],
  ]),
  recordedAt: '2025-05-02T00:00:00.000Z',
};
const renamed = { unitId: 'u4', effectiveOn: '2024-06-01', decree: sampleDecree };
/** Published at position 99, corrected at position 100. */
const before = [...frame, lastYear, ...thisYear];
const filler = Array.from({ length: 96 - before.length }, (_, number) =>
  inStream('unit-u4', unitRenamed.of({ ...renamed, name: `Sở u4 lần ${number}` })),
);
const history = [...before, ...filler, announcedAs(published), published, corrected, lastYearCorrected];

let lab: ProjectionLab;
let handler: GetRankingAsOfHandler;
let histories: GetRankingHistoryAsOfHandler;
beforeAll(async () => {
  lab = await ProjectionLab.open(ranking({ get: () => ruleset }), await logOf(history));
  await lab.catchUp(3);
  const waits = new ReadYourWrites(lab.dataSource);
  handler = new GetRankingAsOfHandler(lab.dataSource, waits);
  histories = new GetRankingHistoryAsOfHandler(lab.dataSource, waits);
});
afterAll(() => lab.close());

/** The log's identity is position 1, and the last event of the history the last position. */
const end = BigInt(history.length + 1);
it('has the publication and its correction at positions of different length', () => expect(end).toBe(101n));
const then = (asOf: Moment) => handler.execute(new GetRankingAsOf({ year: 2024, blockId: 'so', asOf }));
const places = async (asOf: Moment) =>
  (await then(asOf)).ranked.map(({ unitId, rank, move, previousRank }) => [unitId, rank, move, previousRank]);

describe('the ranking as of a moment', () => {
  it('is what was published, then what was corrected', async () => {
    expect(await then({ position: end - 2n })).toMatchObject({ state: 'official', correction: null });
    expect(await then({ position: end - 1n })).toMatchObject({
      state: 'official',
      decision: { number: '2024/QĐ-ĐC' },
      correction: { supersedes: '0'.repeat(64) },
    });
    expect(await places({ position: end - 2n })).toEqual([
      ['u1', 1, 0, 1],
      ['u2', 2, 0, 2],
    ]);
    expect(await places({ position: end - 1n })).toEqual([
      ['u2', 1, 1, 2],
      ['u1', 2, -1, 1],
    ]);
  });

  it('compares with what counted of the year before at that moment, not with what counts now', async () => {
    expect(await places({ position: end })).toEqual([
      ['u2', 1, 0, 1],
      ['u1', 2, 0, 2],
    ]);
  });

  it('is of the present what the present ranking is', async () => {
    const present = await new GetRankingHandler(lab.dataSource, new ReadYourWrites(lab.dataSource)).execute(
      new GetRanking({ year: 2024, blockId: 'so' }),
    );
    expect(await then({ position: end })).toEqual(present);
  });

  it.each([
    ['2025-02-01T00:00:00.000Z', 'official', '2024/QĐ-UBND'],
    ['2025-04-30T23:59:59.999Z', 'official', '2024/QĐ-UBND'],
    ['2025-05-01T00:00:00.000Z', 'official', '2024/QĐ-ĐC'],
  ])('may be asked for an instant: %s', async (instant, state, number) => {
    const ranking = await then({ instant });
    expect([ranking.state, ranking.decision?.number, ranking.asOf]).toEqual([state, number, instant]);
  });

  it('tells from when it counted', async () => {
    expect((await then({ position: end })).since).toEqual({ position: `${end - 1n}`, at: '2025-05-01T00:00:00.000Z' });
  });

  it('is none before anything was published: what was announced is not for everybody', async () => {
    await expect(then({ position: end - 3n })).rejects.toThrow(NoResultsThen);
    await expect(then({ instant: '2025-01-31T23:59:59.999Z' })).rejects.toThrow(NoResultsThen);
    expect(await then({ position: end - 2n })).toMatchObject({ asOf: `${end - 2n}` });
  });
});

describe('the history of a unit as of a moment', () => {
  const of = (unitId: string, asOf: Moment) => histories.execute(new GetRankingHistoryAsOf({ unitId, asOf }));
  const ranks = async (asOf: Moment) => (await of('u1', asOf)).years.map(({ year, rank, move }) => [year, rank, move]);

  it('names the years that were published by then, as they counted then', async () => {
    expect(await ranks({ position: end - 3n })).toEqual([[2023, 1, null]]);
    expect(await ranks({ position: end - 2n })).toEqual([
      [2023, 1, null],
      [2024, 1, 0],
    ]);
    expect(await ranks({ position: end })).toEqual([
      [2023, 2, null],
      [2024, 2, 0],
    ]);
    expect(await of('u1', { instant: '2024-12-31T00:00:00.000Z' })).toMatchObject({
      unitName: 'Sở u1',
      asOf: '2024-12-31T00:00:00.000Z',
    });
  });

  it('of a registered unit without results is empty, and of nobody is refused', async () => {
    expect((await of('u4', { position: end })).years).toEqual([]);
    await expect(of('u9', { position: end })).rejects.toThrow(UnitNotRanked);
  });
});
