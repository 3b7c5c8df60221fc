import { blockSkipped } from '@app/period';
import { ReadYourWrites } from '@app/read-store';
import {
  answerAfter,
  type HistoryEvent,
  importedResults,
  inStream,
  publishedResults,
  type ResultLine,
  sampleDecree,
  ScoreHistory,
  smallRuleset,
} from '@app/testing';
import { lineageRecorded, officeLeft, officeTaken, successionRuled, unitLevelChanged, unitRenamed } from '@app/unit';
import { GetFlags, GetFlagsHandler } from '../queries/get-flags.query';
import { accountability } from './accountability.projection';

const projection = accountability({ get: () => smallRuleset([]) });
const decree = sampleDecree;

/** "Khá" and last of three: with "Khá" and a better rank the year before, proposal (A). */
const fair = (unitId: string, rank = 3): ResultLine => [unitId, `${69 - rank}`, rank, 'fair'];
const good = (unitId: string, rank: number): ResultLine => [unitId, `${90 - rank}`, rank, 'good'];
const yearOf = (year: number, block: string, unitId: string, rank: number) =>
  publishedResults(year, block, [
    ...[1, 2, 3].filter((other) => other !== rank).map((other) => good(`x${other}`, other)),
    fair(unitId, rank),
  ]);
const lastYear = yearOf(2023, 'so', 'u', 2);
const thisYear = yearOf(2024, 'so', 'u', 3);
const ruled = (unitId: string, predecessorId: string | null) =>
  inStream(
    `unit-${unitId}`,
    successionRuled.of({ unitId, year: 2024, predecessorId, takesOver: null, reason: 'Quyết định mẫu' }),
  );
const lineage = (
  unitId: string,
  kind: 'merged' | 'split' | 'partial-transfer',
  ...predecessors: readonly (readonly [string, string])[]
) =>
  inStream(
    `unit-${unitId}`,
    lineageRecorded.of({
      ...{ unitId, kind, effectiveOn: '2024-06-01', decree },
      predecessors: predecessors.map(([id, share]) => ({ unitId: id, share })),
    }),
  );

const flagsOf = async (unitId: string, ...history: readonly HistoryEvent[]) => {
  const { flags } = await answerAfter(projection, history, ({ dataSource }) =>
    new GetFlagsHandler(dataSource, new ReadYourWrites(dataSource)).execute(new GetFlags({ unitId, year: 2024 })),
  );
  return flags;
};
const kindsOf = async (unitId: string, ...history: readonly HistoryEvent[]) =>
  (await flagsOf(unitId, ...history)).map(({ kind }) => kind);

