import { EventRegistry, type EventStore, logEvents } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import {
  appendTo,
  close,
  type HistoryEvent,
  InMemoryEventStore,
  InMemoryLog,
  logOf,
  note,
  pay,
  type TestDatabase,
  testDatabase,
  type ToyFaults,
  toyProjection,
  toySchemas,
} from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { AnyProjection } from '../projection';
import { ProjectionCatalogue } from '../projection-catalogue';
import { ProjectionHost } from '../projection-host';
import { QuarantineDesk } from '../quarantine-desk';
import { Rebuild } from './rebuild';
import { RebuildDesk } from './rebuild-desk';
import { RebuildCancelled, RebuildRefused } from './rebuild-errors';

jest.setTimeout(60_000);
Logger.overrideLogger(false);

const registry = new EventRegistry([...logEvents, ...toySchemas]);

let database: TestDatabase;
let processes: { host: ProjectionHost; dataSource: DataSource }[];
beforeEach(async () => {
  database = await testDatabase();
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map(({ host }) => host.stop()));
  await Promise.all(processes.map(({ dataSource }) => dataSource.destroy()));
  await database.drop();
});

/** A process: its own connections, its own services. */
async function aProcess(store: EventStore, projection: AnyProjection = toyProjection()) {
  const dataSource = await appDataSource(database.appUrl, { max: 20 }).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(projection);
  const options = { beatMs: 100, batchSize: 7, countablePositions: true };
  const host = new ProjectionHost(dataSource, store, registry, catalogue, options);
  const desk = new RebuildDesk(dataSource, store, registry, catalogue);
  const quarantine = new QuarantineDesk(dataSource, store, registry, catalogue);
  processes.push({ host, dataSource });
  const parts = { dataSource, store, registry };
  return { dataSource, host, desk, quarantine, parts, projection, store };
}

async function running(history: readonly HistoryEvent[], projection?: AnyProjection) {
  const one = await aProcess(await logOf(history), projection);
  await one.host.start();
  await one.host.catchUp();
  return one;
}

/** Payments, notes and closings of some accounts, each account again and again. */
function longHistory(length: number): HistoryEvent[] {
  return Array.from({ length }, (_, number) => {
    const account = `${'abcd'.charAt(number % 4)}${number % 37}`;
    if (number % 41 === 40) return close(account);
    return number % 5 === 4 ? note(account, `ghi chú\t${number}\\\n`) : pay(account, number);
  });
}

const NEVER = new AbortController().signal;
/** So small that rows are written away and read again all the time. */
const cramped = { pageSize: 20, cacheWeight: 2000 };

const generations = (dataSource: DataSource) =>
  dataSource.query<{ generation: number; state: string }[]>(
    'SELECT generation, state FROM read_model.generation ORDER BY 1',
  );
