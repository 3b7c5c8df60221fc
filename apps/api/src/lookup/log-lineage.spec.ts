import { EventRegistry } from '@app/event-store';
import { eventIdAt, everySchema, inStream, logOf, sampleDecree } from '@app/testing';
import { changeWithdrawn, lineageRecorded } from '@app/unit';
import { BelongingPipe } from '../auth/principal';
import { LogLineage } from './log-lineage';

const cameOutOf = (unitId: string, predecessorId: string) => {
  const predecessors = [{ unitId: predecessorId, share: '1' }];
  const told = { kind: 'merged', effectiveOn: '2024-07-01', decree: sampleDecree } as const;
  return inStream(`unit-${unitId}`, lineageRecorded.of({ unitId, predecessors, ...told }));
};

it('tells of a page of units who is kin, and reads the stream of each but once in a request', async () => {
  const store = await logOf([cameOutOf('con', 'goc'), cameOutOf('chau', 'con')]);
  const read = jest.spyOn(store, 'read');
  const pipe = new BelongingPipe(new LogLineage(store, new EventRegistry(everySchema)));
  const page = ['khac', 'goc', 'chau', 'khac', 'con'];
  const kinOf = async () => {
    const belongs = pipe.transform([{ unitId: 'con', until: null }]);
    const found: boolean[] = [];
    for (const year of [2023, 2024]) for (const unitId of page) found.push(await belongs(unitId, year));
    return found;
  };
  const kin = [false, true, true, false, true];
  expect(await kinOf()).toEqual([...kin, ...kin]);
  const once = read.mock.calls.length;
  expect(once).toBeLessThanOrEqual(new Set(page).size * 2);
  expect(await kinOf()).toEqual([...kin, ...kin]);
  expect(read).toHaveBeenCalledTimes(2 * once);
});

it('knows nothing of what was withdrawn: whose work the own unit is follows the lineage that stands', async () => {
  const withdrawn = changeWithdrawn.of({
    ...{ unitId: 'chau', kind: 'merged', effectiveOn: '2024-07-01', predecessorIds: ['con'] },
    ...{ eventId: eventIdAt(3), name: 'Sở (mẫu)', reason: 'Ghi nhầm (mẫu)', documentNumber: '12/CV-MẪU' },
  });
  const told = [cameOutOf('con', 'goc'), cameOutOf('chau', 'con')];
  const kin = async (...events: typeof told) => {
    const lineage = new LogLineage(await logOf(events), new EventRegistry(everySchema));
    return [await lineage.isOneOf('chau', ['goc']), await lineage.isOneOf('con', ['goc'])];
  };
  expect(await kin(...told)).toEqual([true, true]);
  expect(await kin(...told, inStream('unit-chau', withdrawn))).toEqual([false, true]);
});
