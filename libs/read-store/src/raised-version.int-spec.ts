import { appendTo, logOf, note, pay, type ToyFaults, toyProjection, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import { balances, toyHosts } from '../test/toy-hosts';
import { TablesChanged } from './errors';
import type { AnyProjection } from './projection';

Logger.overrideLogger(false);

const { aProcess } = toyHosts();

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
    await next.quarantine.retry('toy');
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
