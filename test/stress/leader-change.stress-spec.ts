import { randomInt, randomUUID } from 'node:crypto';
import {
  ensureLogIdentity,
  EventRegistry,
  type EventStore,
  logEvents,
  pause,
  StoreUnavailable,
  WritePath,
} from '@app/event-store';
import { SystemClock } from '@app/kernel';
import {
  changeLeader,
  type EventStoreDbServer,
  startEventStoreDbCluster,
  testDatabase,
  type TestDatabase,
} from '@app/testing';
import { Child } from './kit/child';
import { sized } from './kit/full';
import { allEvents } from './kit/ledger-of-payments';
import { addedUp, readModel } from './kit/tally-model';
import { type LogAddress, openLog } from './programs/log';
import { account, PARTS, pay, paymentEvents } from './programs/payments';

jest.setTimeout(sized(240_000, 600_000));

const CHANGES = sized(2, 5);
/** A real cluster was without a leader for so many ms. */
const electionMs = (): number => randomInt(200, 1_200);
/** How many payments the projector is behind at each change, and is asked to go on with at once. */
const BEHIND = 60;
/** Within this a projector that goes on has asked for what it lacks. */
const ASKING_MS = 500;
/** All caught up again, and after that never further behind, ms; the short form may share its machine. */
const [SOON, LAG] = [sized(20_000, 5_000), sized(10_000, 1_000)];

let database: TestDatabase;
let nodes: readonly EventStoreDbServer[];
let address: LogAddress;
let store: EventStore;
let writePath: WritePath;
let projector: Child;

beforeEach(async () => {
  [database, nodes] = await Promise.all([testDatabase(), startEventStoreDbCluster(3)]);
  const seeds = nodes.map(({ address: { host, port } }) => `${host}:${port}`).join();
  address = { adapter: 'eventstoredb', url: `esdb://${seeds}?tls=false` };
  store = openLog(address);
  writePath = new WritePath(store, new EventRegistry([...logEvents, ...paymentEvents]), new SystemClock());
  await ensureLogIdentity(store, new SystemClock());
  projector = new Child('projector', { log: address, url: database.appUrl });
  await catchingUp(0);
});
afterEach(async () => {
  projector.signal('SIGKILL');
  await store.close();
  for (const node of nodes) node.stop();
  await database.drop();
});

/** Pays as people do: whoever is told that the log is away asks again with the same command. */
class Payer {
  readonly paid: string[] = [];
  /** How often somebody had to ask again. */
  repeats = 0;
  private paying = true;
  private readonly done = this.payOnAndOn();

  async pay(): Promise<void> {
    const id = randomUUID();
    const context = { commandId: id, correlationId: id, causationId: id, actor: 'a', onBehalfOf: null, role: 'clerk' };
    const name = `${'ab'[randomInt(2)]}${randomInt(3)}`;
    for (; ; this.repeats += 1) {
      try {
        await writePath.execute(account, `account-${name}`, context, () => pay(name, 0));
        this.paid.push(id);
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  }

  /** Resolves when so many more are paid. */
  async goOn(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) await this.pay();
  }

  async stop(): Promise<void> {
    this.paying = false;
    await this.done;
  }

  private async payOnAndOn(): Promise<void> {
    for (; this.paying; await pause(20)) await this.pay();
  }
}

/** How long it takes the projector to have applied what the log holds now, ms. */
async function catchingUp(number: number): Promise<number> {
  const [began, from] = [performance.now(), projector.said.length];
  projector.tell({ number });
  await projector.next('caught-up', from);
  return performance.now() - began;
}

it('changes of the leader under a projector that is behind cost no event and double none; appends go on after a retry', async () => {
  const payer = new Payer();
  const [caughtUpAfter, lags]: [number[], number[]] = [[], []];
  for (let n = 0; n < CHANGES; n += 1) {
    projector.signal('SIGSTOP');
    await payer.goOn(BEHIND);
    expect((await readModel(database.appUrl)).position).toBeLessThan((await store.head()) ?? 0n);
    // It is to wait for an answer when its node goes.
    for (const { faults } of nodes) faults.freeze();
    projector.signal('SIGCONT');
    await pause(ASKING_MS);
    const changed = changeLeader(nodes, n % 2 === 0 ? 'killed' : 'stands-down', electionMs());
    for (const { faults } of nodes) faults.thaw();
    await changed;
    await payer.goOn(1);
    caughtUpAfter.push(await catchingUp(2 * n + 1));
    lags.push(await catchingUp(2 * n + 2));
  }
  await payer.stop();
  await catchingUp(2 * CHANGES + 1);
  const { rows, position } = await readModel(database.appUrl);
  expect(position).toBe(await store.head());
  expect(rows).toEqual(await addedUp(store, position));
  const stored = (await allEvents(store)).flatMap(({ type, metadata }) =>
    type === 'Paid' ? [metadata.commandId] : [],
  );
  expect(stored.sort()).toEqual(payer.paid.flatMap((id) => Array.from({ length: PARTS }, () => id)).sort());
  expect(payer.repeats).toBeGreaterThan(0);
  expect(Math.max(...caughtUpAfter)).toBeLessThan(SOON);
  expect(Math.max(...lags)).toBeLessThan(LAG);
});
