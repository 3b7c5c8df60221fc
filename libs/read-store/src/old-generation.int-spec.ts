import { pause } from '@app/event-store';
import {
  appendTo,
  generationsIn,
  type InMemoryEventStore,
  logOf,
  pay,
  ToyProcesses,
  toyProjection,
  until,
} from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ask, type Question } from './ask';

Logger.overrideLogger(false);

/** Every program has looked again what it is to keep up, and whether a lock has become free. */
const LOOKED_AGAIN_MS = 2_500;

const processes = ToyProcesses.ofEachTest();

/** What programs of version 1 ask; the tables of version 2 have the same columns, so nothing but its version keeps its program from them. */
const balances: Question = {
  projection: 'toy',
  version: 1,
  text: `SELECT a.tableoid::regclass::text AS "from", a.account, a.balance, b.balance AS bank
    FROM read_model.toy_account a JOIN read_model.toy_bank b ON b.bank = left(a.account, 1) ORDER BY 2`,
};

/** The programs of both versions at work, and version 2 has taken over. */
async function bothAtWork() {
  const store = await logOf([pay('a1', 1), pay('b1', 2)]);
  const former = await processes.caughtUp(store);
  const next = await processes.caughtUp(store, toyProjection({}, 2));
  await until(async () => (await liveIn(next.dataSource)) === 2);
  return { store, former, next };
}

async function liveIn(dataSource: DataSource): Promise<number | undefined> {
  return (await generationsIn(dataSource)).find(({ state }) => state === 'live')?.generation;
}

/** Up to which event of the log a generation goes. */
async function positionOf(dataSource: DataSource, generation: number): Promise<bigint> {
  const [found] = await dataSource.query<{ position: string }[]>(
    'SELECT position FROM read_model.checkpoint WHERE generation = $1',
    [generation],
  );
  return BigInt(found?.position ?? -1);
}

/** Resolves when a generation holds what the log holds now. */
const caughtUp = (dataSource: DataSource, generation: number, store: InMemoryEventStore) =>
  until(async () => (await positionOf(dataSource, generation)) === (await store.head()));

describe('what a raised version took over from', () => {
  it('is kept up by the programs of its version, so that rolling back shows the newest rows', async () => {
    const { store, former, next } = await bothAtWork();
    await pause(LOOKED_AGAIN_MS);
    await appendTo(store, pay('a1', 5));
    await caughtUp(next.dataSource, 1, store);
    await caughtUp(next.dataSource, 2, store);
    const rows = (generation: number, balance: string) => [
      { from: `read_model.toy_account__g${generation}`, account: 'a1', balance, bank: balance },
      { from: `read_model.toy_account__g${generation}`, account: 'b1', balance: '2', bank: '2' },
    ];
    expect(await ask(former.dataSource, balances)).toEqual(rows(2, '6'));
    expect(await next.desk.rollBack('toy')).toMatchObject({ from: 2, to: 1, position: String(await store.head()) });
    for (const { dataSource } of [former, next]) expect(await ask(dataSource, balances)).toEqual(rows(1, '6'));
    await appendTo(store, pay('a1', 3));
    await former.host.catchUp();
    expect(await ask(former.dataSource, balances)).toEqual(rows(1, '9'));
    await caughtUp(next.dataSource, 2, store);
    expect(await former.desk.rollBack('toy')).toMatchObject({ from: 1, to: 2 });
    expect(await ask(former.dataSource, balances)).toEqual(rows(2, '9'));
  });

  it('is not touched by those of the raised version: rolling back to it waits for one of its own', async () => {
    const { store, former, next } = await bothAtWork();
    await former.host.stop();
    const left = await positionOf(next.dataSource, 1);
    await appendTo(store, pay('a1', 5));
    await next.host.catchUp();
    const rolling = next.desk.rollBack('toy');
    await pause(LOOKED_AGAIN_MS);
    expect(await positionOf(next.dataSource, 1)).toBe(left);
    expect(await liveIn(next.dataSource)).toBe(2);
    await processes.caughtUp(store);
    expect(await rolling).toMatchObject({ from: 2, to: 1, position: String(await store.head()) });
    expect(await ask(next.dataSource, balances)).toMatchObject([{ account: 'a1', balance: '6', bank: '6' }, {}]);
  });
});