const tablesOf = (dataSource: DataSource) =>
  dataSource.query<{ tablename: string }[]>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'read_model' AND tablename LIKE 'toy%' ORDER BY 1`,
  );
const same = { same: true, tables: [{ same: true }, { same: true }] };

describe('a rebuild', () => {
  it('has the same rows as the live one, and readers see it once it is cut over', async () => {
    const { desk, dataSource } = await running(longHistory(300));
    await desk.rebuild('toy');
    const comparison = await desk.compare('toy');
    expect(comparison).toMatchObject({ live: 1, rebuilt: 2, position: '301', ...same });
    expect(comparison.tables[0]?.rows.live).toBeGreaterThan(30);
    expect(await generations(dataSource)).toEqual([
      { generation: 1, state: 'live' },
      { generation: 2, state: 'building' },
    ]);
    expect(await desk.cutOver('toy')).toEqual({ projection: 'toy', from: 1, to: 2, position: '301' });
    expect(await generations(dataSource)).toEqual([
      { generation: 1, state: 'retired' },
      { generation: 2, state: 'live' },
    ]);
  });

  it('is the same when its rows do not fit into memory', async () => {
    const { desk, parts, projection } = await running(longHistory(400));
    await Rebuild.run(parts, projection, NEVER, () => undefined, cramped);
    expect(await desk.compare('toy')).toMatchObject(same);
  });

  it('names what differs: the row, the columns, and both values', async () => {
    const { desk, dataSource } = await running(longHistory(50));
    await desk.rebuild('toy');
    await dataSource.query(`UPDATE read_model.toy_account__g1 SET note = 'sửa tay' WHERE account = 'a4'`);
    await dataSource.query(`DELETE FROM read_model.toy_account__g1 WHERE account = 'b1'`);
    const { same: all, tables } = await desk.compare('toy');
    expect(all).toBe(false);
    expect(tables).toMatchObject([
      {
        table: 'account',
        same: false,
        differences: [
          { key: { account: 'a4' }, columns: ['note'], live: { note: 'sửa tay' } },
          { key: { account: 'b1' }, columns: ['account', 'payments', 'balance', 'note'], live: null },
        ],
      },
      { table: 'bank', same: true, differences: [] },
    ]);
  });

  it('follows the log until it is cut over, and the retired one until it is dropped: rolling back shows the latest', async () => {
    const { desk, dataSource, host, store } = await running(longHistory(50));
    await desk.rebuild('toy');
    await desk.cutOver('toy');
    await appendTo(store as InMemoryEventStore, pay('z1', 5));
    await host.catchUp();
    expect(await desk.rollBack('toy')).toMatchObject({ from: 2, to: 1, position: '52' });
    const balance = () => dataSource.query(`SELECT balance FROM read_model.toy_account WHERE account = 'z1'`);
    expect(await balance()).toEqual([{ balance: '5' }]);
    await appendTo(store as InMemoryEventStore, pay('z1', 2));
    await host.catchUp();
    expect(await balance()).toEqual([{ balance: '7' }]);
    expect(await desk.compare('toy')).toMatchObject(same);
    expect(await desk.drop('toy')).toEqual([2]);
    expect(await tablesOf(dataSource)).toEqual([{ tablename: 'toy_account__g1' }, { tablename: 'toy_bank__g1' }]);
    await expect(desk.rollBack('toy')).rejects.toThrow(RebuildRefused);
  });

  it('leaves nothing behind when it is cancelled, also while it works', async () => {
    const { desk, dataSource, parts, projection } = await running(longHistory(400));
    await desk.rebuild('toy');
    expect(await desk.cancel('toy')).toBe(2);
    await expect(desk.cutOver('toy')).rejects.toThrow(RebuildRefused);
    let cancelled: Promise<number> | undefined;
    const cancel = (): void => void (cancelled ??= desk.cancel('toy'));
    const working = Rebuild.run(parts, projection, NEVER, cancel, cramped);
    await expect(working).rejects.toThrow(RebuildCancelled);
    await cancelled;
    expect(await generations(dataSource)).toEqual([{ generation: 1, state: 'live' }]);
    expect(await tablesOf(dataSource)).toHaveLength(2);
    expect(await desk.list()).toEqual([]);
  });

  it('goes on where it can when it was broken off, and doubles nothing', async () => {
    const { desk, parts, projection } = await running(longHistory(400));
    for (const [phase, times] of [
      ['loading', 1],
      ['loading', 9],
      ['settling', 1],
    ] as const) {
      const breaking = new AbortController();
      let seen = 0;
      const onProgress = (progress: { phase: string }): void => {
        if (progress.phase === phase && (seen += 1) === times) breaking.abort();
      };
      await Rebuild.run(parts, projection, breaking.signal, onProgress, cramped).catch(() => undefined);
      expect(seen).toBe(times);
    }
    await desk.rebuild('toy');
    expect(await desk.compare('toy')).toMatchObject(same);
    expect(await generations(parts.dataSource)).toHaveLength(2);
  });

  it('is not taken up by a program of another version', async () => {
    const { parts, projection, store, dataSource } = await running(longHistory(100));
    const breaking = new AbortController();
    const broken = Rebuild.run(parts, projection, breaking.signal, () => breaking.abort(), cramped);
    await expect(broken).rejects.toThrow();
    const next = await aProcess(store, toyProjection({}, 2));
    await expect(next.desk.rebuild('toy')).rejects.toThrow(/phiên bản 1.*phiên bản 2: hãy hủy/);
    await expect(next.desk.rebuild('toy')).rejects.toThrow(RebuildRefused);
    expect(await next.desk.list()).toMatchObject([{ generation: 2, version: 1, phase: 'loading' }]);
    await next.desk.cancel('toy');
    await next.desk.rebuild('toy');
    expect(await next.desk.list()).toMatchObject([{ generation: 2, version: 2, phase: 'following' }]);
    expect(await generations(dataSource)).toHaveLength(2);
  });

  it('leaves no tables when it is cancelled before its first step, and what is left of a number is in nobody’s way', async () => {
    const { desk, parts, projection, store, dataSource } = await running(longHistory(50));
    const head = jest.spyOn(store, 'head').mockImplementationOnce(async () => {
      await desk.cancel('toy');
      return 51n;
    });
    await expect(Rebuild.run(parts, projection, NEVER)).rejects.toThrow(RebuildCancelled);
    head.mockRestore();
    expect(await tablesOf(dataSource)).toHaveLength(2);
    await dataSource.query('CREATE TABLE read_model.toy_account__g2 (left_over integer)');
    const next = await aProcess(store, toyProjection({}, 2));
    expect(await next.host.prepare()).toMatchObject([{ generation: 2, version: 2, state: 'building' }]);
  });

  it.each<[string, (faults: ToyFaults) => void]>([
    ['handler', (faults) => (faults.handle = () => fail())],
    ['fold', (faults) => (faults.fold = (amount) => void (amount === 20 && fail()))],
    ['settling', (faults) => (faults.settle = (bank) => void (bank === 'b' && fail()))],
  ])('quarantines what the ordinary way does when a %s fails, and holds it back', async (_, plant) => {
    const faults: ToyFaults = {};
    plant(faults);
    const { desk, dataSource, host, quarantine } = await running(longHistory(60), toyProjection(faults));
    await desk.rebuild('toy');
    const held = (await quarantine.list()).map((one) => ({ ...one, since: '', attempts: 0 }));
    const of = (generation: number) =>
      held.filter((one) => one.generation === generation).map((one) => ({ ...one, generation: 0 }));
    expect(of(1).length).toBeGreaterThan(0);
    expect(of(2)).toEqual(of(1));
    expect(await desk.compare('toy')).toMatchObject(same);
    delete faults.handle;
    delete faults.fold;
    delete faults.settle;
    await quarantine.retry('toy');
    await host.catchUp();
    expect(await quarantine.list()).toEqual([]);
    expect(await desk.compare('toy')).toMatchObject(same);
    await desk.cutOver('toy');
    expect(await dataSource.query('SELECT generation FROM read_model.live_checkpoint')).toEqual([{ generation: 2 }]);
  });

  it('does not take over while more stands still in it than readers miss', async () => {
    const faults: ToyFaults = {};
    const { desk } = await running(longHistory(60), toyProjection(faults));
    faults.handle = () => fail();
    await desk.rebuild('toy');
    await expect(desk.cutOver('toy')).rejects.toThrow(/đang tạm dừng/);
    expect(await desk.list()).toMatchObject([{ phase: 'following' }]);
  });
});

function fail(): never {
  throw new Error('lỗi cố ý');
}

describe('another process', () => {
  it('keeps up what this one has built, and notices cut-over, roll-back and drop without a restart', async () => {
    const log = new InMemoryLog();
    const store = await logOf(longHistory(50), new InMemoryEventStore(log));
    const running = await aProcess(store);
    await running.host.start();
    await running.host.catchUp();
    const { desk } = await aProcess(new InMemoryEventStore(log));
    await desk.rebuild('toy');
    for (const step of [() => desk.cutOver('toy'), () => desk.rollBack('toy')]) {
      await step();
      await appendTo(store, pay('z1', 1));
      await running.host.catchUp();
      const [shown] = await running.dataSource.query<{ position: string }[]>(
        'SELECT position FROM read_model.live_checkpoint',
      );
      expect(shown?.position).toBe(String(await store.head()));
    }
    expect(await desk.drop('toy')).toEqual([2]);
  });
});
