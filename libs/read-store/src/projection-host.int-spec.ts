import { ensureLogIdentity, EventRegistry, logEvents, pause, type Position } from '@app/event-store';
import { ManualClock, SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import {
  appendTo,
  InMemoryEventStore,
  InMemoryLog,
  LossyEventStore,
  logOf,
  note,
  pay,
  type TestDatabase,
  testDatabase,
  type ToyFaults,
  toyProjection,
  toySchemas,
} from '@app/testing';
import type { EventStore } from '@app/event-store';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { ReadModelBehind, ReadModelQuarantined, TablesChanged } from './errors';
import type { AnyProjection } from './projection';
import { ProjectionCatalogue } from './projection-catalogue';
import { ProjectionHealth } from './projection-health';
import { ProjectionHost } from './projection-host';
import { QuarantineDesk } from './quarantine-desk';
import type { ReadStoreOptions } from './read-store-options';
import { ReadYourWrites } from './read-your-writes';

Logger.overrideLogger(false);

const registry = new EventRegistry([...logEvents, ...toySchemas]);
const clock = new SystemClock();

let database: TestDatabase;
let hosts: { stop(): Promise<void>; dataSource: DataSource }[];
beforeEach(async () => {
  database = await testDatabase();
  hosts = [];
});
afterEach(async () => {
  await Promise.all(hosts.map(({ stop }) => stop()));
  await Promise.all(hosts.map(({ dataSource }) => dataSource.destroy()));
  await database.drop();
});

/** A process: its own connections, its own services. */
async function aProcess(
  store: EventStore,
  projection: AnyProjection = toyProjection(),
  options: ReadStoreOptions = { beatMs: 50, batchSize: 2, countablePositions: true },
) {
  const dataSource = await appDataSource(database.appUrl, { name: 'a-process' }).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(projection);
  const host = new ProjectionHost(dataSource, store, registry, catalogue, options);
  const desk = new QuarantineDesk(dataSource, store, registry, catalogue);
  const health = new ProjectionHealth(dataSource, store, clock, catalogue, desk, options);
  hosts.push({ stop: () => host.stop(), dataSource });
  return { dataSource, host, health, desk, readYourWrites: new ReadYourWrites(dataSource) };
}

const balances = (dataSource: DataSource) =>
  dataSource.query<{ account: string; balance: string }[]>(
    'SELECT account, balance FROM read_model.toy_account ORDER BY account',
  );

/** As the login itself: the application's role may not. */
async function cutConnections(): Promise<void> {
  const client = new Client({ connectionString: database.appUrl.replace(/[?].*/, '') });
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'a-process'`,
  );
  await client.end();
  expect(rowCount).toBeGreaterThan(0);
}

async function until(condition: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not happen in time');
    await pause(20);
  }
}

describe('a running projection', () => {
  it('catches up, tells how far it is, and follows what is appended', async () => {
    const store = await logOf([pay('a1', 1), pay('a1', 2), pay('b1', 3)]);
    const { host, dataSource, readYourWrites } = await aProcess(store);
    await host.start();
    const told: (Position | undefined)[] = [];
    await host.catchUp((progress) => told.push(progress[0]?.position));
    expect(told.at(-1)).toBe(4n);
    expect(await balances(dataSource)).toEqual([
      { account: 'a1', balance: '3' },
      { account: 'b1', balance: '3' },
    ]);
    const position = await appendTo(store, pay('b1', 4));
    await readYourWrites.waitFor('toy', position, 20_000);
    expect(await balances(dataSource)).toMatchObject([{}, { balance: '7' }]);
  });

  it('goes on after the last applied event when it is started again', async () => {
    const store = await logOf([pay('a1', 1), pay('a1', 2)]);
    const first = await aProcess(store);
    await first.host.start();
    await first.host.catchUp();
    await first.host.stop();
    await appendTo(store, pay('a1', 4));
    const handled: object[] = [];
    const second = await aProcess(store, toyProjection({ handle: ({ data }) => handled.push(data) }));
    await second.host.start();
    await second.host.catchUp();
    expect(handled).toEqual([{ account: 'a1', amount: 4 }]);
    expect(await balances(second.dataSource)).toEqual([{ account: 'a1', balance: '7' }]);
  });

  it('survives that the store and its own connections are lost', async () => {
    const inner = await logOf([pay('a1', 1)]);
    const store = new LossyEventStore(inner);
    const { host, dataSource } = await aProcess(store);
    await host.start();
    await host.catchUp();
    store.lostPages = 2;
    await cutConnections();
    await appendTo(inner, pay('a1', 2));
    await until(() =>
      host.catchUp().then(
        () => true,
        () => false, // The waiting itself met a cut connection.
      ),
    );
    expect(await balances(dataSource)).toEqual([{ account: 'a1', balance: '3' }]);
  });

  it('is out of trouble once the store is back, though nothing new was appended', async () => {
    const store = new LossyEventStore(await logOf([pay('a1', 1)]));
    const { host, health } = await aProcess(store);
    const errors = async () => (await health.check()).projections.map(({ lastError }) => lastError);
    await host.start();
    await host.catchUp();
    store.lostPages = Infinity;
    await until(async () => (await errors())[0] === 'The page was lost');
    store.lostPages = 0;
    await until(async () => (await errors())[0] === null);
  });

  it('works in one process at a time; the next one takes over when the first ends', async () => {
    const log = new InMemoryLog();
    const store = await logOf([pay('a1', 1)], new InMemoryEventStore(log));
    const storeOfSecond = new InMemoryEventStore(log);
    const read = jest.spyOn(storeOfSecond, 'page');
    const handled: string[] = [];
    const first = await aProcess(store, toyProjection({ handle: () => handled.push('first') }));
    const second = await aProcess(storeOfSecond, toyProjection({ handle: () => handled.push('second') }));
    await first.host.start();
    await first.host.catchUp();
    await second.host.start();
    for (let amount = 0; amount < 5; amount += 1) await appendTo(store, pay('a1', 1));
    await second.host.catchUp();
    await pause(600); // Longer than it takes to ask for the lock again.
    expect(read).not.toHaveBeenCalled();
    await first.host.stop();
    await appendTo(store, pay('a1', 1));
    await second.host.catchUp();
    expect(handled).toEqual([...Array<string>(6).fill('first'), 'second']);
  });
});

describe('a log that is not the one it came from', () => {
  const caughtUpOn = async (store: EventStore) => {
    const { host } = await aProcess(store);
    await host.start();
    await host.catchUp();
    await host.stop();
  };

  it('is refused: another log', async () => {
    await caughtUpOn(await logOf([pay('a1', 1)]));
    const { host } = await aProcess(await logOf([pay('a1', 1)]));
    await expect(host.start()).rejects.toThrow(/Dữ liệu đọc được dựng từ nhật ký .*, nhưng đang kết nối tới/);
  });

  it('is refused: the same log, restored from before', async () => {
    const log = new InMemoryLog();
    const store = await logOf([pay('a1', 1), pay('a1', 2)], new InMemoryEventStore(log));
    await caughtUpOn(store);
    log.events.pop();
    const { host } = await aProcess(new InMemoryEventStore(log));
    await expect(host.start()).rejects.toThrow(/nhật ký không có sự kiện nào tại đó/);
  });

  it('is refused: no identity at all', async () => {
    const { host } = await aProcess(new InMemoryEventStore());
    await expect(host.start()).rejects.toThrow('Nhật ký chưa có định danh');
  });
});

describe('a projection whose version was raised', () => {
  const raised = (): AnyProjection => {
    const projection = toyProjection({}, 2);
    const account = projection.tables.account;
    return {
      ...projection,
      tables: { ...projection.tables, account: { ...account, columns: { ...account.columns, extra: 'text' } } },
    };
  };

  it('is built beside the live one and takes over when it has caught up', async () => {
    const store = await logOf([pay('a1', 1), pay('a1', 2)]);
    const former = await aProcess(store);
    await former.host.start();
    await former.host.catchUp();
    await former.host.stop();
    const next = await aProcess(store, raised());
    const [generation] = await next.host.prepare();
    expect(generation).toMatchObject({ generation: 2, version: 2, state: 'building' });
    expect(await balances(next.dataSource)).toEqual([{ account: 'a1', balance: '3' }]);
    await next.host.start();
    await until(
      async () =>
        (await next.dataSource.query<object[]>(`SELECT 1 FROM read_model.current_checkpoint WHERE generation = 2`))
          .length === 1,
    );
    expect(await next.dataSource.query('SELECT account, balance, extra FROM read_model.toy_account')).toEqual([
      { account: 'a1', balance: '3', extra: null },
    ]);
    expect(await next.dataSource.query('SELECT generation, state FROM read_model.generation ORDER BY 1')).toEqual([
      { generation: 1, state: 'retired' },
      { generation: 2, state: 'live' },
    ]);
  });

  it('does not take over while one of its partitions is quarantined', async () => {
    const store = await logOf([pay('a1', 1)]);
    const former = await aProcess(store);
    await former.host.start();
    await former.host.catchUp();
    await former.host.stop();
    const faults: ToyFaults = {
      handle: () => {
        throw new Error('lỗi');
      },
    };
    const next = await aProcess(store, toyProjection(faults, 2));
    await next.host.start();
    await next.host.catchUp();
    await appendTo(store, note('b1', 'x'));
    await next.host.catchUp();
    expect(await next.dataSource.query('SELECT generation FROM read_model.current_checkpoint')).toEqual([
      { generation: 1 },
    ]);
    faults.handle = undefined;
    await next.desk.retry('toy');
    await appendTo(store, note('b1', 'y'));
    await until(
      async () =>
        (
          await next.dataSource.query<{ generation: number }[]>('SELECT generation FROM read_model.current_checkpoint')
        )[0]?.generation === 2,
    );
    expect(await balances(next.dataSource)).toMatchObject([{ account: 'a1', balance: '1' }, { account: 'b1' }]);
  });

  it('is asked for when only the tables were changed', async () => {
    const store = await logOf([]);
    await (await aProcess(store)).host.prepare();
    const { host } = await aProcess(store, { ...raised(), version: 1 });
    await expect(host.prepare()).rejects.toThrow(TablesChanged);
  });
});

describe('health', () => {
  it('is ready when everything is applied, and names the lag otherwise', async () => {
    const store = await logOf([pay('a1', 1)]);
    const { host, health } = await aProcess(store);
    await host.start();
    await host.catchUp();
    expect(await health.check()).toMatchObject({
      ready: true,
      projections: [
        { projection: 'toy', position: '2', head: '2', lagEvents: 0, oldestUnprocessedSeconds: 0, problems: [] },
      ],
    });
    await host.stop();
    await appendTo(store, pay('a1', 1));
    await appendTo(store, pay('a1', 1));
    const late = await health.check();
    expect(late.ready).toBe(false);
    expect(late.projections).toMatchObject([{ lagEvents: 2, problems: [expect.stringContaining('chậm')] }]);
    expect(late.projections[0]?.oldestUnprocessedSeconds).toBeGreaterThan(1000);
  });

  it('turns red when the runner is gone, though nothing is left to apply', async () => {
    const store = await logOf([pay('a1', 1)]);
    const { host, health, dataSource } = await aProcess(store);
    expect((await health.check().catch(() => null))?.ready ?? false).toBe(false);
    await host.start();
    await host.catchUp();
    await host.stop();
    await dataSource.query(`UPDATE read_model.heartbeat SET beat_at = beat_at - interval '13 s'`);
    expect(await health.check()).toMatchObject({
      ready: false,
      projections: [{ lagEvents: 0, problems: [expect.stringContaining('không còn hoạt động')] }],
    });
  });

  it('hears no sign of life from a runner that hangs in a batch', async () => {
    const store = await logOf([pay('a1', 1)]);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hanging: AnyProjection = { ...toyProjection(), settle: () => released };
    const { host, health } = await aProcess(store, hanging, {
      beatMs: 20,
      stalledMs: 100,
      deadAfterSeconds: 1,
      countablePositions: true,
    });
    await host.start();
    const isSilent = async () =>
      (await health.check()).projections.some(({ problems }) => problems.join().includes('không còn hoạt động'));
    await until(isSilent).finally(release);
    await until(async () => !(await isSilent()));
  });

  it('turns red for a quarantined partition and names it', async () => {
    const store = await logOf([pay('a1', 1)]);
    const fault: ToyFaults = {
      handle: () => {
        throw new Error('lỗi');
      },
    };
    const { host, health, readYourWrites, desk } = await aProcess(store, toyProjection(fault));
    await host.start();
    await host.catchUp();
    expect(await health.check()).toMatchObject({
      ready: false,
      projections: [{ quarantined: 1, problems: [expect.stringContaining('account-a1')] }],
    });
    await expect(readYourWrites.waitFor('toy', 2n)).rejects.toThrow(ReadModelQuarantined);
    fault.handle = undefined;
    await desk.retry('toy');
    expect((await health.check()).ready).toBe(true);
    await readYourWrites.waitFor('toy', 2n);
  });
});

describe('a reader that has just written', () => {
  it('waits a bounded time, then is told to come back', async () => {
    const store = await logOf([pay('a1', 1)]);
    const { host, readYourWrites } = await aProcess(store);
    await host.start();
    await host.catchUp();
    const begun = Date.now();
    await expect(readYourWrites.waitFor('toy', 99n, 200)).rejects.toThrow(ReadModelBehind);
    expect(Date.now() - begun).toBeLessThan(10_000);
    await readYourWrites.waitFor('toy', undefined);
  });
});

it('begins with a log that holds nothing but its identity', async () => {
  const store = new InMemoryEventStore();
  await ensureLogIdentity(store, new ManualClock('2024-01-01T00:00:00.000Z'));
  const { host, health } = await aProcess(store);
  await host.start();
  await host.catchUp();
  expect((await health.check()).ready).toBe(true);
});
