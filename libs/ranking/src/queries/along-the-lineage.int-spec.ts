import { ReadYourWrites } from '@app/read-store';
import {
  answerAfter,
  blockOfFour,
  component,
  eventIdAt,
  type HistoryEvent,
  inStream,
  projectionSpec,
  publishedResults,
  sampleDecree,
  smallRuleset,
} from '@app/testing';
import { changeWithdrawn, lineageRecorded, successionRuled, type UnitChange, unitLevelChanged } from '@app/unit';
import type { DataSource } from 'typeorm';
import { ranking } from '../projections/ranking.projection';
import { GetRankingAsOf, GetRankingAsOfHandler } from './get-ranking-as-of.query';
import { GetRankingHistoryAsOf, GetRankingHistoryAsOfHandler } from './get-ranking-history-as-of.query';
import { GetRankingHistory, GetRankingHistoryHandler, type RankingHistory } from './get-ranking-history.query';
import { GetRanking, GetRankingHandler } from './get-ranking.query';

const projection = ranking({ get: () => smallRuleset([component('1', { max: '10' })]) });
const { frame, lastYear } = blockOfFour;
const decree = sampleDecree;
const cameOut = (
  unitId: string,
  kind: 'merged' | 'partial-transfer',
  effectiveOn: string,
  ...predecessors: readonly (readonly [string, string])[]
) =>
  inStream(
    `unit-${unitId}`,
    lineageRecorded.of({
      ...{ unitId, kind, effectiveOn, decree },
      predecessors: predecessors.map(([id, share]) => ({ unitId: id, share })),
    }),
  );
const ruled = (predecessorId: string | null, year = 2024) =>
  inStream(
    'unit-u4',
    successionRuled.of({ unitId: 'u4', year, predecessorId, takesOver: null, reason: 'Kế thừa (mẫu)' }),
  );
const thisYear = publishedResults(2024, 'so', [
  ['u4', '90', 1, 'excellent'],
  ['u3', '80', 2, 'good'],
]);
/** u4 came out of u1 and a third of u2; u1 before that out of u9. */
const merged = cameOut('u4', 'merged', '2024-03-01', ['u1', '1'], ['u2', '1/3']);
const earlier = publishedResults(2022, 'so', [['u9', '70', 1, 'fair']]);
const before = cameOut('u1', 'merged', '2023-01-01', ['u9', '1'], ['u8', '1']);
const story = [...frame, earlier, before, lastYear, merged, thisYear];

/** Takes back the change that stands at a position. */
const withdrawn = (unitId: string, position: number, change: UnitChange) =>
  inStream(
    `unit-${unitId}`,
    changeWithdrawn.of({
      ...{ unitId, eventId: eventIdAt(position), name: `Sở ${unitId}`, ...change },
      ...{ reason: 'Ghi nhầm (mẫu)', documentNumber: '12/CV-MẪU' },
    }),
  );
const union: UnitChange = { kind: 'merged', effectiveOn: '2024-03-01', predecessorIds: ['u1', 'u2'] };

const historyOf = (unitId: string, events: readonly HistoryEvent[]) =>
  answerAfter(projection, events, ({ dataSource }) =>
    new GetRankingHistoryHandler(dataSource, new ReadYourWrites(dataSource)).execute(new GetRankingHistory({ unitId })),
  );
const placesOf = async (events: readonly HistoryEvent[], batch?: number) => {
  const { ranked } = await answerAfter(
    projection,
    events,
    ({ dataSource }) =>
      new GetRankingHandler(dataSource, new ReadYourWrites(dataSource)).execute(
        new GetRanking({ year: 2024, blockId: 'so' }),
      ),
    batch,
  );
  return ranked.map(({ unitId, rank, previousRank, move }) => [unitId, rank, previousRank, move]);
};

