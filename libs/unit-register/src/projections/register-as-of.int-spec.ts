import type { Moment } from '@app/event-store';
import { ReadYourWrites } from '@app/read-store';
import { answerAfter, eventIdAt, type HistoryEvent, inStream, sampleDecree } from '@app/testing';
import {
  blockDefined,
  changeWithdrawn,
  lineageRecorded,
  membershipCorrected,
  officeLeft,
  officeTaken,
  tenureCorrected,
  type UnitChange,
  unitDissolved,
  unitJoinedBlock,
  unitLeftBlock,
  unitLevelChanged,
  unitRegistered,
  unitRenamed,
} from '@app/unit';
import { FindUnits, FindUnitsHandler } from '../queries/find-units.query';
import { GetUnit, GetUnitHandler } from '../queries/get-unit.query';
import { ListBlockMembers, ListBlockMembersHandler } from '../queries/list-block-members.query';
import { unitRegister } from './unit-register.projection';

const decree = sampleDecree;
const gone = 'quan_cu';
const registered = (unitId: string, name: string, registeredOn: string) => {
  const unit = { unitId, name, type: 'district', parentId: null, officialCode: null, registeredOn } as const;
  return unitRegistered.of(unit);
};
const renamed = (name: string) => unitRenamed.of({ unitId: gone, name, effectiveOn: '2023-03-01', decree });
const office = { unitId: gone, office: 'head', personId: 'p1' } as const;

const grounds = { reason: 'Nhập nhầm (mẫu)', documentNumber: '12/CV-MẪU' };
/** Takes back what the event at a place of the history told. */
const withdrawn = (unitId: string, place: number, change: UnitChange) =>
  inStream(
    `unit-${unitId}`,
    changeWithdrawn.of({ unitId, eventId: eventIdAt(place + 2), name: 'Quận Mẫu', ...change, ...grounds }),
  );
const alone = { predecessorIds: [] };

/** Everything that the register is told, each a day after the one before; some of it about days long past. Names are samples (mẫu). */
const history: readonly HistoryEvent[] = [
  inStream('block-huyen', blockDefined.of({ blockId: 'huyen', name: 'Khối quận, huyện' })),
  inStream('unit-quan_cu', registered(gone, 'Quận Mẫu', '2021-01-01')),
  inStream('unit-xa_moi', registered('xa_moi', 'Xã Mẫu', '2022-01-01')),
  inStream('block-huyen', unitJoinedBlock.of({ blockId: 'huyen', unitId: gone, from: '2021-01-01' })),
  inStream('unit-quan_cu', officeTaken.of({ ...office, personName: 'Người mẫu', from: '2021-01-01' })),
  inStream('unit-quan_cu', renamed('Quận Mẫu Hai')),
  inStream('unit-quan_cu', renamed('Quận Mẫu Ba')),
  inStream('unit-quan_cu', officeLeft.of({ ...office, until: '2023-12-31' })),
  inStream(
    'unit-quan_cu',
    unitLevelChanged.of({ unitId: gone, type: 'ward', parentId: null, effectiveOn: '2024-01-01', decree }),
  ),
  inStream('block-huyen', unitLeftBlock.of({ blockId: 'huyen', unitId: gone, until: '2024-12-31' })),
  inStream(
    'unit-xa_moi',
    lineageRecorded.of({
      ...{ unitId: 'xa_moi', kind: 'absorbed', effectiveOn: '2025-07-01', decree },
      predecessors: [{ unitId: gone, share: null }],
    }),
  ),
  inStream('unit-quan_cu', unitDissolved.of({ unitId: gone, effectiveOn: '2025-07-01', decree })),
  inStream(
    'unit-quan_cu',
    tenureCorrected.of({
      ...{ ...office, from: '2021-01-01' },
      corrected: { personId: 'p2', personName: 'Người khác (mẫu)', from: '2021-03-01', until: '2024-01-31' },
      ...grounds,
    }),
  ),
  inStream(
    'unit-quan_cu',
    tenureCorrected.of({ ...office, personId: 'p2', from: '2021-03-01', corrected: null, ...grounds }),
  ),
  inStream(
    'block-huyen',
    membershipCorrected.of({
      ...{ blockId: 'huyen', unitId: gone, from: '2021-01-01' },
      corrected: { from: '2021-07-01', until: '2024-05-31' },
      ...grounds,
    }),
  ),
  withdrawn(gone, 6, { kind: 'renaming', effectiveOn: '2023-03-01', ...alone }),
  withdrawn(gone, 8, { kind: 'level-change', effectiveOn: '2024-01-01', ...alone }),
  withdrawn('xa_moi', 10, { kind: 'absorbed', effectiveOn: '2025-07-01', predecessorIds: [gone] }),
  withdrawn(gone, 11, { kind: 'dissolution', effectiveOn: '2025-07-01', ...alone }),
].map((event, day) => ({ ...event, recordedAt: recordedOn(day) }));

function recordedOn(day: number): string {
  return `2025-08-${String(day + 1).padStart(2, '0')}T00:00:00.000Z`;
}

const days = ['2020-12-31', '2021-06-01', '2023-03-01', '2024-06-01', '2025-06-30', '2025-07-01'];

/** All that the register answers about every day, after these events; without where the log stands. */
function answersAfter(events: readonly HistoryEvent[], asOf?: Moment): Promise<unknown[]> {
  return answerAfter(unitRegister, events, async ({ dataSource }) => {
    const waits = new ReadYourWrites(dataSource);
    const answers: Promise<object>[] = days.flatMap((on) => [
      new FindUnitsHandler(dataSource, waits).execute(new FindUnits({ on, limit: 9, asOf })),
      new FindUnitsHandler(dataSource, waits).execute(new FindUnits({ on, limit: 9, behind: gone, asOf })),
      new ListBlockMembersHandler(dataSource, waits).execute(
        new ListBlockMembers({ blockId: 'huyen', on, limit: 9, asOf }),
      ),
      ...[gone, 'xa_moi'].map((unitId) =>
        new GetUnitHandler(dataSource, waits).execute(new GetUnit({ unitId, on, asOf })),
      ),
    ]);
    return (await Promise.allSettled(answers)).map((one) =>
      one.status === 'fulfilled' ? { ...one.value, asOf: null } : (one.reason as { code: string }).code,
    );
  });
}

it('answers of every day as it did when the log ended at the moment, by position and by instant', async () => {
  const met = new Set<string>();
  for (let count = 0; count < history.length; count += 1) {
    const before = await answersAfter(history.slice(0, count + 1));
    const instant = recordedOn(count);
    expect([instant, await answersAfter(history, { instant })]).toEqual([instant, before]);
    // The log's identity stands at its first position.
    const position = BigInt(count + 2);
    expect([position, await answersAfter(history, { position })]).toEqual([position, before]);
    met.add(JSON.stringify(before));
  }
  expect(met.size).toBe(history.length);
}, 120_000);

it('says which moment it answered about', async () => {
  const found = await answerAfter(unitRegister, history, ({ dataSource }) => {
    const asked = new FindUnits({ on: '2024-01-01', limit: 1, asOf: { position: 4n }, readTo: 4n });
    return new FindUnitsHandler(dataSource, new ReadYourWrites(dataSource)).execute(asked);
  });
  expect(found).toMatchObject({ asOf: '4', validOn: '2024-01-01' });
});
