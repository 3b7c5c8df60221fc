import { setTimeout as pause } from 'node:timers/promises';
import { PostgresEventStore } from '@app/event-store';
import { Pool } from 'pg';
import type { ProjectorTask } from '../children/projector';
import { scoredEvents } from '../data/scored';
import { giveIdentity } from '../data/seed';
import type { Bench, Experiment } from '../harness/bench';
import { running } from '../harness/child';
import { type Figures, interleaved, type Subject } from '../harness/contest';
import { latencyFigures } from '../harness/load';
import { emmettIsThere, openEmmett } from '../peers/emmett';

const PER_SECOND = 300;
const UNITS = 8;
const GIVE_UP_MS = 30_000;

/** One event of a unit: its number in the unit's stream, from 0. */
type Append = (unit: string, number: number) => Promise<void>;

/** From the acknowledgement of an append to the moment when a reader sees it in the read model, at 300 appends a second. */
export const lag: Experiment = {
  rows: ['P3'],
  run: async (bench) => {
    const { scale, say } = bench;
    const ours = await ourSide(bench);
    const theirs = emmettIsThere ? await emmettSide(bench) : undefined;
    const sides = [ours, ...(theirs ? [theirs] : [])];
    const subjects = sides.map(({ subject }) => subject);
    const units = { p50: 'ms', p99: 'ms', rate: 'appends/s' };
    try {
      return await interleaved({ name: 'lag', units, subjects, rounds: scale.rounds }, say);
    } finally {
      for (const { close } of sides) await close();
    }
  },
};

interface Side {
  readonly subject: Subject;
  close(): Promise<void>;
}

async function ourSide({ server, scale }: Bench): Promise<Side> {
  const database = await server.database();
  await giveIdentity(database);
  const store = PostgresEventStore.open({ url: database.appUrl });
  const append: Append = async (unit, number) => {
    const expected = number === 0 ? 'no-stream' : BigInt(number - 1);
    await store.append(`bench-${unit}`, expected, scoredEvents(unit, number, 1));
  };
  const task: ProjectorTask = { what: 'simple', url: database.appUrl };
  const reader = new Pool({ connectionString: database.appUrl, max: 1 });
  const run = (round: number) => underLoad(round, task, append, reader, 'read_model.total_unit', scale.lagAppends);
  const close = async () => {
    await Promise.all([store.close(), reader.end()]);
    await database.drop();
  };
  return { subject: { name: 'PAR Ledger', role: 'ours', run }, close };
}

async function emmettSide({ server, scale }: Bench): Promise<Side> {
  const database = await server.database();
  const emmett = await openEmmett(database.ownerUrl, UNITS);
  const append: Append = async (unit, number) => {
    const expected = number === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(number);
    await emmett.append(`bench-${unit}`, expected, scoredEvents(unit, number, 1));
  };
  const task: ProjectorTask = { what: 'emmett', url: database.ownerUrl };
  const reader = new Pool({ connectionString: database.ownerUrl, max: 1 });
  const run = (round: number) => underLoad(round, task, append, reader, 'total_unit', scale.lagAppends);
  const close = async () => {
    await Promise.all([emmett.close(), reader.end()]);
    await database.drop();
  };
  return { subject: { name: 'Emmett 0.42.0', role: 'peer', run }, close };
}

/** The projector runs in a process of its own for the length of the round; it has to keep up from the first append on. */
async function underLoad(
  round: number,
  task: ProjectorTask,
  append: Append,
  reader: Pool,
  table: string,
  appends: number,
): Promise<Figures> {
  const projector = await running('projector', task);
  const lags: number[] = [];
  const waiting = new Map<string, number[]>();
  const begun = performance.now();
  const writers = Array.from({ length: UNITS }, async (_, place) => {
    const unit = `r${round + 9}.u${place}`;
    const acknowledged: number[] = [];
    waiting.set(unit, acknowledged);
    for (let number = 0; number * UNITS + place < appends; number += 1) {
      const due = begun + ((number * UNITS + place) * 1000) / PER_SECOND;
      if (due > performance.now()) await pause(due - performance.now());
      await append(unit, number);
      acknowledged.push(performance.now());
    }
  });
  let rate = 0;
  const written = Promise.all(writers).then(() => (rate = (appends * 1000) / (performance.now() - begun)));
  try {
    await watch(reader, table, waiting, lags, appends, written);
  } finally {
    await projector.stop();
  }
  return { ...latencyFigures(lags), rate };
}

/** Looks about every millisecond how far the read model is, until it shows everything. */
async function watch(
  reader: Pool,
  table: string,
  waiting: ReadonlyMap<string, readonly number[]>,
  lags: number[],
  appends: number,
  written: Promise<unknown>,
): Promise<void> {
  const seen = new Map<string, number>();
  let until = Infinity;
  written.then(
    () => (until = performance.now() + GIVE_UP_MS),
    () => (until = 0),
  );
  while (lags.length < appends) {
    if (performance.now() > until)
      await written.then(() => Promise.reject(new Error('The read model never caught up')));
    const { rows } = await reader
      .query<{ unit: string; number: number }>(unitsOf(table), [[...waiting.keys()]])
      .catch(noTableYet);
    const now = performance.now();
    for (const { unit, number } of rows) {
      const acknowledged = waiting.get(unit) ?? [];
      // An event may be seen before its append is acknowledged here; that is no lag.
      for (let next = seen.get(unit) ?? 0; next <= number && next < acknowledged.length; next += 1) {
        lags.push(Math.max(0, now - (acknowledged[next] ?? now)));
        seen.set(unit, next + 1);
      }
    }
    await pause(1);
  }
}

const unitsOf = (table: string) => `SELECT unit, number FROM ${table} WHERE unit = ANY ($1)`;

/** Emmett makes its table with the first event. */
function noTableYet(error: { code?: string }): { rows: never[] } {
  if (error.code === '42P01') return { rows: [] };
  throw error as Error;
}
