import {
  accessEvents,
  accountStream,
  delegateNamed,
  delegationGiven,
  type KnownAccount,
  ownRights,
  roleGranted,
} from '@app/access';
import { EventRegistry, type RecordedEvent, StoreUnavailable } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { InMemoryEventStore, newContext } from '@app/testing';
import { Accounts } from './account';
import { AccountRights } from './account-rights';

/** A log that answers, is away, or is silent; and counts how often a stream is read. */
class MoodyStore extends InMemoryEventStore {
  mood: 'answers' | 'away' | 'silent' = 'answers';
  reads = 0;

  override async *read(stream: string): AsyncIterable<RecordedEvent> {
    this.reads += 1;
    if (this.mood === 'away') throw new StoreUnavailable('away');
    if (this.mood === 'silent') await new Promise(() => undefined);
    yield* super.read(stream);
  }
}

const scope = { unitId: null, fields: null, blockIds: null };
let store: MoodyStore;
let rights: AccountRights;
let last: bigint | 'no-stream';
beforeEach(() => {
  last = 'no-stream';
  jest.useFakeTimers();
  store = new MoodyStore();
  rights = new AccountRights(store, new EventRegistry(accessEvents), new Accounts([]));
});
afterEach(() => jest.useRealTimers());

const from = '2024-01-01T00:00:00.000Z';

async function append(accountId: string, after: bigint | 'no-stream', { type, data }: DomainEvent): Promise<bigint> {
  const context = newContext();
  const metadata = { ...context, schemaVersion: 1, recordedAt: from, part: 1, parts: 1 };
  const events = [{ id: context.commandId, type, data, metadata }];
  return (await store.append(accountStream(accountId), after, events)).revision;
}

async function grant(role: 'auditor' | 'leader'): Promise<void> {
  const term = { from, until: null, reason: 'x', legalDocument: null };
  last = await append('an', last, roleGranted.of({ accountId: 'an', grantId: role, role, scope, ...term }));
}

/** To accounts that are named first, as it is done. */
async function delegate(...accounts: string[]): Promise<void> {
  for (const accountId of accounts) {
    last = await append('an', last, delegateNamed.of({ accountId: 'an', delegate: accountId }));
    const term = { role: 'auditor', scope, from, until: '2025-01-01T00:00:00.000Z', reason: 'x' } as const;
    const delegation = { accountId, fromAccount: 'an', delegationId: `to-${accountId}`, ...term };
    await append(accountId, 'no-stream', delegationGiven.of(delegation));
  }
}
const rolesOf = (known: KnownAccount) => ownRights(known, '2024-06-01T00:00:00.000Z').map(({ role }) => role);
const asked = async () => rolesOf(await rights.of('an'));

it('reads an account once for many questions, and again two seconds later', async () => {
  await grant('auditor');
  expect(await Promise.all([asked(), asked(), asked()])).toEqual([['auditor'], ['auditor'], ['auditor']]);
  await grant('leader');
  jest.advanceTimersByTime(1_999);
  expect(await asked()).toEqual(['auditor']);
  expect(store.reads).toBe(1);
  jest.advanceTimersByTime(1);
  expect(await asked()).toEqual(['auditor', 'leader']);
});

it('knows at once what this process wrote', async () => {
  expect(await asked()).toEqual([]);
  await grant('auditor');
  rights.forget('an');
  expect(await asked()).toEqual(['auditor']);
});

it('trusts what it knows while the log is away, for ten minutes, and nothing that it does not know', async () => {
  await grant('auditor');
  await asked();
  store.mood = 'away';
  jest.advanceTimersByTime(5_000);
  expect(await asked()).toEqual(['auditor']);
  await expect(rights.of('hoa')).rejects.toThrow(StoreUnavailable);
  jest.advanceTimersByTime(10 * 60_000);
  await expect(asked()).rejects.toThrow(StoreUnavailable);
});

it('waits two seconds for a silent log, and then not again for the next two', async () => {
  await grant('auditor');
  await asked();
  store.mood = 'silent';
  jest.advanceTimersByTime(2_000);
  const waiting = asked();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await waiting).toEqual(['auditor']);
  expect(await asked()).toEqual(['auditor']);
  const unknown = expect(rights.of('hoa')).rejects.toThrow(StoreUnavailable);
  await jest.advanceTimersByTimeAsync(2_000);
  await unknown;
});

it('forgets what is being read when told to, and reads anew', async () => {
  await grant('auditor');
  const before = asked();
  rights.forget('an');
  await grant('leader');
  expect(await asked()).toEqual(['auditor', 'leader']);
  await before;
});

describe('what an account gave to others', () => {
  const given = async () => {
    const told = await rights.givenBy('an', await rights.of('an'));
    return [told.given.map(({ id, toAccount }) => [id, toAccount]), told.untold];
  };
  const toBoth = [
    ['to-hoa', 'hoa'],
    ['to-lan', 'lan'],
  ];

  it('is read in one go, and anew each time', async () => {
    await delegate('hoa', 'lan');
    const read = jest.spyOn(store, 'readEach');
    expect(await given()).toEqual([toBoth, []]);
    expect(await given()).toEqual([toBoth, []]);
    expect(read.mock.calls).toEqual(Array(2).fill([['account-hoa', 'account-lan']]));
  });

  it('names whose record cannot be read, and tells the rest', async () => {
    await delegate('hoa', 'lan');
    await append('hoa', 0n, { type: 'NobodyKnowsThis', data: {} });
    expect(await given()).toEqual([[['to-lan', 'lan']], ['hoa']]);
  });

  it('names everybody while the log is away or silent: the rest is known without it', async () => {
    await grant('auditor');
    await delegate('hoa', 'lan');
    await asked();
    store.mood = 'away';
    expect(await given()).toEqual([[], ['hoa', 'lan']]);
    expect(await asked()).toEqual(['auditor']);
    store.mood = 'silent';
    const waiting = given();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await waiting).toEqual([[], ['hoa', 'lan']]);
  });
});
