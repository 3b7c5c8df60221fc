import { DateDoesNotExist, fold, TextIsInvalid } from '@app/kernel';
import { decisionSpec, sampleDecree } from '@app/testing';
import { ChangeIsInUse, ChangeNotOnRecord } from './correction.errors';
import { changeWithdrawn, type UnitChange } from './correction.events';
import { dissolveUnit, renameUnit, type Unit, unit } from './unit';
import { NameIsUnchanged, UnitNotRegistered } from './unit.errors';
import {
  lineageRecorded,
  officeTaken,
  successionRuled,
  unitDissolved,
  type UnitEvent,
  unitLevelChanged,
  unitRegistered,
  unitRenamed,
} from './unit.events';
import { type DecidedYear, withdrawChange } from './unit-change-withdrawal';
import { recordLineage } from './unit-lineage';

const { given } = decisionSpec(unit);
const unitId = 'phuong_moi';
const decree = sampleDecree;
const about = { unitId, name: 'Phường mẫu', type: 'ward', parentId: null, officialCode: null } as const;
const registered = unitRegistered.of({ ...about, registeredOn: '2020-01-01' });
const renamed = unitRenamed.of({ unitId, name: 'Phường đổi tên', effectiveOn: '2024-03-01', decree });
const levelled = unitLevelChanged.of({ unitId, type: 'commune', parentId: 'tp', effectiveOn: '2024-04-01', decree });
const merger = {
  ...({ unitId, kind: 'merged', effectiveOn: '2024-05-01', decree } as const),
  predecessors: [
    { unitId: 'b', share: '1' },
    { unitId: 'a', share: '1/3' },
  ],
};
const merged = lineageRecorded.of(merger);
const dissolved = unitDissolved.of({ unitId, effectiveOn: '2024-06-01', decree });
const headTaken = officeTaken.of({ unitId, office: 'head', personId: 'p1', personName: 'Ông A', from: '2021-01-01' });
const ruled = (year: number, predecessorId: string | null) =>
  successionRuled.of({ unitId, year, predecessorId, takesOver: null, reason: 'NQ 1' });
const history = [registered, headTaken, renamed, levelled, merged, dissolved, ruled(2023, null)];

const grounds = { reason: 'Ghi theo bản dự thảo (mẫu)', documentNumber: '12/CV-MẪU' };
const eventId = 'e1';
const told = { id: eventId, position: 10n };
/** Results of years, recorded behind the change unless said otherwise. */
const resultsOf = (years: readonly number[], position = 11n) => years.map((year) => ({ year, position }));
const alone = { predecessorIds: [] };
const renaming: UnitChange = { kind: 'renaming', effectiveOn: '2024-03-01', ...alone };
const level: UnitChange = { kind: 'level-change', effectiveOn: '2024-04-01', ...alone };
const union: UnitChange = { kind: 'merged', effectiveOn: '2024-05-01', predecessorIds: ['a', 'b'] };
const end: UnitChange = { kind: 'dissolution', effectiveOn: '2024-06-01', ...alone };

/** Long after, unless told otherwise. */
const withdrawing =
  (
    change: UnitChange,
    { decided = [] as readonly DecidedYear[], now = '2026-01-01T00:00:00.000Z', telling = told } = {},
  ) =>
  (state: Unit) =>
    withdrawChange(state, { unitId, ...change, ...grounds }, telling, decided, now);
const withdrawn = (change: UnitChange, name = 'Phường đổi tên') =>
  changeWithdrawn.of({ unitId, ...change, eventId, name, ...grounds });

