import { EventRegistry } from '@app/event-store';
import { everySchema, type HistoryEvent, inStream, logOf, sampleDecree } from '@app/testing';
import { changeWithdrawn, type UnitChange, unitDissolved } from '@app/unit';
import { RecordedUnitEnds } from './recorded-unit-ends';

const ends = (effectiveOn: string) =>
  inStream('unit-u', unitDissolved.of({ unitId: 'u', effectiveOn, decree: sampleDecree }));
const withdraws = (kind: UnitChange['kind']) =>
  inStream(
    'unit-u',
    changeWithdrawn.of({
      ...{ unitId: 'u', eventId: 'e', name: 'Sở (mẫu)', kind, effectiveOn: '2024-07-01', predecessorIds: [] },
      ...{ reason: 'Ghi nhầm (mẫu)', documentNumber: '12/CV-MẪU' },
    }),
  );

it.each<[string, HistoryEvent[], string | null]>([
  ['nobody has told', [], null],
  ['told', [ends('2024-07-01')], '2024-07-01'],
  ['withdrawn', [ends('2024-07-01'), withdraws('dissolution')], null],
  ['withdrawn and told anew', [ends('2024-07-01'), withdraws('dissolution'), ends('2025-07-01')], '2025-07-01'],
  ['told, and another change withdrawn', [ends('2024-07-01'), withdraws('renaming')], '2024-07-01'],
])('the end of a unit as it is recorded: %s', async (_, history, endedOn) => {
  const recorded = new RecordedUnitEnds(await logOf(history), new EventRegistry(everySchema));
  expect(await recorded.of('u')).toBe(endedOn);
});
