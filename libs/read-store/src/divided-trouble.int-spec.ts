import { pause } from '@app/event-store';
import { appendTo, logOf, pay, type ToyFaults, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import { cleanBuild, divided, dividedProcesses, rowsIn } from '../test/divided-toy';

Logger.overrideLogger(false);

const aProcess = dividedProcesses();

function refusing(wrong: string): NonNullable<ToyFaults['settle']> {
  return (bank) => {
    if (bank === wrong) throw new Error(`not bank ${wrong}`);
  };
}

describe('what goes wrong in a divided projection', () => {
  it('stops one partition in its part, and goes on in order once it is mended', async () => {
    const store = await logOf([pay('a1', 1), pay('a2', 666), pay('a2', 2), pay('a3', 3), pay('b1', 4)]);
    const faults: ToyFaults = {
      handle: ({ data }) => {
        if ('amount' in data && data.amount === 666) throw new Error('not this one');
      },
    };
    const { host, dataSource, quarantine, health } = await aProcess(store, 4, divided(faults));
    await host.catchUp();
    expect(await quarantine.list()).toMatchObject([{ partition: 'account-a2', stage: 'handle', waiting: 2 }]);
    expect((await health.check()).ready).toBe(false);
    delete faults.handle;
    expect(await quarantine.retry('toy')).toMatchObject([{ partition: 'account-a2', applied: 2, waiting: 0 }]);
    await until(async () => JSON.stringify(await rowsIn(dataSource)) === JSON.stringify(await cleanBuild(store)));
    expect(await health.check()).toMatchObject({ ready: true });
  });

  it('puts a group aside that cannot be computed, until what it rests on changes; the others go on', async () => {
    const store = await logOf([pay('a1', 1), pay('b1', 2), pay('c1', 3)]);
    const faults: ToyFaults = {
      settle: (bank) => {
        if (bank === 'b') throw new Error('not this bank');
      },
    };
    const { host, dataSource, quarantine, health } = await aProcess(store, 2, divided(faults));
    await host.catchUp();
    expect(await rowsIn(dataSource)).toMatchObject({ bank: [{ bank: 'a' }, { bank: 'c' }] });
    expect(await quarantine.list()).toMatchObject([{ partition: 'b', stage: 'across', error: 'not this bank' }]);
    expect((await health.check()).projections[0]?.problems).toEqual([
      'Bộ chiếu “toy” chưa tính được nhóm “b”: not this bank',
    ]);
    expect(await dataSource.query(`SELECT partition FROM read_model.current_quarantine`)).toEqual([{ partition: 'b' }]);
    delete faults.settle;
    await appendTo(store, pay('b2', 5));
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
    expect((await health.check()).ready).toBe(true);
  });

  it('keeps a reader from a group that was put aside, until a retry has computed it', async () => {
    const store = await logOf([pay('a1', 1), pay('b1', 2)]);
    const faults: ToyFaults = { settle: refusing('b') };
    const { host, dataSource, quarantine, readYourWrites } = await aProcess(store, 2, divided(faults));
    await host.catchUp();
    const after = await store.head();
    await expect(readYourWrites.waitFor('toy', after)).rejects.toThrow('phần “b”');
    const about = { projection: 'toy', generation: 1, partition: 'b' };
    expect(await quarantine.retry('toy')).toEqual([{ ...about, applied: 0, waiting: 1 }]);
    await expect(readYourWrites.waitFor('toy', after)).rejects.toThrow('phần “b”');
    delete faults.settle;
    expect(await quarantine.retry('toy', 'another')).toEqual([]);
    expect(await quarantine.retry('toy', 'b')).toEqual([{ ...about, applied: 1, waiting: 0 }]);
    await readYourWrites.waitFor('toy', after, 20_000);
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
  });

  it('keeps a generation from readers until every group is computed: taking over by itself, and by an operator', async () => {
    const store = await logOf([pay('a1', 1), pay('b1', 2)]);
    const former = await aProcess(store, 2);
    await former.host.catchUp();
    const before = await rowsIn(former.dataSource);
    const faults: ToyFaults = { settle: refusing('b') };
    const next = await aProcess(store, 2, divided(faults, 2));
    await until(async () => (await next.quarantine.list()).length === 1);
    await pause(400);
    expect(await rowsIn(next.dataSource)).toEqual(before);
    delete faults.settle;
    await next.quarantine.retry('toy');
    const states = () => next.dataSource.query('SELECT generation, state FROM read_model.generation ORDER BY 1');
    await until(async () => JSON.stringify(await states()).includes('"generation":2,"state":"live"'));
    faults.settle = refusing('b');
    await next.desk.rebuild('toy');
    await expect(next.desk.cutOver('toy')).rejects.toThrow('Phần “b”');
  });
});
