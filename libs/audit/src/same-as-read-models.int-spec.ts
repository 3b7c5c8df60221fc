import { EventRegistry, type Moment } from '@app/event-store';
import { ReadYourWrites } from '@app/read-store';
import { RulesetCatalog } from '@app/ruleset';
import { GetUnitScore, GetUnitScoreHandler, scorecard, sheetOfEvents } from '@app/scorecard';
import {
  eventIdAt,
  everySchema,
  type HistoryEvent,
  inStream,
  logOf,
  ProjectionLab,
  ScoreHistory,
  yearOfU17,
} from '@app/testing';
import { changeWithdrawn } from '@app/unit';
import { LogAsOf } from './log-as-of';
import { GetUnitYearAsOf, GetUnitYearAsOfHandler } from './queries/get-unit-year-as-of.query';

const { ruleset, history, registered, renamed, published } = yearOfU17;
const rulesets = new (class extends RulesetCatalog {
  override get = () => ruleset;
})([]);

/** The sheet of u17 as the read model shows it after a history, and as the log alone gives it. */
async function bothOf(events: readonly HistoryEvent[]): Promise<[unknown, unknown]> {
  const store = await logOf(events);
  const lab = await ProjectionLab.open(scorecard(rulesets), store);
  try {
    await lab.catchUp();
    const handler = new GetUnitScoreHandler(lab.dataSource, new ReadYourWrites(lab.dataSource), rulesets);
    const shown = await handler.execute(new GetUnitScore({ unitId: 'u17', year: 2024 }));
    const asOf: Moment = { position: (await store.head()) ?? 0n };
    const log = new GetUnitYearAsOfHandler(new LogAsOf(store, new EventRegistry(everySchema)));
    const known = await log.execute(new GetUnitYearAsOf({ unitId: 'u17', year: 2024, asOf }));
    return [shown, sheetOfEvents({ ...known, asOf: `${asOf.position}` }, rulesets)];
  } finally {
    await lab.close();
  }
}

const decided = () =>
  history()
    .asked('q1', '1.1.2')
    .explained('q1', '1.1.2')
    .councilDecided('1.1.2', '2/3', '0.5', 'Xem lại')
    .ruled('1.1.2', '0.5', '1', 'c1', 'complaint');
const whole = [registered, ...decided().events, renamed, published];
const oldNameAgain = inStream(
  'unit-u17',
  changeWithdrawn.of({
    ...{ unitId: 'u17', kind: 'renaming', effectiveOn: '2024-06-01', predecessorIds: [], name: 'Sở Cũ' },
    eventId: eventIdAt(whole.indexOf(renamed) + 2),
    ...{ reason: 'Ghi nhầm (mẫu)', documentNumber: '12/CV-MẪU' },
  }),
);
const unreadable = inStream('casework-2024.u17', { type: 'CaseLost', data: {} });
const unscorable = new ScoreHistory('u17', 2024).adjusted('1.1.1', '3', 'ba', 'Không phải là số').events;

it.each([
  ['whatever happened', whole, null],
  ['its renaming was withdrawn', [...whole, oldNameAgain], null],
  ['an event that cannot be read stopped it', [...whole.slice(0, 5), unreadable, ...whole.slice(5)], 'CaseLost'],
  [
    'points that are no number stopped it',
    [...whole.slice(0, 9), ...unscorable, ...whole.slice(9)],
    'AppraisalAdjusted',
  ],
])('a sheet made of the log is the one that the read model shows: %s', async (_, events, stoppedBy) => {
  const [shown, made] = await bothOf(events);
  expect(shown).toMatchObject({ halted: stoppedBy !== null, haltedBy: stoppedBy && { type: stoppedBy } });
  expect(made).toEqual(shown);
  expect(shown).toMatchObject({ unitName: events.includes(oldNameAgain) ? 'Sở Cũ' : 'Sở Mới' });
});