describe('the history of a unit that came out of others', () => {
  it('shows the years of its predecessors, marked with the change, its decree and share, and takes none for its own', async () => {
    const { years, predecessorYears } = await historyOf('u4', story);
    expect(years.map(({ year, rank }) => [year, rank])).toEqual([[2024, 1]]);
    expect(
      predecessorYears.map(({ year, unitId, rank, kind, share, heirId }) => [year, unitId, rank, kind, share, heirId]),
    ).toEqual([
      [2022, 'u9', 1, 'merged', '1', 'u1'],
      [2023, 'u1', 1, 'merged', '1', 'u4'],
      [2023, 'u2', 2, 'merged', '1/3', 'u4'],
    ]);
    expect(predecessorYears[1]).toMatchObject({
      ...{ effectiveOn: '2024-03-01', decree, lineageEventId: eventIdAt(14), unitName: 'Sở u1', carriedOver: null },
    });
  });

  it('names the ruling by which a predecessor’s year counts as last year, and only that year', async () => {
    const { predecessorYears } = await historyOf('u4', [...story, ruled('u2')]);
    expect(predecessorYears.map(({ year, unitId, carriedOver }) => [year, unitId, carriedOver?.eventId])).toEqual([
      [2022, 'u9', undefined],
      [2023, 'u1', undefined],
      [2023, 'u2', eventIdAt(16)],
    ]);
    expect(predecessorYears[2]?.carriedOver).toMatchObject({ year: 2024, reason: 'Kế thừa (mẫu)' });
  });

  it('shows none of them any more once the change was withdrawn', async () => {
    const { predecessorYears } = await historyOf('u4', [...story, withdrawn('u4', 14, union)]);
    expect(predecessorYears).toEqual([]);
  });

  it('ends where decrees lead in a circle', async () => {
    const circle = [cameOut('u1', 'partial-transfer', '2023-01-01', ['u4', '1/2']), lastYear];
    const { predecessorYears } = await historyOf('u4', [...frame, merged, ...circle]);
    expect(predecessorYears.map(({ year, unitId }) => [year, unitId])).toEqual([
      [2023, 'u1'],
      [2023, 'u2'],
    ]);
  });

  it('leaves what a predecessor did after the change to the predecessor', async () => {
    const { predecessorYears } = await historyOf('u3', [
      ...frame,
      ...[lastYear, thisYear, cameOut('u3', 'partial-transfer', '2024-12-31', ['u4', '1/2'])],
    ]);
    expect(predecessorYears).toEqual([]);
  });
});

describe('last year, in a ranking', () => {
  const unchanged = ['u3', 2, 3, 1];

  it('is nobody’s for a unit that came out of others, until somebody rules whose it is', async () => {
    expect(await placesOf(story)).toEqual([['u4', 1, null, null], unchanged]);
    expect(await placesOf([...story, ruled('u2')])).toEqual([['u4', 1, 2, 1], unchanged]);
    expect(await placesOf([...story, ruled(null)])).toEqual([['u4', 1, null, null], unchanged]);
    expect(await placesOf([...story, ruled('u2', 2025)])).toEqual([['u4', 1, null, null], unchanged]);
  });

  it('follows a ruling whatever comes first', async () => {
    for (const batch of [1, 1000]) {
      expect(await placesOf([...frame, ruled('u1'), merged, thisYear, lastYear], batch)).toContainEqual([
        'u4',
        1,
        1,
        0,
      ]);
    }
  });

  it('is nobody’s for a unit that handed over a part of itself, though it goes on', async () => {
    const ceded = cameOut('u2', 'partial-transfer', '2024-05-01', ['u3', '1/10']);
    expect(await placesOf([...story, ceded])).toContainEqual(['u3', 2, null, null]);
    expect(await placesOf([ceded, ...story], 1)).toContainEqual(['u3', 2, null, null]);
  });

  it('is nobody’s for a unit that changed its level, though it has one', async () => {
    const changed = inStream(
      'unit-u3',
      unitLevelChanged.of({ unitId: 'u3', type: 'district', parentId: null, effectiveOn: '2024-05-01', decree }),
    );
    expect(await placesOf([...story, changed])).toContainEqual(['u3', 2, null, null]);
  });

  it('is a unit’s own again once the change was withdrawn, its own or that of whom it handed a part over to', async () => {
    const day = '2024-05-01';
    const changed = inStream(
      'unit-u3',
      unitLevelChanged.of({ unitId: 'u3', type: 'district', parentId: null, effectiveOn: day, decree }),
    );
    const ceded = cameOut('u2', 'partial-transfer', day, ['u3', '1/10']);
    const next = story.length + 2;
    const level = withdrawn('u3', next, { kind: 'level-change', effectiveOn: day, predecessorIds: [] });
    const transfer = withdrawn('u2', next, { kind: 'partial-transfer', effectiveOn: day, predecessorIds: ['u3'] });
    for (const batch of [1, 1000]) {
      expect(await placesOf([...story, changed, level], batch)).toContainEqual(unchanged);
      expect(await placesOf([...story, ceded, transfer], batch)).toContainEqual(unchanged);
    }
  });
});

