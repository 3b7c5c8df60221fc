import type { EventStore } from '@app/event-store';
import { appendTo, logOf, pay, ToyProcesses, toyProjection, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { RebuildRefused } from './rebuild-errors';

Logger.overrideLogger(false);

const processes = ToyProcesses.ofEachTest();

/** A process with a program of this version, its projection up with the log. */
const caughtUp = (store: EventStore, version = 1) => processes.caughtUp(store, toyProjection({}, version));

const history = () => logOf([pay('a1', 1), pay('b1', 2)]);

async function liveOf(dataSource: DataSource): Promise<number | undefined> {
  const rows = await dataSource.query<{ generation: number }[]>('SELECT generation FROM read_model.current_checkpoint');
  return rows[0]?.generation;
}

/** Inside a transaction of another connection that then commits. */
async function meanwhile(dataSource: DataSource, sql: string, work: () => Promise<void>, last = 'SELECT 1') {
  const other = dataSource.createQueryRunner();
  await other.connect();
  await other.query('BEGIN');
  try {
    await other.query(sql);
    await work();
    await other.query(last);
  } finally {
    await other.query('COMMIT');
    await other.release();
  }
}

const READING = 'SELECT count(*) FROM read_model.toy_bank';

it('is done once, however many ask for it at a time', async () => {
  const { desk } = await caughtUp(await history());
  await desk.rebuild('toy');
  const outcomes = await Promise.allSettled([desk.cutOver('toy'), desk.cutOver('toy'), desk.cutOver('toy')]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of outcomes) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RebuildRefused);
});

it('saves what readers came back to from being dropped', async () => {
  const { desk, dataSource } = await caughtUp(await history());
  await desk.rebuild('toy');
  await desk.cutOver('toy');
  let dropping: Promise<unknown> | undefined;
  const rollBack = `UPDATE read_model.generation SET state = 'retired' WHERE generation = 2;
    UPDATE read_model.generation SET state = 'live' WHERE generation = 1`;
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended('read_model', 0))`;
  const waits = async (): Promise<void> => {
    dropping = desk.drop('toy').catch((error: unknown) => error);
    await until(async () => {
      const waiting = await dataSource.query<object[]>(
        `SELECT FROM pg_locks JOIN pg_database d ON d.oid = database
         WHERE locktype = 'advisory' AND NOT granted AND d.datname = current_database() AND objsubid = 1`,
      );
      return waiting.length > 0;
    });
  };
  await meanwhile(dataSource, lock, waits, rollBack);
  expect(await dropping).toBeInstanceOf(RebuildRefused);
  expect(await dataSource.query('SELECT count(*)::int AS count FROM read_model.toy_account__g1')).toEqual([
    { count: 2 },
  ]);
});

it('gives up before a reader that does not end, and lets the runners go on meanwhile', async () => {
  const store = await history();
  const { desk, dataSource, host } = await caughtUp(store);
  await desk.rebuild('toy');
  await meanwhile(dataSource, READING, async () => {
    let over = false;
    const refused = desk
      .cutOver('toy')
      .catch((error: unknown) => error)
      .finally(() => (over = true));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await appendTo(store, pay('a1', 5));
    await host.catchUp();
    expect(over).toBe(false);
    expect(await refused).toBeInstanceOf(RebuildRefused);
  });
  expect(await desk.cutOver('toy')).toMatchObject({ from: 1, to: 2 });
});

it('of a raised version waits for a reader without holding up its runner, and is tried again though nothing is appended', async () => {
  const store = await history();
  const { dataSource } = await caughtUp(store);
  await meanwhile(dataSource, READING, async () => {
    const next = await caughtUp(store, 2);
    await appendTo(store, pay('a1', 5));
    await next.host.catchUp();
    expect(await liveOf(dataSource)).toBe(1);
  });
  await until(async () => (await liveOf(dataSource)) === 2);
});

it('of a raised version never moves readers back', async () => {
  const store = await history();
  const former = await caughtUp(store);
  await former.host.stop();
  const ahead = (by: number) =>
    former.dataSource.query(`UPDATE read_model.checkpoint SET position = position + ${by} WHERE generation = 1`);
  await ahead(100);
  const next = await caughtUp(store, 2);
  await appendTo(store, pay('a1', 5));
  await next.host.catchUp();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await liveOf(former.dataSource)).toBe(1);
  await ahead(-100);
  await appendTo(store, pay('a1', 5));
  await until(async () => (await liveOf(former.dataSource)) === 2);
});
