import { appDataSource } from '@app/postgres';
import type { RebuildDesk } from '@app/read-store';
import { generationsIn, testDatabase, ToyProcesses, toyProjection } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Child } from '../stress/kit/child';
import { full, sized } from '../stress/kit/full';
import { Gate } from '../stress/kit/gate';
import { adapters } from '../stress/kit/logs';
import type { RebuilderOptions } from '../stress/programs/rebuilder';
import { openAccount, toyByHand, type ToyLog, toyLog } from './toy-log';

jest.setTimeout(sized(240_000, 1_800_000));
Logger.overrideLogger(false);

/** 65 kB of rows and more, which is one piece of a COPY. */
const ACCOUNTS = 600;
/** Kills of each adapter: three in short, seventy in full. */
const ROUNDS = sized(1, 7);
/** The next rebuilder is at work within this, ms; the short form may share its machine. */
const AT_WORK = sized(30_000, 10_000);

const fullOnly = <One>(...some: One[]): One[] => (full ? some : []);

const cramped = { pageSize: 100, cacheWeight: 50_000 };

/** The rebuilder dies by itself while it loads and settles, and as soon as it follows the log. */
const deaths: readonly Pick<RebuilderOptions, 'dieAt' | 'pageSize' | 'cacheWeight'>[] = [
  ...fullOnly(
    { dieAt: { phase: 'loading', nth: 1 }, ...cramped },
    { dieAt: { phase: 'loading', nth: 30 }, ...cramped },
  ),
  { dieAt: { phase: 'loading', nth: 11 }, ...cramped },
  { dieAt: { copied: 3 }, ...cramped },
  { dieAt: { copied: 2 } }, // Of the one COPY in which all rows go at last: the first piece of them is with the server.
  { dieAt: { phase: 'settling', nth: 1 }, ...cramped },
  ...fullOnly({ dieAt: { phase: 'following', nth: 1 } }),
];

/** In short each adapter has every other one. */
const ofAdapter = <One>(all: readonly One[], adapter: string): readonly One[] =>
  all.filter((_, n) => full || n % 2 === adapters.findIndex((one) => one === adapter));

let log: ToyLog;
let dataSource: DataSource;
let desk: RebuildDesk;
let gate: Gate | undefined;
let accounts: number;
/** How long each rebuilder took to be at work on what the one before it had left, ms. */
let atWorkAfter: Promise<number>[];

afterEach(async () => {
  await gate?.close();
  gate = undefined;
  await log.close();
});
const processes = ToyProcesses.ofEachTest();

/** A read model that holds what the log holds; from here on nobody keeps it up. */
async function open(adapter: (typeof adapters)[number]): Promise<void> {
  [accounts, atWorkAfter] = [ACCOUNTS, []];
  log = await toyLog(adapter, processes.database, accounts);
  const live = await processes.begin(log.store, toyProjection(), {});
  await live.host.start();
  await live.host.catchUp();
  await live.host.stop();
  ({ dataSource, desk } = live);
}

function rebuilder(options: Omit<RebuilderOptions, 'log' | 'url'> = {}, url = processes.database.appUrl): Child {
  const began = performance.now();
  const child = new Child('rebuilder', { log: log.address, url, ...options } satisfies RebuilderOptions);
  const atWork = child.next('at-work').then(() => performance.now() - began);
  atWork.catch(() => undefined); // Told at the end.
  atWorkAfter.push(atWork);
  return child;
}

/** Of every row of both tables of a generation. */
async function hashOf(generation: number, within = dataSource): Promise<string> {
  const rowsOf = (table: string, key: string) =>
    `(SELECT count(*) || ':' || md5(string_agg(t::text, ',' ORDER BY ${key})) FROM read_model.${table}__g${generation} t)`;
  const hashes = `${rowsOf('toy_account', 'account')} || ' ' || ${rowsOf('toy_bank', 'bank')}`;
  const [row] = await within.query<{ hash: string }[]>(`SELECT ${hashes} AS hash`);
  return row?.hash ?? '';
}

