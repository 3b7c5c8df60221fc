import { EventRegistry, type EventStore, logEvents, pause } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import {
  appendTo,
  close,
  dice,
  type HistoryEvent,
  type InMemoryEventStore,
  logOf,
  note,
  pay,
  ProjectionLab,
  type TestDatabase,
  testDatabase,
  type ToyFaults,
  toyProjection,
  toySchemas,
} from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { partOf } from './parts';
import { type AnyProjection, keyOf } from './projection';
import { ProjectionCatalogue } from './projection-catalogue';
import { ProjectionHealth } from './projection-health';
import { ProjectionHost } from './projection-host';
import { QuarantineDesk } from './quarantine-desk';
import { ReadYourWrites } from './read-your-writes';
import { RebuildDesk } from './rebuild/rebuild-desk';

Logger.overrideLogger(false);

const registry = new EventRegistry([...logEvents, ...toySchemas]);

/** Accounts divide the work, those of bank z belong to nobody; banks are added up over all parts. */
function divided(faults: ToyFaults = {}, version = 1): AnyProjection {
  const { settle, ...toy } = toyProjection(faults, version);
  return {
    ...toy,
    dividedBy: (stream) => (keyOf(stream).startsWith('z') ? undefined : keyOf(stream)),
    settle: (banks, { touch }) => Promise.resolve(banks.forEach(touch)),
    across: settle as unknown as NonNullable<AnyProjection['across']>,
  };
}

const accounts = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'c1', 'c2', 'z1'];

function anyHistory(seed: number, length = 120): HistoryEvent[] {
  const roll = dice(seed);
  return Array.from({ length }, (_, number) => {
    const account = accounts[roll(accounts.length)] ?? 'a1';
    return [pay(account, number), pay(account, 1), note(account, `${number}`), close(account)][roll(4)] as HistoryEvent;
  });
}

let database: TestDatabase;
let opened: { host: ProjectionHost; dataSource: DataSource }[];
beforeEach(async () => {
  database = await testDatabase();
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map(({ host }) => host.stop()));
  await Promise.all(opened.map(({ dataSource }) => dataSource.destroy()));
  await database.drop();
});

/** A process: its own connections, its own services; started. */
async function aProcess(store: EventStore, parts: number | undefined, projection = divided(), batchSize = 3, max = 20) {
  const name = `process-${opened.length + 1}`;
  const dataSource = await appDataSource(database.appUrl, { name, max }).initialize();
  const catalogue = new ProjectionCatalogue();
  catalogue.add(projection);
  const options = { beatMs: 50, batchSize, countablePositions: true, parts };
  const host = new ProjectionHost(dataSource, store, registry, catalogue, options);
  opened.push({ host, dataSource });
  const desk = new QuarantineDesk(dataSource, store, registry, catalogue);
  const health = new ProjectionHealth(dataSource, store, new SystemClock(), catalogue, desk, options);
  const rebuilds = new RebuildDesk(dataSource, store, registry, catalogue, options);
  await host.start();
  return { name, dataSource, host, desk, health, rebuilds, readYourWrites: new ReadYourWrites(dataSource) };
}

