import {
  appendTo,
  generationsIn,
  InMemoryEventStore,
  InMemoryLog,
  logOf,
  longToyHistory,
  pay,
  toyProjection,
  toyTablesIn,
} from '@app/testing';
import { Logger } from '@nestjs/common';
import { cramped, NEVER, same, toyRebuilds } from '../../test/toy-rebuilds';
import type { AnyProjection, ProjectionWriter } from '../projection';
import { Rebuild } from './rebuild';
import { RebuildRefused } from './rebuild-errors';

Logger.overrideLogger(false);

const { processes, running } = toyRebuilds();

/** Every payment, and of every bank the last one: tables that are only ever set, and rows that every page sets again. */
function onlySetting(): AnyProjection {
  const { name, version, categories, partition } = toyProjection();
  type Paid = { readonly id: string; readonly position: bigint; readonly data: { readonly account: string } };
  const onPaid = ({ id, position, data }: Paid, write: ProjectionWriter<string>): void => {
    write.table('payment').set({ id }, { position });
    write.table('last').set({ bank: data.account.slice(0, 1) }, { position });
  };
  const tables = {
    payment: { columns: { id: 'text', position: 'bigint' }, key: ['id'] },
    last: { columns: { bank: 'text', position: 'bigint' }, key: ['bank'] },
  } as const;
  return { name, version, categories, partition, tables, on: { Paid: onPaid } };
}

/** The toy, whose payments also stand for every bank there is; enters in `settled` what it is given to settle. */
function spreading(settled: string[]): AnyProjection {
  const projection = toyProjection();
  const onPaid = (event: never, write: ProjectionWriter<string>): void => {
    (projection.on.Paid as (event: never, write: ProjectionWriter<string>) => void)(event, write);
    write.spread('every bank');
  };
  const settle: AnyProjection['settle'] = async (groups, context) => {
    settled.push(...groups);
    await projection.settle?.(
      groups.filter((group) => group !== 'every bank'),
      context,
    );
  };
  return { ...projection, on: { ...projection.on, Paid: onPaid }, settle };
}

describe('a rebuild', () => {
  it('has the same rows as the live one, and readers see it once it is cut over', async () => {
    const { desk, dataSource } = await running(longToyHistory(300));
    await desk.rebuild('toy');
    const comparison = await desk.compare('toy');
    expect(comparison).toMatchObject({ live: 1, rebuilt: 2, position: '301', ...same });
    expect(comparison.tables[0]?.rows.live).toBeGreaterThan(30);
    expect(await generationsIn(dataSource)).toEqual([
      { generation: 1, state: 'live' },
      { generation: 2, state: 'building' },
    ]);
    expect(await desk.cutOver('toy')).toEqual({ projection: 'toy', from: 1, to: 2, position: '301' });
    expect(await generationsIn(dataSource)).toEqual([
      { generation: 1, state: 'retired' },
      { generation: 2, state: 'live' },
    ]);
  });

  it('is the same when its rows do not fit into memory', async () => {
    const { desk, parts, projection } = await running(longToyHistory(400));
    await Rebuild.run(parts, projection, NEVER, () => undefined, cramped);
    expect(await desk.compare('toy')).toMatchObject(same);
  });

  it('finds rows again that were only set and have left for the tables', async () => {
    const { desk, parts, projection } = await running(longToyHistory(400), onlySetting());
    await Rebuild.run(parts, projection, NEVER, () => undefined, cramped);
    expect(await desk.list()).toMatchObject([{ careful: null }]);
    expect(await desk.compare('toy')).toMatchObject(same);
  });

  it('settles what events touched, each group once, and nothing that only leads there', async () => {
    const settled: string[] = [];
    const { desk } = await running(longToyHistory(50), spreading(settled));
    expect(settled).toContain('every bank');
    settled.length = 0;
    await desk.rebuild('toy');
    expect(settled).toEqual([...new Set(settled)].sort());
    expect(settled.length).toBeGreaterThan(1);
    expect(settled).not.toContain('every bank');
    expect(await desk.compare('toy')).toMatchObject(same);
  });

  it('names what differs: the row, the columns, and both values', async () => {
    const { desk, dataSource } = await running(longToyHistory(50));
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

  it('is marked as holding the same as the live one by a comparison that finds it so, and until one does not', async () => {
    const { desk, dataSource, projection } = await running(longToyHistory(50));
    await desk.rebuild('toy');
    const marks = async () => {
      const sql = 'SELECT contents FROM read_model.generation ORDER BY generation';
      return (await dataSource.query<{ contents: string }[]>(sql)).map(({ contents }) => contents);
    };
    const contents = async () => new Set(await marks()).size;
    const accounts = (more: number) =>
      dataSource.query('UPDATE read_model.toy_bank__g2 SET accounts = accounts + $1', [more]);
    expect(await contents()).toBe(2);
    await desk.compare('toy');
    expect(await contents()).toBe(1);
    await accounts(1);
    const before = await marks();
    await desk.compare('toy');
    expect(await contents()).toBe(2);
    // A third one may bear the mark of the one that is wrong.
    expect(await marks()).not.toEqual(expect.arrayContaining([before[0]]));
    await accounts(-1);
    await desk.compare('toy');
    expect(await contents()).toBe(1);
    await desk.cutOver('toy');
    expect(await contents()).toBe(1);
    // Of another version only the columns that both have are compared.
    await dataSource.query('UPDATE read_model.generation SET version = $1 WHERE generation = 1', [
      projection.version + 1,
    ]);
    expect(await desk.compare('toy')).toMatchObject(same);
    expect(await contents()).toBe(2);
  });

  it('follows the log until it is cut over, and the retired one until it is dropped: rolling back shows the latest', async () => {
    const { desk, dataSource, host, store } = await running(longToyHistory(50));
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
    expect(await toyTablesIn(dataSource)).toEqual([{ tablename: 'toy_account__g1' }, { tablename: 'toy_bank__g1' }]);
    await expect(desk.rollBack('toy')).rejects.toThrow(RebuildRefused);
  });
});

describe('another process', () => {
  it('keeps up what this one has built, and notices cut-over, roll-back and drop without a restart', async () => {
    const log = new InMemoryLog();
    const store = await logOf(longToyHistory(50), new InMemoryEventStore(log));
    const running = await processes.caughtUp(store);
    const { desk } = await processes.begin(new InMemoryEventStore(log));
    await desk.rebuild('toy');
    for (const step of [() => desk.cutOver('toy'), () => desk.rollBack('toy')]) {
      await step();
      await appendTo(store, pay('z1', 1));
      await running.host.catchUp();
      const [shown] = await running.dataSource.query<{ position: string }[]>(
        'SELECT position FROM read_model.current_checkpoint',
      );
      expect(shown?.position).toBe(String(await store.head()));
    }
    expect(await desk.drop('toy')).toEqual([2]);
  });
});