describe('withdrawing a change of a unit', () => {
  it.each<[string, UnitChange, string, UnitEvent]>([
    ['another name', renaming, 'Phường mẫu', renamed],
    ['another level', level, 'Phường đổi tên', levelled],
    ['what it came out of', union, 'Phường đổi tên', merged],
    ['its end', end, 'Phường đổi tên', dissolved],
  ])('leaves the unit as if %s had never been told', (_, change, name, told) => {
    given(...history)
      .when(withdrawing(change))
      .thenEvents(withdrawn(change, name));
    const without = fold(unit, [...history.filter((event) => event !== told)]);
    expect(fold(unit, [...history, withdrawn(change, name)])).toEqual(without);
    expect(fold(unit, history)).not.toEqual(without);
  });

  it('names what it came out of in any order', () =>
    given(...history)
      .when(withdrawing({ ...union, predecessorIds: ['b', 'a'] }))
      .thenEvents(withdrawn(union)));

  it('lets the same be told again, and what stood in its way', () => {
    const now = '2026-01-01T00:00:00.000Z';
    const there: Unit = { ...unit.initial, registeredOn: '2010-01-01' };
    const known = new Map(['a', 'b'].map((id) => [id, there]));
    given(...history, withdrawn(union))
      .when((state) => recordLineage(state, merger, known, now))
      .thenEvents(merged);
    given(...history, withdrawn(end))
      .when((state) => dissolveUnit(state, { ...dissolved.data, decree }, now))
      .thenEvents(dissolved);
    const old = { unitId, name: 'Phường mẫu', effectiveOn: '2024-07-01', decree };
    given(registered, renamed, withdrawn(renaming))
      .when((state) => renameUnit(state, old, now))
      .thenFails(NameIsUnchanged);
  });

  it('takes back the last of several that were told for one day, then the one before', () => {
    const again = unitRenamed.of({ ...renamed.data, name: 'Phường tên khác' });
    given(registered, renamed, again).when(withdrawing(renaming)).thenEvents(withdrawn(renaming, 'Phường đổi tên'));
    given(registered, renamed, again, withdrawn(renaming))
      .when(withdrawing(renaming))
      .thenEvents(withdrawn(renaming, 'Phường mẫu'));
  });

  it('is refused where no such change is on record', () => {
    const none = (state: Unit) =>
      withdrawChange(state, { unitId, ...union, ...grounds }, undefined, [], '2026-01-01T00:00:00.000Z');
    given(...history)
      .when(none)
      .thenFails(ChangeNotOnRecord, { unitId, change: 'merged' });
    given().when(none).thenFails(UnitNotRegistered);
  });

  it('demands grounds, and a day that there is', () => {
    for (const wrong of [{ reason: ' ' }, { documentNumber: '' }])
      given(...history)
        .when((state) =>
          withdrawChange(state, { unitId, ...end, ...grounds, ...wrong }, told, [], '2026-01-01T00:00:00.000Z'),
        )
        .thenFails(TextIsInvalid);
    given(...history)
      .when(withdrawing({ ...end, effectiveOn: '2024-02-30' }))
      .thenFails(DateDoesNotExist);
  });
});

/** The eve of 1/5/2024 in Vietnam, and the day itself. */
const [eve, day] = ['2024-04-30T16:59:59.999Z', '2024-04-30T17:00:00.000Z'];

describe('what stands in the way of withdrawing a change', () => {
  it.each<[string, UnitEvent[], readonly DecidedYear[], string, { year: number; by: string } | null]>([
    ['nothing', [], [], day, null],
    ['a ruling that names another unit', [ruled(2024, 'a')], [], day, { year: 2024, by: 'ruling' }],
    ['such a ruling for a later year', [ruled(2025, 'a')], [], day, { year: 2025, by: 'ruling' }],
    ['such a ruling, also before the day', [ruled(2024, 'a')], [], eve, { year: 2024, by: 'ruling' }],
    ['such a ruling for an earlier year', [ruled(2023, 'a')], [], day, null],
    ['a ruling that it is its own', [ruled(2024, unitId)], [], day, null],
    ['a ruling that it is nobody’s', [ruled(2024, null)], [], day, null],
    ['a ruling that was ruled anew', [ruled(2024, 'a'), ruled(2024, unitId)], [], day, null],
    ['results of its year', [], resultsOf([2024]), day, { year: 2024, by: 'results' }],
    ['results of a later year', [], resultsOf([2023, 2025]), day, { year: 2025, by: 'results' }],
    ['results of an earlier year', [], resultsOf([2023]), day, null],
    ['results that were recorded before it', [], resultsOf([2024, 2025], 9n), day, null],
    ['results, but its day has not come', [], resultsOf([2024]), eve, null],
  ])('%s', (_, rulings, decided, now, details) => {
    const outcome = given(registered, merged, ...rulings).when(withdrawing(union, { decided, now }));
    if (details) outcome.thenFails(ChangeIsInUse, { ...details, unitId });
    else outcome.thenEvents(withdrawn(union, 'Phường mẫu'));
  });
});
