import { periodOpened } from '@app/period';
import { blockDefined, unitJoinedBlock, unitRegistered } from '@app/unit';
import { type HistoryEvent, inStream } from './history';
import { publishedResults } from './published-results';
import { ScoreHistory } from './score-history';

const unit = (unitId: string) =>
  inStream(
    `unit-${unitId}`,
    unitRegistered.of({
      unitId,
      name: `Sở ${unitId}`,
      type: 'department',
      parentId: null,
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
      asked: { submitBy: `${year}-12-31T17:00:00.000Z`, appraiseBy: `${year + 1}-02-28T17:00:00.000Z` },
      blocks: [{ blockId: 'so', ruleset: { id: 'small', version: 1, sha256: '0'.repeat(64) } }],
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

/** Block `so` of the units u1 to u4: how it came to be, its year 2023 as published, its year 2024 as it stands; and more years. */
export const blockOfFour = { frame, lastYear, thisYear, joined, opened, scored };