describe('as of a moment', () => {
  it('a change stands until it was withdrawn', async () => {
    const ceded = cameOut('u2', 'partial-transfer', '2024-05-01', ['u3', '1/10']);
    const change: UnitChange = { kind: 'partial-transfer', effectiveOn: '2024-05-01', predecessorIds: ['u3'] };
    const told = [...story, ceded, withdrawn('u2', story.length + 2, change), withdrawn('u4', 14, union)];
    const last = BigInt(told.length + 1);
    const then = (position: bigint) =>
      answerAfter(projection, told, async ({ dataSource }) => {
        const waits = new ReadYourWrites(dataSource);
        const asOf = { position };
        const ranking = new GetRankingAsOf({ year: 2024, blockId: 'so', asOf });
        const { ranked } = await new GetRankingAsOfHandler(dataSource, waits).execute(ranking);
        const history = new GetRankingHistoryAsOf({ unitId: 'u4', asOf });
        const { predecessorYears } = await new GetRankingHistoryAsOfHandler(dataSource, waits).execute(history);
        return [ranked.find(({ unitId }) => unitId === 'u3')?.previousRank, predecessorYears.length];
      });
    expect(await then(last - 3n)).toEqual([3, 3]);
    expect(await then(last - 2n)).toEqual([null, 3]);
    expect(await then(last - 1n)).toEqual([3, 3]);
    expect(await then(last)).toEqual([3, 0]);
  });

  const events = [...story, ruled('u2'), ruled('u1')];
  /** The log's identity is position 1. */
  const end = BigInt(events.length + 1);
  const answers = <Answer>(question: (dataSource: DataSource, waits: ReadYourWrites) => Promise<Answer>) =>
    answerAfter(projection, events, ({ dataSource }) => question(dataSource, new ReadYourWrites(dataSource)));
  const placesThen = (position: bigint) =>
    answers(async (dataSource, waits) => {
      const question = new GetRankingAsOf({ year: 2024, blockId: 'so', asOf: { position } });
      const { ranked } = await new GetRankingAsOfHandler(dataSource, waits).execute(question);
      return ranked.map(({ unitId, previousRank, move }) => [unitId, previousRank, move]);
    });
  const historyThen = (position: bigint) =>
    answers((dataSource, waits) =>
      new GetRankingHistoryAsOfHandler(dataSource, waits).execute(
        new GetRankingHistoryAsOf({ unitId: 'u4', asOf: { position } }),
      ),
    );

  it('last year is compared along what was recorded and ruled by then', async () => {
    expect((await placesThen(end - 2n))[0]).toEqual(['u4', null, null]);
    expect((await placesThen(end - 1n))[0]).toEqual(['u4', 2, 1]);
    expect((await placesThen(end))[0]).toEqual(['u4', 1, 0]);
  });

  it('the history names the predecessors known by then, and the ruling that counted', async () => {
    const carriedOver = ({ predecessorYears }: RankingHistory) =>
      predecessorYears.map(({ year, unitId, carriedOver: ruling }) => [year, unitId, ruling?.eventId]);
    expect(carriedOver(await historyThen(end - 4n))).toEqual([]);
    expect(carriedOver(await historyThen(end - 1n))).toEqual([
      [2022, 'u9', undefined],
      [2023, 'u1', undefined],
      [2023, 'u2', eventIdAt(Number(end) - 1)],
    ]);
  });

  it('is of the present what the present answers are', async () => {
    expect({ ...(await historyThen(end)), asOf: '' }).toEqual({ ...(await historyOf('u4', events)), asOf: '' });
    expect(await placesThen(end)).toEqual(
      (await placesOf(events)).map(([unitId, , previousRank, move]) => [unitId, previousRank, move]),
    );
  });
});

describe('the projection', () => {
  const everything = [...story, ruled('u2'), ruled('u1'), withdrawn('u4', 14, union)];

  it('is the same however the log is cut', () =>
    projectionSpec(projection)
      .given(...everything)
      .thenAnyBatchSizeGivesTheSame());

  it('is unchanged when the same history is delivered twice', () =>
    projectionSpec(projection)
      .given(...everything)
      .thenReplayingChangesNothing());
});
