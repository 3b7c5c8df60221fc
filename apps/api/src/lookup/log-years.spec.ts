import { EventRegistry } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { periodOpened } from '@app/period';
import { RulesetCatalog } from '@app/ruleset';
import {
  announcedAs,
  everySchema,
  importedResults,
  inStream,
  logOf,
  publishedResults,
  ScoreHistory,
} from '@app/testing';
import { unitJoinedBlock } from '@app/unit';
import { LogRegister } from './log-register';
import { LogYears } from './log-years';

const ruleset = { id: 'small', version: 1, sha256: '0'.repeat(64) };
const opened = (year: number, ...blockIds: string[]) => {
  const deadlines = { submitBy: `${year}-12-31T17:00:00.000Z`, appraiseBy: `${year + 1}-02-28T17:00:00.000Z` };
  const blocks = blockIds.map((blockId) => ({ blockId, ruleset }));
  return inStream(`period-${year}`, periodOpened.of({ year, ...deadlines, asked: deadlines, blocks }));
};
const joined = (blockId: string, unitId: string) =>
  inStream(`block-${blockId}`, unitJoinedBlock.of({ blockId, unitId, from: '2020-01-01' }));
const published = (year: number, blockId: string) => publishedResults(year, blockId, [['u1', '80', 1, 'good']]);

/** Of the block `so` 2021 is imported, 2022 published, 2023 announced, 2024 open with a file of u1; of `ban` 2024 is published. */
const history = [
  ...[joined('so', 'u1'), joined('so', 'u2'), joined('ban', 'u3')],
  ...[2021, 2022, 2023].map((year) => opened(year, 'so')),
  opened(2024, 'ban', 'so'),
  importedResults(2021, 'so', [['u1', '75', 1, 'fair']], 3),
  published(2022, 'so'),
  announcedAs(published(2023, 'so')),
  ...new ScoreHistory('u1', 2024).opened('so').events,
  published(2024, 'ban'),
];

async function years(): Promise<LogYears> {
  const [store, registry] = [await logOf(history), new EventRegistry(everySchema)];
  const register = new LogRegister(store, registry, new RulesetCatalog([]));
  return new LogYears(store, registry, register, new ManualClock('2024-06-01T00:00:00.000Z'));
}

describe('years that rest on what the register says', () => {
  it('are, of a membership, those with results of the block or a file of the unit in it', async () => {
    const of = async (blockId: string, unitId: string, since: string) =>
      (await (await years()).ofMembership(blockId, unitId, since)).map(({ year, results, file }) => [
        year,
        results && results.map(({ from }) => from),
        file,
      ]);
    expect(await of('so', 'u1', '2020-05-01')).toEqual([
      [2021, null, false],
      [2022, ['2020-01-01'], false],
      [2023, ['2020-01-01'], false],
      [2024, null, true],
    ]);
    expect(await of('so', 'u2', '2023-12-31')).toEqual([
      [2023, ['2020-01-01'], false],
      [2024, null, false],
    ]);
    expect(await of('ban', 'u1', '2020-05-01')).toEqual([[2024, [], false]]);
    expect(await of('khac', 'u1', '2020-05-01')).toEqual([]);
  });

  it.each<[string, string[], string, number[]]>([
    ['of a block that the unit joined', ['u2'], '2020-05-01', [2022, 2023]],
    ['from a year on', ['u2'], '2023-01-01', [2023]],
    ['of any of several units', ['u2', 'u3'], '2023-01-01', [2023, 2024]],
    ['of nobody', ['u9'], '2020-05-01', []],
    ['from a year that there cannot be', ['u2'], '9999-01-01', []],
    ['from a year before all', ['u2'], '0001-01-01', [2022, 2023]],
  ])('are, of a change, those with results %s', async (_, unitIds, since, decided) =>
    expect((await (await years()).decidedAbout(unitIds, since)).map(({ year }) => year)).toEqual(decided),
  );
});
