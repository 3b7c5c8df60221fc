import { EventRegistry, WritePath } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { decisionSpec, everySchema, InMemoryEventStore, newContext, sampleDecree } from '@app/testing';
import { DissolveUnitHandler } from './commands/dissolve-unit.command';
import { DissolveUnit } from './commands/dissolve-unit.command';
import { RegisterUnit, RegisterUnitHandler } from './commands/register-unit.command';
import { assignOfficialCode, officialCode, officialCodeAssigned, officialCodeStream } from './official-code';
import { OfficialCodeIsInvalid, OfficialCodeIsTaken } from './official-code.errors';
import { UnitAlreadyRegistered } from './unit.errors';
import { UnitReader } from './unit-reader';

const { given } = decisionSpec(officialCode);
const assignment = { code: 'H29.15', unitId: 'so_a' };
const assigned = officialCodeAssigned.of(assignment);

describe('an official code', () => {
  it('is given once, and never to another unit', () => {
    given()
      .when((state) => assignOfficialCode(state, assignment, false))
      .thenEvents(assigned);
    given(assigned)
      .when((state) => assignOfficialCode(state, assignment, false))
      .thenEvents();
    given(assigned)
      .when((state) => assignOfficialCode(state, { ...assignment, unitId: 'so_b' }, false))
      .thenFails(OfficialCodeIsTaken, { officialCode: 'H29.15', unitId: 'so_a' });
  });

  it('is not used up by a unit that is registered already', () =>
    given()
      .when((state) => assignOfficialCode(state, assignment, true))
      .thenEvents());

  it('is one code, however its letters are written', () => {
    expect(officialCodeStream('H29.15')).toBe('officialcode-h29.15');
    for (const code of ['', 'H29-15', 'H29 15', 'Mã', 'x'.repeat(31)])
      expect(() => officialCodeStream(code)).toThrow(OfficialCodeIsInvalid);
  });
});

describe('registering units with official codes', () => {
  const store = new InMemoryEventStore();
  const registry = new EventRegistry(everySchema);
  const writePath = new WritePath(store, registry, new ManualClock('2025-07-01T00:00:00.000Z'));
  const handler = new RegisterUnitHandler(writePath, new UnitReader(store, registry));
  const register = (unitId: string, officialCode: string | null, registeredOn = '2020-01-01', context = newContext()) =>
    handler.execute(
      new RegisterUnit({ unitId, name: 'Sở mẫu', type: 'department', officialCode, registeredOn }, context),
    );

  it('refuses the code of a unit that has ended, to two at once, and to a repeat answers as at first', async () => {
    const context = newContext();
    const first = await register('so_a', 'H29.15', '2020-01-01', context);
    const end = { unitId: 'so_a', effectiveOn: '2025-01-01', decree: sampleDecree };
    await new DissolveUnitHandler(writePath).execute(new DissolveUnit(end, newContext()));
    await expect(register('so_b', 'h29.15')).rejects.toThrow(OfficialCodeIsTaken);
    expect(await register('so_a', 'H29.15', '2020-01-01', context)).toEqual(first);
    const race = await Promise.allSettled([register('so_c', 'H29.16'), register('so_d', 'H29.16')]);
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes no code for what cannot be registered', async () => {
    await expect(register('so_e', 'H29.17', '2020-02-30')).rejects.toThrow();
    await expect(register('so_a', 'H29.17')).rejects.toThrow(UnitAlreadyRegistered);
    await register('so_f', 'H29.17');
    await register('so_g', null);
  });
});
