import { pause } from '@app/event-store';
import { ask, type RebuildDesk } from '@app/read-store';
import { generationsIn, ToyProcesses, until } from '@app/testing';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { Child } from '../stress/kit/child';
import { sized } from '../stress/kit/full';
import { adapters } from '../stress/kit/logs';
import { rowsOfOne, type RowsOfOne } from './rows-of-one';
import { type ToyLog, toyLog } from './toy-log';

/** Of cut-overs, and as many of roll-backs. */
const KILLS = sized(1, 50);
/** A new process answers within this after a kill, ms; the short form may share its machine. */
const ANSWERED = sized(30_000, 10_000);
/** Readers see the former generation again within this, ms. */
const ROLLED_BACK = sized(20_000, 1_000);

jest.setTimeout(sized(240_000, 1_800_000));
Logger.overrideLogger(false);

type Work = 'cutOver' | 'rollBack';

/** When the program is killed: waiting for what another transaction holds, as soon as readers see the other generation, or at any instant. */
const MOMENTS: readonly ({ readonly held: string } | 'seen' | 'any')[] = [
  { held: 'SELECT FROM read_model.toy_bank' }, // One view is changed, the other is not.
  { held: 'LOCK TABLE read_model.rebuild_group IN SHARE MODE' }, // The generations have changed places, no view has.
  { held: 'SELECT FROM read_model.generation FOR UPDATE' },
  'seen',
  { held: 'SELECT FROM read_model.checkpoint FOR UPDATE' },
  'any',
];

let log: ToyLog;
let dataSource: DataSource;
let desk: RebuildDesk;
let operator: Child;
let operators = 0;
let leave: () => Promise<{ readonly asked: number; readonly wrong: readonly unknown[] }>;

// Before the processes end, and their database with them.
afterEach(async () => {
  await leave();
  operator.signal('SIGKILL');
  await operator.ended;
  await log.close();
});
const processes = ToyProcesses.ofEachTest();

function anOperator(): void {
  operators += 1;
  operator = new Child('../../rebuild/operator', {
    log: log.address,
    url: processes.database.appUrl,
    name: `operator-${operators}`,
  });
}

/** Which one readers see; there is never none, nor two. */
async function live(): Promise<number> {
  const generations = (await generationsIn(dataSource)).filter(({ state }) => state === 'live');
  expect(generations).toHaveLength(1);
  return generations[0]?.generation ?? 0;
}

/** All of the log's rows, from this generation: an account has 9 and its number, the 50th and the 100th were closed. */
const rowsFrom = (generation: number): RowsOfOne => [
  { from: `read_model.toy_account__g${generation}`, rows: 98, sum: SUM },
  { from: `read_model.toy_bank__g${generation}`, rows: 8, sum: SUM },
];
const SUM = (100 * 99) / 2 - 49 - 99 + 98 * 9;

/** The tables behind the views. */
async function shown(): Promise<string> {
  const [row] = await dataSource.query<{ tables: string }[]>(
    `SELECT string_agg(DISTINCT table_name, ' ' ORDER BY table_name) AS tables FROM information_schema.view_table_usage
     WHERE view_schema = 'read_model' AND view_name LIKE 'toy%'`,
  );
  return row?.tables ?? '';
}

const isGone = async (name: string): Promise<boolean> =>
  (await dataSource.query<object[]>('SELECT FROM pg_stat_activity WHERE application_name = $1', [name])).length === 0;

/** Tells the operator to do it and kills it on the way. */
async function kill(work: Work, to: number, moment: (typeof MOMENTS)[number], after: number) {
  const die = async (): Promise<void> => {
    operator.signal('SIGKILL');
    expect(await operator.ended).toBe('SIGKILL');
  };
  if (typeof moment === 'object') return whileHeld(moment.held, () => operator.tell({ work }), die);
  operator.tell({ work });
  if (moment === 'any') await pause(after);
  else for (; (await live()) !== to;) await pause(1);
  return die();
}