describe('the flags of a unit', () => {
  it('that stayed as it was, Khá twice and fallen in rank, propose (A)', async () => {
    expect(await kindsOf('u', lastYear, thisYear)).toEqual(['discipline-a']);
  });

  it('merged in mid-period: the two whose files stayed half filled are no zeros, and the new one has no last year until it is ruled', async () => {
    const merged = lineage('u', 'merged', ['a', '1'], ['b', '1']);
    const before = publishedResults(2023, 'so', [good('x1', 1), fair('a', 2), fair('b', 3)]);
    const after = publishedResults(
      2024,
      'so',
      [good('x1', 1), good('x2', 2), fair('u', 3)],
      ['a', 'b'].map((unitId) => ({ unitId, state: 'not-submitted' as const })),
    );
    for (const unitId of ['u', 'a', 'b'])
      expect([unitId, await kindsOf(unitId, before, merged, after)]).toEqual([unitId, ['insufficient-data']]);
    expect(await kindsOf('u', before, merged, after, ruled('u', 'a'))).toEqual(['discipline-a']);
    expect(await kindsOf('u', before, merged, after, ruled('u', 'b'))).toEqual([]);
  });

  it('split: neither the part that left nor what remained has a last year until it is ruled', async () => {
    const split = lineage('b', 'split', ['u', '1/3']);
    const after = publishedResults(2024, 'so', [good('x1', 1), fair('b', 2), fair('u', 3)]);
    for (const unitId of ['u', 'b'])
      expect([unitId, await kindsOf(unitId, lastYear, split, after)]).toEqual([unitId, ['insufficient-data']]);
    expect(await kindsOf('u', lastYear, split, after, ruled('u', 'u'))).toEqual(['discipline-a']);
    expect(await kindsOf('b', lastYear, split, after, ruled('b', null))).toEqual(['insufficient-data']);
  });

  it('that handed over a part, and that changed its level, need a ruling as well', async () => {
    const ceded = lineage('b', 'partial-transfer', ['u', '0.05']);
    const raised = { unitId: 'u', type: 'district', parentId: null, effectiveOn: '2024-06-01', decree } as const;
    const [flag] = await flagsOf('u', lastYear, ceded, thisYear);
    expect(flag?.derivation.join(' ')).toContain('đơn vị chuyển giao một phần cho đơn vị khác từ 01/06/2024');
    expect(await kindsOf('u', lastYear, inStream('unit-u', unitLevelChanged.of(raised)), thisYear)).toEqual([
      'insufficient-data',
    ]);
  });

  it('renamed between self-score and publication: its history is its own, its name that of the decision', async () => {
    const renamed = { unitId: 'u', name: 'Sở mẫu', effectiveOn: '2024-12-15', decree };
    const flags = await flagsOf('u', lastYear, inStream('unit-u', unitRenamed.of(renamed)), thisYear);
    expect(flags).toMatchObject([{ kind: 'discipline-a', unitName: 'Sở u' }]);
  });

  it('moved to another block in mid-year: ranks of two blocks are not compared, unless somebody rules so', async () => {
    const elsewhere = yearOf(2023, 'ban', 'u', 2);
    expect(await kindsOf('u', elsewhere, thisYear)).toEqual(['insufficient-data']);
    expect(await kindsOf('u', elsewhere, thisYear, ruled('u', 'u'))).toEqual(['discipline-a']);
  });

  it('whose block was skipped for a year: a gap is not a clean record', async () => {
    const skipped = inStream('period-2023', blockSkipped.of({ year: 2023, blockId: 'so', reason: 'Sắp xếp' }));
    expect(await kindsOf('u', yearOf(2022, 'so', 'u', 1), skipped, thisYear)).toEqual(['insufficient-data']);
  });

  it('with a new head since June: who headed it in each part of each year, and the deputy in charge', async () => {
    const office = (held: 'head' | 'deputy', personId: string, personName: string, from: string) =>
      inStream('unit-u', officeTaken.of({ unitId: 'u', office: held, personId, personName, from }));
    const people = [
      office('head', 'p1', 'Ông A', '2020-01-01'),
      office('deputy', 'p2', 'Bà B', '2021-01-01'),
      inStream('unit-u', officeLeft.of({ unitId: 'u', office: 'head', personId: 'p1', until: '2024-05-31' })),
      office('head', 'p3', 'Ông C', '2024-06-01'),
    ];
    const [flag] = await flagsOf('u', ...people, lastYear, thisYear);
    expect(flag?.tenures.map(({ office: held, personName, until }) => [held, personName, until])).toEqual([
      ['head', 'Ông A', '2024-05-31'],
      ['head', 'Ông C', null],
      ['deputy', 'Bà B', null],
    ]);
    expect(flag?.caveats.join(' ')).toContain('Người đứng đầu thay đổi trong thời gian xét');
  });

  it('with an open complaint that bears the number of another year’s closed one: pending all the same', async () => {
    const complaints = (year: number) => new ScoreHistory('u', year).caseReceived('kn_1', 'complaint');
    const closed = complaints(2023).caseClosed('kn_1', 'complaint', 'rejected').events;
    const open = complaints(2024).events;
    expect(await flagsOf('u', ...closed, lastYear, thisYear)).toMatchObject([{ pending: false }]);
    expect(await flagsOf('u', ...closed, ...open, lastYear, thisYear)).toMatchObject([{ pending: true }]);
  });

  it('that takes over another’s last year by ruling takes over its open complaint, and its head until that day', async () => {
    const before = publishedResults(2023, 'so', [good('x1', 1), fair('a', 2), good('x3', 3)]);
    const merged = lineage('u', 'merged', ['a', '1']);
    const office = (unitId: string, personId: string, personName: string, from: string) =>
      inStream(`unit-${unitId}`, officeTaken.of({ unitId, office: 'head', personId, personName, from }));
    const heads = [office('a', 'p1', 'Ông A', '2020-01-01'), office('u', 'p2', 'Bà B', '2024-06-01')];
    const open = new ScoreHistory('a', 2023).caseReceived('kn_1', 'complaint').events;
    const history = [...heads, before, merged, thisYear, ruled('u', 'a')];
    const [flag] = await flagsOf('u', ...history);
    expect(flag).toMatchObject({ kind: 'discipline-a', pending: false });
    expect(flag?.tenures.map(({ personName, from, until }) => [personName, from, until])).toEqual([
      ['Ông A', '2020-01-01', '2024-05-31'],
      ['Bà B', '2024-06-01', null],
    ]);
    expect(await flagsOf('u', ...open, ...history)).toMatchObject([{ kind: 'discipline-a', pending: true }]);
  });

  it('under a class scale that changed: each year counts by the class it was given then, whatever the points', async () => {
    const strict = publishedResults(2023, 'so', [good('x1', 1), ['u', '79.99', 2, 'fair'], good('x3', 3)]);
    const mild = (grade: 'fair' | 'good') =>
      publishedResults(2024, 'so', [good('x1', 1), good('x2', 2), ['u', '79.99', 3, grade]]);
    expect(await kindsOf('u', strict, mild('fair'))).toEqual(['discipline-a']);
    expect(await kindsOf('u', strict, mild('good'))).toEqual(['beyond-quota']);
  });

  it('whose last year is known only by import: it counts, with its own source', async () => {
    const imported = importedResults(2023, 'so', [['u', '70', 2, 'fair']], 3);
    expect(await kindsOf('u', imported, thisYear)).toEqual(['discipline-a']);
    expect(await kindsOf('u', importedResults(2023, 'so', [['u', '70', null, 'fair']]), thisYear)).toEqual([
      'insufficient-data',
    ]);
  });
});