/** Both tables of a generation hold what the log comes to up to where they say that they hold it. Answers up to where. */
async function expectWhole(generation: number): Promise<bigint> {
  const [row] = await dataSource.query<{ accounts: unknown; banks: unknown; position: string }[]>(
    `SELECT (SELECT jsonb_agg(to_jsonb(t) ORDER BY account COLLATE "C") FROM read_model.toy_account__g${generation} t) AS accounts,
       (SELECT jsonb_agg(to_jsonb(t) ORDER BY bank) FROM read_model.toy_bank__g${generation} t) AS banks,
       (SELECT position::text FROM read_model.checkpoint WHERE projection = 'toy' AND generation = $1) AS position`,
    [generation],
  );
  const position = BigInt(row?.position ?? -1);
  const { accounts: found, banks } = row ?? {};
  expect({ generation, accounts: found, banks }).toEqual({ generation, ...(await toyByHand(log.store, position)) });
  return position;
}

/** Beside the live generation, which is whole, there is one that is being built. */
async function expectBesideLive(rebuilt: number): Promise<void> {
  expect(await generationsIn(dataSource)).toEqual([
    { generation: 1, state: 'live' },
    { generation: rebuilt, state: 'building' },
  ]);
  await expectWhole(1);
}

/** Kills a rebuilder in the middle of a batch that brings its tables up to the log, before it is done or shows them. */
async function killAt(point: string, rebuilt: number, cutOver: boolean, cut: boolean): Promise<void> {
  await gate?.shut(point);
  for (let more = 0; more < 3; more += 1) await openAccount(log.store, accounts++);
  const child = rebuilder({ cutOver });
  const visitor = (await gate?.visitor()) ?? 0;
  child.signal('SIGKILL');
  expect({ point, how: await child.ended }).toEqual({ point, how: 'SIGKILL' });
  // A server does not notice that its client is gone before it has finished the statement; a crash does not wait for that.
  if (cut) await gate?.cut(visitor);
  await gate?.openAfter(visitor);
  expect(await expectWhole(rebuilt)).toBeLessThan((await log.store.head()) ?? 0n);
}

/** The rows of a rebuild in a database where nothing was ever killed. */
async function hashOfCleanRebuild(): Promise<string> {
  const clean = await testDatabase();
  await rebuilder({}, clean.appUrl).finish();
  const within = await appDataSource(clean.appUrl).initialize();
  const hash = await hashOf(2, within);
  await within.destroy();
  await clean.drop();
  return hash;
}

describe.each(adapters)('over %s', (adapter) => {
  it('a rebuild killed at any point leaves the live tables alone; the next one goes on, misses nothing and doubles nothing', async () => {
    await open(adapter);
    for (let round = 0; round < ROUNDS; round += 1) {
      const rebuilt = round + 2; // A number is given once: what was cancelled keeps its own.
      for (const death of ofAdapter(deaths, adapter)) {
        expect({ death, how: await rebuilder(death).ended }).toEqual({ death, how: 'SIGKILL' });
        await expectBesideLive(rebuilt);
      }
      await desk.rebuild('toy');
      const points = [`toy_bank__g${rebuilt}`, 'checkpoint', ...fullOnly(`toy_account__g${rebuilt}`)];
      gate = await Gate.before(processes.database.appUrl, points);
      for (const [n, point] of ofAdapter(points, adapter).entries()) {
        await killAt(point, rebuilt, (n + round) % 2 === 0, n % 2 === 0);
        await expectBesideLive(rebuilt);
      }
      await gate.close();
      gate = undefined;
      await rebuilder().finish();
      expect(await expectWhole(rebuilt)).toBe(await log.store.head());
      expect(await hashOf(rebuilt)).toBe(await hashOfCleanRebuild());
      expect(await desk.list()).toMatchObject([{ phase: 'following', careful: null }]);
      expect(await desk.compare('toy')).toMatchObject({ live: 1, rebuilt, same: true });
      await desk.cancel('toy');
    }
    expect(Math.max(...(await Promise.all(atWorkAfter)))).toBeLessThan(AT_WORK);
  });
});
