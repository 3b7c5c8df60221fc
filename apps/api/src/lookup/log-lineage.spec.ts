import { EventRegistry } from '@app/event-store';
import { everySchema, inStream, logOf, sampleDecree } from '@app/testing';
import { lineageRecorded } from '@app/unit';
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
