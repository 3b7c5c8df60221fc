import { pause } from '@app/event-store';
import { appendTo, logOf, pay, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import { accounts, anyHistory, cleanBuild, divided, dividedProcesses, rowsIn, shares } from '../test/divided-toy';
import { partOf } from './parts';

Logger.overrideLogger(false);

const aProcess = dividedProcesses();

describe('the rows of a divided projection', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 4],
  ])('are those of an undivided one: %i parts in %i processes', async (parts, processes) => {
    const store = await logOf(anyHistory(parts));
    const { host, dataSource } = await aProcess(store, parts);
    for (let number = 2; number <= processes; number += 1) await aProcess(store, parts);
    for (const event of anyHistory(parts + 10, 30)) await appendTo(store, event);
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
    expect(await dataSource.query('SELECT parts FROM read_model.generation')).toEqual([{ parts }]);
    expect(await dataSource.query('SELECT * FROM read_model.across_group')).toEqual([]);
  });
});

describe('an event', () => {
  it('is looked into by its own part only', async () => {
    let handled = 0;
    const store = await logOf(anyHistory(6));
    const { host } = await aProcess(store, 4, divided({ handle: () => void (handled += 1) }));
    await host.catchUp();
    expect(handled).toBe(120);
  });
});

describe('processes that run a divided projection', () => {
  it('share its parts out, and take over those of one that is gone', async () => {
    const store = await logOf(anyHistory(1));
    const first = await aProcess(store, 4);
    await until(async () => (await shares(first.dataSource))['process-1'] === 4);
    const second = await aProcess(store, 4);
    await until(async () => (await shares(first.dataSource))['process-1'] === 2);
    await until(async () => (await shares(first.dataSource))['process-2'] === 2);
    await first.host.stop();
    await until(async () => (await shares(first.dataSource))['process-2'] === 4);
    await appendTo(store, pay('a1', 7));
    await second.host.catchUp();
    expect(await rowsIn(second.dataSource)).toEqual(await cleanBuild(store));
  });
});

describe('a process with few connections for readers', () => {
  it('keeps up as many parts as there are, and answers meanwhile', async () => {
    const store = await logOf(anyHistory(8));
    const { host, dataSource, desk } = await aProcess(store, 8, divided(), 3, 3);
    await host.catchUp();
    await desk.rebuild('toy');
    await until(async () => (await shares(dataSource))['process-1'] === 8);
    await appendTo(store, pay('a1', 7));
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
  });
});

/** An account of bank a that belongs to this part of two. */
function accountOf(part: number): string {
  return (
    accounts.find((account) => account.startsWith('a') && partOf(divided(), `account-${account}`, 2) === part) ?? ''
  );
}

describe('a part that stands still', () => {
  it('holds back what rests on all parts, and the position that readers are told', async () => {
    const store = await logOf([pay('a1', 1), pay('a2', 1), pay('a3', 1), pay('a4', 1)]);
    const { host, dataSource, health, readYourWrites } = await aProcess(store, 2);
    await host.catchUp();
    const [slow, quick] = [accountOf(0), accountOf(1)];
    const before = await rowsIn(dataSource);
    const holder = dataSource.createQueryRunner();
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM read_model.checkpoint WHERE part = 0 FOR UPDATE');
    await appendTo(store, pay(slow, 100));
    const after = await appendTo(store, pay(quick, 100));
    const accountRow = async () =>
      (
        await dataSource.query<{ balance: string }[]>(
          `SELECT balance FROM read_model.toy_account WHERE account = '${quick}'`,
        )
      )[0];
    await until(async () => Number((await accountRow())?.balance) > 100);
    await pause(200);
    expect((await rowsIn(dataSource)).bank).toEqual(before.bank);
    await expect(readYourWrites.waitFor('toy', after, 50)).rejects.toThrow('chưa cập nhật');
    const [{ position, parts } = undefined as never] = (await health.check()).projections;
    expect(BigInt(position ?? 0)).toBeLessThan(after - 1n);
    expect(parts.map(({ part, lagEvents }) => [part, lagEvents])).toEqual([
      [0, 2],
      [1, 0],
      ['stage', 2],
    ]);
    await holder.query('COMMIT');
    await holder.release();
    await readYourWrites.waitFor('toy', after, 20_000);
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
  });
});
