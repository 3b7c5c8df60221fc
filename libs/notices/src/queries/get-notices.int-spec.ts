import { ReadYourWrites } from '@app/read-store';
import {
  announcedAs,
  answerAfter,
  correctedTo,
  type HistoryEvent,
  publishedResults,
  type ResultLine,
  ScoreHistory,
} from '@app/testing';
import { notices } from '../projections/notices.projection';
import { UnitNotKnown } from '../notices.errors';
import { GetNotices, GetNoticesHandler, type NoticeKey, type Notices } from './get-notices.query';

type Input = GetNotices['input'];

/** Answers of one read model to several questions. */
function asked<Answer>(
  history: readonly HistoryEvent[],
  questions: (ask: (input: Input) => Promise<Notices>) => Promise<Answer>,
): Promise<Answer> {
  return answerAfter(notices, history, ({ dataSource }) => {
    const handler = new GetNoticesHandler(dataSource, new ReadYourWrites(dataSource));
    return questions((input) => handler.execute(new GetNotices(input)));
  });
}

const of = (lines: readonly ResultLine[]) => publishedResults(2024, 'so', lines);
const announced = announcedAs(
  of([
    ['a', '90', 1, 'excellent'],
    ['b', '80', 2, 'good'],
    ['c', '60', 3, 'average'],
    ['d', '55', 4, 'average'],
    ['e', '50', 5, 'average'],
  ]),
);
const ruling = new ScoreHistory('d', 2024).ruled('1', '3', '4', 'kd_1');
/** The ruling lifts d over c; e is where it was. */
const published = of([
  ['a', '90', 1, 'excellent'],
  ['b', '80', 2, 'good'],
  ['d', '70', 3, 'fair'],
  ['c', '60', 4, 'average'],
  ['e', '50', 5, 'average'],
]);
/** The same rank, another class. */
const corrected = correctedTo(published, [
  ['a', '90', 1, 'excellent'],
  ['b', '78', 2, 'fair'],
  ['d', '70', 3, 'fair'],
  ['c', '60', 4, 'average'],
  ['e', '50', 5, 'average'],
]);
const history = [announced, ...ruling.events, published, corrected];
const units = ['a', 'b', 'c', 'd', 'e'];

describe('who is ranked anew', () => {
  const reRanked = (events: readonly HistoryEvent[]) =>
    asked(events, async (ask) => {
      const all = await Promise.all(units.map(async (unitId) => ({ unitId, ...(await ask({ unitId })) })));
      return all.flatMap(({ unitId, notices: told }) =>
        told.flatMap((one) =>
          one.kind === 're-ranked'
            ? [[unitId, one.position, one.before.rank, one.says.rank, one.before.className, one.says.className]]
            : [],
        ),
      );
    });

  it('is told so: the unit ruled on and those whose own rank or class moved with it, and nobody else', async () => {
    expect(await reRanked([announced, ...ruling.events, published])).toEqual([
      ['c', '4', 3, 4, 'Trung bình', 'Trung bình'],
      ['d', '4', 4, 3, 'Trung bình', 'Khá'],
    ]);
  });

  it('is told of another class too, though the rank stays, and of each time anew', async () => {
    expect(await reRanked(history)).toEqual([
      ['b', '5', 2, 2, 'Tốt', 'Khá'],
      ['c', '4', 3, 4, 'Trung bình', 'Trung bình'],
      ['d', '4', 4, 3, 'Trung bình', 'Khá'],
    ]);
  });

  it('is not told by first results, by the same ones again, or by those of another year', async () => {
    const before = publishedResults(2023, 'so', [
      ['c', '99', 1, 'excellent'],
      ['a', '60', 2, 'average'],
    ]);
    expect(await reRanked([before, announced, announced])).toEqual([]);
  });

  it('hears in the same notice nothing but the own figures', async () => {
    const { notices: told } = await asked(history, (ask) => ask({ unitId: 'c' }));
    const moved = told.find(({ kind }) => kind === 're-ranked');
    const own = { state: 'ranked', n: 5, className: 'Trung bình', index: '60', indexDisplayed: '60' };
    expect(moved).toMatchObject({ deadline: null, before: { ...own, rank: 3 }, says: { ...own, rank: 4 } });
    expect(Object.keys(moved?.says ?? {}).sort()).toEqual([...Object.keys(own), 'rank'].sort());
    expect(Object.keys(moved?.before ?? {}).sort()).toEqual([...Object.keys(own), 'rank'].sort());
  });
});

describe('the list', () => {
  const kinds = ({ notices: told }: Notices) => told.map(({ kind, position }) => `${position} ${kind}`);
  const whole = [
    ...['2 provisional-results', '3 points-ruled', '4 re-ranked', '4 results-published', '5 results-corrected'],
  ];

  it('goes in the order of the log', async () => {
    expect(kinds(await asked(history, (ask) => ask({ unitId: 'd' })))).toEqual(whole);
  });

  it.each([1, 2, 3])('comes in pages of %d, each notice once', async (limit) => {
    const paged = await asked(history, async (ask) => {
      const all: string[] = [];
      let behind: NoticeKey | undefined;
      for (;;) {
        const page = await ask({ unitId: 'd', limit, behind });
        const last = page.notices.at(-1);
        if (last === undefined) return all;
        all.push(...kinds(page));
        behind = [last.position, last.kind];
      }
    });
    expect(paged).toEqual(whole);
  });

  it('is that of one year where one is named', async () => {
    const [now, then] = await asked(history, async (ask) => [
      await ask({ unitId: 'd', year: 2024 }),
      await ask({ unitId: 'd', year: 2023 }),
    ]);
    expect([kinds(now), kinds(then)]).toEqual([whole, []]);
  });

  it('is at an earlier moment, by position or instant, what it was then', async () => {
    const before = { position: 3n };
    const during = { instant: '2025-02-01T00:00:00.000Z' };
    const [byPosition, byInstant] = await asked(history, async (ask) => [
      await ask({ unitId: 'c', asOf: before }),
      await ask({ unitId: 'c', asOf: during }),
    ]);
    expect(byPosition).toMatchObject({ asOf: '3', notices: [{ kind: 'provisional-results' }] });
    expect(kinds(byInstant)).toEqual([...['2 provisional-results', '4 re-ranked', '4 results-published']]);
  });

  it('tells up to where it is true', async () => {
    expect((await asked(history, (ask) => ask({ unitId: 'd' }))).asOf).toBe('5');
  });

  it('of a unit that nobody ever named is refused', async () => {
    await expect(asked(history, (ask) => ask({ unitId: 'khong_co' }))).rejects.toThrow(UnitNotKnown);
  });
});
