import { EventRegistry } from '@app/event-store';
import { RulesetCatalog } from '@app/ruleset';
import { everySchema, InMemoryEventStore, newEvents } from '@app/testing';
import { UnitNotRegistered, unitStream } from '@app/unit';
import { LogRegister } from './log-register';

async function registerOf(unit: string) {
  const store = new InMemoryEventStore();
  await store.append(unitStream(unit), 'no-stream', newEvents(1));
  const read = jest.spyOn(store, 'read');
  return { read, register: new LogRegister(store, new EventRegistry(everySchema), new RulesetCatalog([])) };
}

it('reads only once what a stream begins with', async () => {
  const { register, read } = await registerOf('so_a');
  for (let time = 0; time < 3; time += 1) await register.demandUnit('so_a');
  expect(read).toHaveBeenCalledTimes(1);
});

it('remembers of nothing that it is missing', async () => {
  const { register, read } = await registerOf('so_a');
  for (let time = 0; time < 2; time += 1) await expect(register.demandUnit('so_b')).rejects.toThrow(UnitNotRegistered);
  expect(read).toHaveBeenCalledTimes(2);
});
