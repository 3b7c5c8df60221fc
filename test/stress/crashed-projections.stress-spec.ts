import { randomInt, randomUUID } from 'node:crypto';
import { ensureLogIdentity, EventRegistry, type EventStore, logEvents, WritePath } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { testDatabase } from '@app/testing';
import { Child } from './kit/child';
import { sized } from './kit/full';
import { Gate } from './kit/gate';
import { adapters, type TestLog, testLog } from './kit/logs';
import { addedUp, readModel } from './kit/tally-model';
import { openLog } from './programs/log';
import { account, pay, paymentEvents } from './programs/payments';

jest.setTimeout(sized(240_000, 1_800_000));

/** At each point. */
const KILLS = sized(2, 50);

/** Between the rows and the checkpoint; between the two tables of one event, either of which may be written first. */
const points = ['checkpoint', 'tally_bank__g1', 'tally_account__g1'] as const;

let log: TestLog;
let store: EventStore;
let writePath: WritePath;
let projector: Child | undefined;
let gate: Gate | undefined;

async function open(adapter: (typeof adapters)[number]): Promise<void> {
  log = await testLog(adapter);
  store = openLog(log.address);
  writePath = new WritePath(store, new EventRegistry([...logEvents, ...paymentEvents]), new SystemClock());
  await ensureLogIdentity(store, new SystemClock());
}
afterEach(async () => {
  projector?.signal('SIGKILL');
  await gate?.close();
  await store.close();
  await log.drop();
});

/** A few payments more, so that there is something to project. */
async function write(): Promise<void> {
  for (let n = randomInt(2, 5); n > 0; n -= 1) {
    const id = randomUUID();
    const context = { commandId: id, correlationId: id, causationId: id, actor: 'a', onBehalfOf: null, role: 'clerk' };
    const name = `${'ab'[randomInt(2)]}${randomInt(3)}`;
    await writePath.execute(account, `account-${name}`, context, () => pay(name, 0));
  }
}

function startProjector(url = log.database.appUrl): Child {
  return new Child('projector', { log: log.address, url });
}

async function expectExact(): Promise<void> {
  const { rows, position } = await readModel(log.database.appUrl);
  expect(rows).toEqual(await addedUp(store, position));
}

describe.each(adapters)('over %s', (adapter) => {
  it('projectors killed in the middle of a batch leave all of it or nothing, and end up as a clean rebuild', async () => {
    await open(adapter);
    const first = startProjector();
    await first.next('ready');
    await first.finish();
    gate = await Gate.before(log.database.appUrl, points);
    const readyAfter: number[] = [];
    for (let kill = 0; kill < KILLS * points.length; kill += 1) {
      await gate.shut(points[kill % points.length] ?? '');
      await write();
      const began = Date.now();
      projector = startProjector();
      const visitor = await gate.visitor();
      readyAfter.push(Date.now() - began);
      projector.signal('SIGKILL');
      expect(await projector.ended).toBe('SIGKILL');
      // A server does not notice that its client is gone before it has finished the statement; a crash does not wait for that.
      if (kill % 2 === 0) await gate.cut(visitor);
      await gate.openAfter(visitor);
      await expectExact();
    }
    await gate.open();
    await expectCleanRebuild();
    expect(Math.max(...readyAfter)).toBeLessThan(sized(30_000, 10_000));
  });
});

async function expectCleanRebuild(): Promise<void> {
  const clean = await testDatabase();
  const both = [startProjector(), startProjector(clean.appUrl)];
  for (const each of both) each.tell({ number: 1 });
  await Promise.all(both.map((each) => each.next('caught-up')));
  await Promise.all(both.map((each) => each.finish()));
  await expectExact();
  expect(await readModel(log.database.appUrl)).toEqual(await readModel(clean.appUrl));
  await clean.drop();
}
