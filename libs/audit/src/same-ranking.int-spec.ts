import { EventRegistry, type Moment } from '@app/event-store';
import {
  GetDescentAsOf,
  GetDescentAsOfHandler,
  GetRanking,
  GetRankingHandler,
  ranking,
  rankingOfEvents,
} from '@app/ranking';
import { ReadYourWrites } from '@app/read-store';
import {
  blockOfFour,
  component,
  eventIdAt,
  everySchema,
  type HistoryEvent,
  inStream,
  logOf,
  ProjectionLab,
  sampleDecree,
  smallRuleset,
} from '@app/testing';
import {
  changeWithdrawn,
  lineageRecorded,
  membershipCorrected,
  successionRuled,
  type UnitChange,
  unitDissolved,
} from '@app/unit';
import { LogAsOf } from './log-as-of';
import { GetBlockYearAsOf, GetBlockYearAsOfHandler } from './queries/get-block-year-as-of.query';

const rulesets = { get: () => smallRuleset([component('1', { max: '10' })]) };
const { frame, lastYear, thisYear } = blockOfFour;

/** The ranking of 2024 as the read model shows it after a history, and as the log gives it. */
async function bothOf(events: readonly HistoryEvent[]) {
  const store = await logOf(events);
  const lab = await ProjectionLab.open(ranking(rulesets), store);
  try {
    await lab.catchUp();
    const waits = new ReadYourWrites(lab.dataSource);
    const shown = await new GetRankingHandler(lab.dataSource, waits).execute(
      new GetRanking({ year: 2024, blockId: 'so' }),
    );
    const asOf: Moment = { position: (await store.head()) ?? 0n };
    const log = new GetBlockYearAsOfHandler(new LogAsOf(store, new EventRegistry(everySchema)));
    const [before, known] = [
      await log.execute(new GetBlockYearAsOf({ year: 2023, blockId: 'so', asOf })),
      await log.execute(new GetBlockYearAsOf({ year: 2024, blockId: 'so', asOf })),
    ];
    const descent = await new GetDescentAsOfHandler(lab.dataSource, waits).execute(
      new GetDescentAsOf({ years: [2024], asOf }),
    );
    return { shown, made: rankingOfEvents(known, before, descent, `${asOf.position}`, rulesets) };
  } finally {
    await lab.close();
  }
}

const endOf = (unitId: string, effectiveOn = '2024-06-01') =>
  inStream(`unit-${unitId}`, unitDissolved.of({ unitId, effectiveOn, decree: sampleDecree }));
const tookOver = inStream(
  'unit-u3',
  lineageRecorded.of({
    ...{ unitId: 'u3', kind: 'partial-transfer', effectiveOn: '2024-05-01', decree: sampleDecree },
    predecessors: [{ unitId: 'u2', share: '1/10' }],
  }),
);
const ruled = inStream(
  'unit-u3',
  successionRuled.of({ unitId: 'u3', year: 2024, predecessorId: 'u1', takesOver: null, reason: 'Kế thừa (mẫu)' }),
);
const whole = [...frame, lastYear, ...thisYear];
const grounds = { reason: 'Ghi nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
/** Takes back the change that was told after all the rest. */
const withdrawn = (unitId: string, change: UnitChange) =>
  inStream(
    `unit-${unitId}`,
    changeWithdrawn.of({ unitId, eventId: eventIdAt(whole.length + 2), name: `Sở ${unitId}`, ...change, ...grounds }),
  );
const noEnd = withdrawn('u4', { kind: 'dissolution', effectiveOn: '2024-06-01', predecessorIds: [] });
const noTransfer = withdrawn('u3', { kind: 'partial-transfer', effectiveOn: '2024-05-01', predecessorIds: ['u2'] });
const belongedUntil = (until: string) =>
  inStream(
    'block-so',
    membershipCorrected.of({
      ...{ blockId: 'so', unitId: 'u4', from: '2021-01-01', corrected: { from: '2022-01-01', until }, ...grounds },
    }),
  );

it.each([
  ['four units', whole, ['u4'], [2, 1, 3]],
  ['one of which has ended', [...whole, endOf('u4')], [], [2, 1, 3]],
  ['one of which took over a part of another', [...whole, tookOver], ['u4'], [null, 1, null]],
  ['and somebody ruled whose year counts', [...whole, tookOver, ruled], ['u4'], [null, 1, 1]],
  ['and what it took over was withdrawn', [...whole, tookOver, noTransfer], ['u4'], [2, 1, 3]],
  ['of which the end of one was withdrawn', [...whole, endOf('u4'), noEnd], ['u4'], [2, 1, 3]],
  ['one of which left, as was corrected', [...whole, belongedUntil('2024-11-30')], [], [2, 1, 3]],
  ['one of which stayed, as was corrected', [...whole, belongedUntil('2024-12-31')], ['u4'], [2, 1, 3]],
])('an open ranking made of the log is the one that the read model shows: %s', async (_, events, unranked, before) => {
  const { shown, made } = await bothOf(events);
  expect(made).toEqual(shown);
  expect(shown.unranked.map(({ unitId }) => unitId)).toEqual(unranked);
  expect(shown.ranked.map(({ unitId }) => unitId)).toEqual(['u2', 'u1', 'u3']);
  expect(shown.ranked.map(({ previousRank }) => previousRank)).toEqual(before);
});

it.each([
  ['2024-01-01', false],
  ['2024-12-31', false],
  ['2025-01-01', true],
])(
  'a file of a unit that ends on %s is ranked in 2024, by the log and by the read model: %s',
  async (day, isRanked) => {
    const { shown, made } = await bothOf([...whole, endOf('u1', day)]);
    expect(made).toEqual(shown);
    expect(shown.n).toBe(isRanked ? 3 : 2);
    const placed = [...shown.ranked, ...shown.unranked].find(({ unitId }) => unitId === 'u1');
    expect([placed?.state, placed?.rank]).toEqual(isRanked ? ['ranked', 2] : ['ended', null]);
    expect(placed?.index).not.toBeNull();
  },
);
