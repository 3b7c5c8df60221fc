import { ensureLogIdentity, type EventStore } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { InMemoryEventStore, newContext, newEvents } from '@app/testing';
import { foundationSteps } from './foundation';
import { LogHoldsOtherData, refuseOtherData } from './own-log';

let store: EventStore;
beforeEach(async () => {
  store = new InMemoryEventStore();
  await ensureLogIdentity(store, new ManualClock('2026-01-01T00:00:00.000Z'));
});

const recorded = (stream: string, commandId?: string) =>
  store.append(stream, 'no-stream', newEvents(1, undefined, newContext(commandId === undefined ? {} : { commandId })));

it('takes a log that holds nothing but its identity for the demo’s', async () => {
  await expect(refuseOtherData(store)).resolves.toBeUndefined();
});

it('takes a log for the demo’s that any command of its first step began, whatever came later', async () => {
  const commands = foundationSteps()[0]?.sequences.flat() ?? [];
  await recorded('unit-a', commands.at(-1)?.context.commandId);
  await recorded('unit-b');
  await expect(refuseOtherData(store)).resolves.toBeUndefined();
});

it('refuses a log that something else began, though the demo was poured into it later', async () => {
  await recorded('unit-a');
  await recorded('unit-b', foundationSteps()[0]?.sequences[0]?.[0]?.context.commandId);
  await expect(refuseOtherData(store)).rejects.toThrow(LogHoldsOtherData);
});