/** All rows that readers see. */
async function rowsIn(dataSource: DataSource) {
  const all: Record<string, unknown[]> = {};
  for (const table of ['account', 'bank']) {
    const rows = await dataSource.query<{ row: unknown }[]>(
      `SELECT to_jsonb(t) AS row FROM read_model.toy_${table} t ORDER BY t.${table}`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

/** What an undivided projection makes of the same log. */
async function cleanBuild(store: InMemoryEventStore) {
  const lab = await ProjectionLab.open(toyProjection(), store, [...logEvents, ...toySchemas]);
  try {
    await lab.catchUp();
    return await lab.snapshot();
  } finally {
    await lab.close();
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await condition()); await pause(20)) {
    if (Date.now() > end) throw new Error('It did not happen in time');
  }
}

/** How many parts of the work each process runs. */
async function shares(dataSource: DataSource): Promise<Record<string, number>> {
  const rows = await dataSource.query<{ name: string; count: number }[]>(
    `SELECT a.application_name AS name, count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     JOIN generate_series(0, 9) part ON (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('read_model.toy.1/' || part, 0)
     WHERE l.locktype = 'advisory' AND a.datname = current_database() GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

describe('the rows of a divided projection', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 4],
  ])('are those of an undivided one: %i parts in %i processes', async (parts, processes) => {
    const store = await logOf(anyHistory(parts));
    for (let number = 0; number < processes; number += 1) await aProcess(store, parts);
    const [{ host, dataSource } = undefined as never] = opened;
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
    const { host, dataSource, rebuilds } = await aProcess(store, 8, divided(), 3, 3);
    await host.catchUp();
    await rebuilds.rebuild('toy');
    await until(async () => (await shares(dataSource))['process-1'] === 8);
    await appendTo(store, pay('a1', 7));
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
  });
});

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

function refusing(wrong: string): NonNullable<ToyFaults['settle']> {
  return (bank) => {
    if (bank === wrong) throw new Error(`not bank ${wrong}`);
  };
}

/** An account of bank a that belongs to this part of two. */
function accountOf(part: number): string {
  return (
    accounts.find((account) => account.startsWith('a') && partOf(divided(), `account-${account}`, 2) === part) ?? ''
  );
}

describe('what goes wrong in a divided projection', () => {
  it('stops one partition in its part, and goes on in order once it is mended', async () => {
    const store = await logOf([pay('a1', 1), pay('a2', 666), pay('a2', 2), pay('a3', 3), pay('b1', 4)]);
    const faults: ToyFaults = {
      handle: ({ data }) => {
        if ('amount' in data && data.amount === 666) throw new Error('not this one');
      },
    };
    const { host, dataSource, desk, health } = await aProcess(store, 4, divided(faults));
    await host.catchUp();
    expect(await desk.list()).toMatchObject([{ partition: 'account-a2', stage: 'handle', waiting: 2 }]);
    expect((await health.check()).ready).toBe(false);
    delete faults.handle;
    expect(await desk.retry('toy')).toMatchObject([{ partition: 'account-a2', applied: 2, waiting: 0 }]);
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
    const { host, dataSource, desk, health } = await aProcess(store, 2, divided(faults));
    await host.catchUp();
    expect(await rowsIn(dataSource)).toMatchObject({ bank: [{ bank: 'a' }, { bank: 'c' }] });
    expect(await desk.list()).toMatchObject([{ partition: 'b', stage: 'across', error: 'not this bank' }]);
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
    const { host, dataSource, desk, readYourWrites } = await aProcess(store, 2, divided(faults));
    await host.catchUp();
    const after = await store.head();
    await expect(readYourWrites.waitFor('toy', after)).rejects.toThrow('phần “b”');
    const about = { projection: 'toy', generation: 1, partition: 'b' };
    expect(await desk.retry('toy')).toEqual([{ ...about, applied: 0, waiting: 1 }]);
    await expect(readYourWrites.waitFor('toy', after)).rejects.toThrow('phần “b”');
    delete faults.settle;
    expect(await desk.retry('toy', 'another')).toEqual([]);
    expect(await desk.retry('toy', 'b')).toEqual([{ ...about, applied: 1, waiting: 0 }]);
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
    await until(async () => (await next.desk.list()).length === 1);
    await pause(400);
    expect(await rowsIn(next.dataSource)).toEqual(before);
    delete faults.settle;
    await next.desk.retry('toy');
    const states = () => next.dataSource.query('SELECT generation, state FROM read_model.generation ORDER BY 1');
    await until(async () => JSON.stringify(await states()).includes('"generation":2,"state":"live"'));
    faults.settle = refusing('b');
    await next.rebuilds.rebuild('toy');
    await expect(next.rebuilds.cutOver('toy')).rejects.toThrow('Phần “b”');
  });
});

describe('the number of parts', () => {
  it('changes with a rebuild: loaded as one, divided behind it, cut over when all parts are there', async () => {
    const store = await logOf(anyHistory(3));
    const undivided = await aProcess(store, 1);
    await undivided.host.catchUp();
    await undivided.host.stop();
    const { host, dataSource, rebuilds } = await aProcess(store, 4);
    await rebuilds.rebuild('toy');
    expect(await rebuilds.compare('toy')).toMatchObject({ live: 1, rebuilt: 2, same: true });
    for (const event of anyHistory(4, 30)) await appendTo(store, event);
    await rebuilds.cutOver('toy');
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
    const { host, rebuilds } = await aProcess(store, 3);
    await host.catchUp();
    await host.stop();
    const next = await aProcess(store, undefined);
    await next.rebuilds.rebuild('toy');
    await rebuilds.cutOver('toy');
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
    const { host, dataSource, rebuilds } = await aProcess(store, 4, divided(), 100);
    await host.catchUp();
    await rebuilds.rebuild('toy');
    const over = new AbortController();
    const load = (async () => {
      for (const event of anyHistory(12, 5_000)) {
        if (over.signal.aborted) return;
        await appendTo(store, event);
        await pause(5);
      }
    })();
    expect(await rebuilds.compare('toy')).toMatchObject({ live: 1, rebuilt: 2, same: true });
    expect(await rebuilds.cutOver('toy')).toMatchObject({ from: 1, to: 2 });
    expect(await rebuilds.compare('toy')).toMatchObject({ live: 2, rebuilt: 1, same: true });
    expect(await rebuilds.rollBack('toy')).toMatchObject({ from: 2, to: 1 });
    over.abort();
    await load;
    await host.catchUp();
    expect(await rowsIn(dataSource)).toEqual(await cleanBuild(store));
  });
});
