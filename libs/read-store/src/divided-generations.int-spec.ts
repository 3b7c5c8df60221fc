import { pause } from '@app/event-store';
import { appendTo, logOf, pay, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import { anyHistory, cleanBuild, divided, dividedProcesses, rowsIn } from '../test/divided-toy';

Logger.overrideLogger(false);

const aProcess = dividedProcesses();

describe('the number of parts', () => {
  it('changes with a rebuild: loaded as one, divided behind it, cut over when all parts are there', async () => {
    const store = await logOf(anyHistory(3));
    const undivided = await aProcess(store, 1);
    await undivided.host.catchUp();
    await undivided.host.stop();
    const { host, dataSource, desk } = await aProcess(store, 4);
    await desk.rebuild('toy');
    expect(await desk.compare('toy')).toMatchObject({ live: 1, rebuilt: 2, same: true });
    for (const event of anyHistory(4, 30)) await appendTo(store, event);
    await desk.cutOver('toy');
    await appendTo(store, pay('a1', 9));
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
    expect(await dataSource.query('SELECT parts, state FROM read_model.generation ORDER BY generation')).toEqual([
      { parts: 1, state: 'retired' },
      { parts: 4, state: 'live' },
    ]);
  });

  it('stays when nobody says another: with a rebuild, and with a raised version', async () => {
    const store = await logOf(anyHistory(9));
    const { host, desk } = await aProcess(store, 3);
    await host.catchUp();
    await host.stop();
    const next = await aProcess(store, undefined);
    await next.desk.rebuild('toy');
    await desk.cutOver('toy');
    await aProcess(store, undefined, divided({}, 2));
    expect(await next.dataSource.query('SELECT version, parts FROM read_model.generation ORDER BY 1, 2')).toEqual([
      { version: 1, parts: 3 },
      { version: 1, parts: 3 },
      { version: 2, parts: 3 },
    ]);
  });

  it('is part of what takes over by itself: a raised version, when every part of it holds the log', async () => {
    const store = await logOf(anyHistory(5));
    const former = await aProcess(store, 2);
    await former.host.catchUp();
    const live = async () =>
      (await former.dataSource.query<{ version: number }[]>('SELECT version FROM read_model.current_checkpoint'))[0]
        ?.version;
    const holder = former.dataSource.createQueryRunner();
    await holder.connect();
    const lock = `(hashtextextended('read_model.toy.2/0', 0))`;
    await holder.query(`SELECT pg_advisory_lock${lock}`);
    const next = await aProcess(store, 4, divided({}, 2));
    const there = `SELECT FROM read_model.checkpoint WHERE generation = 2 AND part > 0 AND position = 121`;
    await until(async () => (await next.dataSource.query<object[]>(there)).length === 3);
    await pause(300);
    expect(await live()).toBe(1);
    await holder.query(`SELECT pg_advisory_unlock${lock}`);
    await holder.release();
    await next.host.catchUp();
    await until(async () => (await live()) === 2);
    expect(await rowsIn(next.dataSource)).toEqual(await cleanBuild(store));
  });
});

describe('divided generations under constant load', () => {
  it('are compared, changed over and rolled back at one cut that both are brought to', async () => {
    const store = await logOf(anyHistory(11));
    const { host, dataSource, desk } = await aProcess(store, 4, divided(), 100);
    await host.catchUp();
    await desk.rebuild('toy');
    const over = new AbortController();
    const load = (async () => {
      for (const event of anyHistory(12, 5_000)) {
        if (over.signal.aborted) return;
        await appendTo(store, event);
        await pause(5);
      }
    })();
    expect(await desk.compare('toy')).toMatchObject({ live: 1, rebuilt: 2, same: true });
    expect(await desk.cutOver('toy')).toMatchObject({ from: 1, to: 2 });
    expect(await desk.compare('toy')).toMatchObject({ live: 2, rebuilt: 1, same: true });
    expect(await desk.rollBack('toy')).toMatchObject({ from: 2, to: 1 });
    over.abort();
    await load;
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
  });
});
