import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureLogIdentity, EventRegistry, type EventStore, logEvents, WritePath } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { Child } from './kit/child';
import { sized } from './kit/full';
import { type TestLog, testLog } from './kit/logs';
import { addedUp, readModel } from './kit/tally-model';
import { openLog } from './programs/log';
import { account, pay, paymentEvents } from './programs/payments';

jest.setTimeout(sized(240_000, 600_000));

const DROPS = sized(12, 100);
/** Within this all is caught up again, and after that never further behind, ms; the short form may share its machine. */
const [SOON, LAG] = [sized(20_000, 5_000), sized(10_000, 1_000)];
/** How often it is looked, once all is caught up, how long an event takes to be seen. */
const LOOKS = 5;
/** Every so many drops the whole server goes away for a moment. */
const RESTART_EVERY = 10;

let log: TestLog;
let store: EventStore;
let projector: Child;

beforeEach(async () => {
  log = await testLog('eventstoredb');
  store = openLog(log.address);
  await ensureLogIdentity(store, new SystemClock());
});
afterEach(async () => {
  projector.signal('SIGKILL');
  await store.close();
  await log.drop();
});

/** How long it takes the projector to have applied what the log holds now, ms. */
async function catchingUp(number: number): Promise<number> {
  const [began, from] = [performance.now(), projector.said.length];
  projector.tell({ number });
  await projector.next('caught-up', from);
  return performance.now() - began;
}

it('subscriptions dropped while events flow cost no event and double none', async () => {
  const { server, database } = log;
  if (!server) throw new Error('This log has no server');
  projector = new Child('projector', { log: log.address, url: database.appUrl });
  await projector.next('ready');
  const writePath = new WritePath(store, new EventRegistry([...logEvents, ...paymentEvents]), new SystemClock());
  const payOnce = (n: number): Promise<unknown> => {
    const id = randomUUID();
    const context = { commandId: id, correlationId: id, causationId: id, actor: 'a', onBehalfOf: null, role: 'clerk' };
    const name = `${'ab'[n % 2]}${n % 3}`;
    return writePath.execute(account, `account-${name}`, context, () => pay(name, 0));
  };
  let dropped = 0;
  for (let n = 0; dropped < DROPS; n += 1) {
    await payOnce(n);
    await sleep(20);
    if (server.faults.runningSubscriptions === 0) continue; // It is on its way back.
    dropped += 1;
    server.faults.cutSubscriptions(n % 2 === 0 ? 'too-slow' : 'unavailable');
    if (dropped % RESTART_EVERY === 0) {
      server.stop();
      await server.start();
    }
  }
  expect(await catchingUp(1)).toBeLessThan(SOON);
  for (let n = 0; n < LOOKS; n += 1) {
    await payOnce(n);
    expect(await catchingUp(n + 2)).toBeLessThan(LAG);
  }
  const { rows, position } = await readModel(database.appUrl);
  expect(position).toBe(await store.head());
  expect(rows).toEqual(await addedUp(store, position));
});
