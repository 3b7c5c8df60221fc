import { EventRegistry, type EventStore, StoreUnavailable, WritePath } from '@app/event-store';
import { ManualClock } from '@app/kernel';
import { RulesetCatalog } from '@app/ruleset';
import { everySchema, InMemoryEventStore, newContext } from '@app/testing';
import { RoleIsNotHeld } from '../access.errors';
import { accountStream, type Holding } from '../account-access';
import { GiveDelegation, GiveDelegationHandler } from './give-delegation.command';

const now = '2024-03-01T00:00:00.000Z';
const scope = { unitId: 'u1', fields: null, blockIds: null };
const held: Holding = { id: 'g1', role: 'unit-head', scope, from: '2024-01-01T00:00:00.000Z', until: null };
const input: GiveDelegation['input'] = {
  ...({ accountId: 'pho', role: 'unit-head', scope, from: null, until: '2024-04-01T00:00:00.000Z' } as const),
  ...{ reason: 'Đi công tác', standing: [], delegator: { grants: [held], received: [] } },
};
const context = newContext({ actor: 'truong' });

let store: InMemoryEventStore;
let handler: GiveDelegationHandler;
beforeEach(() => {
  store = new InMemoryEventStore();
  const writePath = new WritePath(store, new EventRegistry(everySchema), new ManualClock(now));
  handler = new GiveDelegationHandler(writePath, new RulesetCatalog([]));
});

const give = (change: Partial<GiveDelegation['input']> = {}, by = context) =>
  handler.execute(new GiveDelegation({ ...input, ...change }, by));

async function typesIn(accountId: string): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of store.read(accountStream(accountId))) types.push(type);
  return types;
}

it('names the delegate in the stream of the giver, and then gives', async () => {
  const order = jest.spyOn(store, 'append');
  const first = await give();
  expect(order.mock.calls.map(([stream]) => stream)).toEqual(['account-truong', 'account-pho']);
  expect([await typesIn('truong'), await typesIn('pho')]).toEqual([['DelegateNamed'], ['DelegationGiven']]);
  expect(first).toMatchObject({ stream: 'account-pho', revision: 0n });
  expect(await give()).toEqual(first);
  expect(order).toHaveBeenCalledTimes(2);
});

it('names each delegate once', async () => {
  await give();
  const later = { from: '2024-04-02T00:00:00.000Z', until: '2024-05-01T00:00:00.000Z' };
  await give(later, newContext({ actor: 'truong' }));
  expect([await typesIn('truong'), await typesIn('pho')]).toEqual([
    ['DelegateNamed'],
    ['DelegationGiven', 'DelegationGiven'],
  ]);
});

it('names each delegate where an id without a digest is used again for another one', async () => {
  await give();
  await give({ accountId: 'khac' });
  expect([await typesIn('truong'), await typesIn('khac')]).toEqual([
    ['DelegateNamed', 'DelegateNamed'],
    ['DelegationGiven'],
  ]);
});

it('names by a command of its own, which the given one caused', async () => {
  await give();
  const commands: [string, string][] = [];
  for (const accountId of ['truong', 'pho']) {
    for await (const { metadata } of store.read(accountStream(accountId)))
      commands.push([metadata.commandId, metadata.causationId]);
  }
  const [named, given] = commands;
  expect(given).toEqual([context.commandId, context.causationId]);
  expect(named?.[0]).not.toBe(context.commandId);
  expect(named?.[1]).toBe(context.commandId);
});

it('names nobody for what is refused', async () => {
  await expect(give({ delegator: { grants: [], received: [] } })).rejects.toBeInstanceOf(RoleIsNotHeld);
  expect(await typesIn('truong')).toEqual([]);
});

it('has named whoever receives it before anything is in force, wherever it stops; a repeat goes on', async () => {
  const append = store.append.bind(store);
  const lost: EventStore['append'] = (stream, ...rest) =>
    stream === 'account-pho' ? Promise.reject(new StoreUnavailable('away')) : append(stream, ...rest);
  const cut = jest.spyOn(store, 'append').mockImplementation(lost);
  await expect(give()).rejects.toBeInstanceOf(StoreUnavailable);
  expect([await typesIn('truong'), await typesIn('pho')]).toEqual([['DelegateNamed'], []]);
  cut.mockRestore();
  await give();
  expect([await typesIn('truong'), await typesIn('pho')]).toEqual([['DelegateNamed'], ['DelegationGiven']]);
});
