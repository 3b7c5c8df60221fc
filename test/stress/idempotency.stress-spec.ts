import { randomUUID } from 'node:crypto';
import type { EventStore } from '@app/event-store';
import { Child, type Said } from './kit/child';
import { sized } from './kit/full';
import { allEvents } from './kit/ledger-of-payments';
import { adapters, type TestLog, testLog } from './kit/logs';
import { openLog } from './programs/log';
import type { Payment } from './programs/clerk';
import { PARTS } from './programs/payments';

jest.setTimeout(sized(240_000, 600_000));

const PAYMENTS = sized(20, 300);

describe.each(adapters)('over %s', (adapter) => {
  let log: TestLog;
  let store: EventStore;
  let clerks: Child[];
  beforeEach(async () => {
    log = await testLog(adapter);
    store = openLog(log.address);
    clerks = [];
  });
  afterEach(async () => {
    for (const clerk of clerks) clerk.signal('SIGKILL');
    await store.close();
    await log.drop();
  });

  async function clerk(options: object = {}): Promise<Child> {
    const started = new Child('clerk', { log: log.address, padding: 0, ...options });
    clerks.push(started);
    await started.next('ready');
    return started;
  }

  const payments = (): Payment[] =>
    Array.from({ length: PAYMENTS }, (_, n) => ({ id: randomUUID(), account: `${'ab'[n % 2]}${n % 3}` }));

  /** What each clerk answered to each payment, in the order of the payments. */
  const answersOf = (from: Child, asked: readonly Payment[]): unknown[] =>
    asked.map(({ id }) => from.ofKind<Said>('acknowledged').find((answer) => answer.id === id));

  async function expectOneEffect(asked: readonly Payment[]): Promise<void> {
    const stored = (await allEvents(store)).map(({ metadata: { commandId, part } }) => `${commandId} ${part}`);
    const wanted = asked.flatMap(({ id }) => Array.from({ length: PARTS }, (_, n) => `${id} ${n + 1}`));
    expect(stored.sort()).toEqual(wanted.sort());
  }

  it('an acknowledgement lost on the line is found out by asking again: one effect', async () => {
    const asked = payments();
    const unlucky = await clerk({ losses: { every: 4 } });
    for (const payment of asked) unlucky.tell(payment);
    await unlucky.finish();
    expect(unlucky.ofKind('lost').length).toBeGreaterThan(PAYMENTS / 10);
    const again = await clerk();
    for (const payment of asked) again.tell(payment);
    await again.finish();
    expect(answersOf(again, asked)).not.toContain(undefined);
    expect(answersOf(unlucky, asked)).toEqual(answersOf(again, asked));
    await expectOneEffect(asked);
  });

  it('a repeat in another process at the same time has the same answer, and no effect of its own', async () => {
    const asked = payments();
    const both = [await clerk(), await clerk()];
    for (const payment of asked) for (const each of both) each.tell(payment);
    await Promise.all(both.map((each) => each.finish()));
    const [one, other] = both.map((each) => answersOf(each, asked));
    expect(one).not.toContain(undefined);
    expect(one).toEqual(other);
    await expectOneEffect(asked);
  });
});

it('an acknowledgement that a silent server never sends is found out by asking again', async () => {
  const log = await testLog('eventstoredb');
  const clerk = new Child('clerk', { log: log.address, padding: 0 });
  const asked = { id: randomUUID(), account: 'a1' };
  if (log.server) log.server.faults.dropAcknowledgements = 1;
  clerk.tell(asked);
  await clerk.finish();
  expect(log.server?.faults.dropAcknowledgements).toBe(0);
  const store = openLog(log.address);
  expect(clerk.ofKind('acknowledged')).toHaveLength(1);
  expect(await allEvents(store)).toHaveLength(PARTS);
  await store.close();
  await log.drop();
});