/** Does the second once the first has led to waiting for what is held. */
async function whileHeld(held: string, first: () => void, second: () => Promise<void>): Promise<void> {
  const other = dataSource.createQueryRunner();
  const [own] = (await other.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
  await other.query('BEGIN');
  try {
    await other.query(held);
    first();
    const waiting = `SELECT FROM pg_stat_activity WHERE application_name LIKE 'operator-%' AND $1 = ANY (pg_blocking_pids(pid))`;
    await until(async () => (await dataSource.query<object[]>(waiting, [own?.pid])).length > 0);
    await second();
  } finally {
    await other.query('ROLLBACK');
    await other.release();
  }
}

/** Asks again and again until it is told to stop; how often, and every answer that was not all the rows of one generation. */
function aReader(): typeof leave {
  const stop = new AbortController();
  const wrong: unknown[] = [];
  const once = async (): Promise<void> => {
    const answer = await ask<RowsOfOne[number]>(dataSource, rowsOfOne);
    const generation = /\d+$/.exec(answer[0]?.from ?? '')?.[0];
    if (JSON.stringify(answer) !== JSON.stringify(rowsFrom(Number(generation)))) wrong.push(answer);
  };
  const reading = (async () => {
    let asked = 0;
    for (; !stop.signal.aborted; asked += 1, await pause(10)) await once().catch((error: unknown) => wrong.push(error));
    return asked;
  })();
  return async () => {
    stop.abort();
    return { asked: await reading, wrong };
  };
}

async function open(adapter: (typeof adapters)[number]): Promise<void> {
  log = await toyLog(adapter, processes.database, 100);
  ({ dataSource, desk } = await processes.caughtUp(log.store));
  leave = aReader();
  anOperator();
}

it.each(adapters)(
  'over %s, a program killed while it cuts over or rolls back leaves one generation to readers, whole, and the next one does it',
  async (adapter) => {
    await open(adapter);
    const answeredAfter: number[] = [];
    const rolledBackAfter: number[] = [];

    async function killedAndDone(work: Work, [from, to]: readonly [number, number], round: number): Promise<void> {
      const moment = MOMENTS[round % MOMENTS.length] ?? 'any';
      const killed = `operator-${operators}`;
      await kill(work, to, moment, (round * 37) % 400);
      const since = performance.now();
      anOperator();
      await until(() => isGone(killed));
      const seen = await live();
      if (moment !== 'any') expect({ moment, seen }).toEqual({ moment, seen: moment === 'seen' ? to : from });
      operator.tell({ work: 'ask' });
      expect(await operator.next('answered')).toMatchObject({ answer: rowsFrom(seen) });
      answeredAfter.push(performance.now() - since);
      expect(await ask(dataSource, rowsOfOne)).toEqual(rowsFrom(seen));
      expect(await shown()).toBe(`toy_account__g${seen} toy_bank__g${seen}`);
      if (seen === to) return;
      operator.tell({ work });
      const { ms, ...done } = await operator.next('switched');
      expect(done).toMatchObject({ from, to });
      if (work === 'rollBack') rolledBackAfter.push(Number(ms));
      expect(await live()).toBe(to);
      expect(await ask(dataSource, rowsOfOne)).toEqual(rowsFrom(to));
      expect(await shown()).toBe(`toy_account__g${to} toy_bank__g${to}`);
    }

    for (let round = 0; round < KILLS; round += 1) {
      await desk.rebuild('toy');
      const rebuilt = round + 2;
      await killedAndDone('cutOver', [1, rebuilt], round);
      await killedAndDone('rollBack', [rebuilt, 1], round);
      expect(await desk.compare('toy')).toMatchObject({ live: 1, rebuilt, same: true });
      expect(await desk.drop('toy')).toEqual([rebuilt]);
    }
    const { asked, wrong } = await leave();
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(KILLS * 20);
    expect(Math.max(...answeredAfter)).toBeLessThan(ANSWERED);
    expect(Math.max(...rolledBackAfter)).toBeLessThan(ROLLED_BACK);
  },
);
