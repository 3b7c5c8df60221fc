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
import { LagWatch } from './lag-watch';

const PER_SECOND = 300;
const UNITS = 8;
const GIVE_UP_MS = 10_000;

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
  const run = (round: number) =>
    underLoad(round, { task, append, reader, table: 'read_model.total_unit', appends: scale.lagAppends });
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
  const run = (round: number) =>
    underLoad(round, { task, append, reader, table: 'total_unit', appends: scale.lagAppends });
  const close = async () => {
    await Promise.all([emmett.close(), reader.end()]);
    await database.drop();
  };
  return { subject: { name: 'Emmett 0.42.0', role: 'peer', run }, close };
}

/** Appends of one round, and where they are looked for. */
interface Round {
  readonly task: ProjectorTask;
  readonly append: Append;
  readonly reader: Pool;
  readonly table: string;
  readonly appends: number;
}

/** The projector runs in a process of its own for the length of the round; it has to keep up from the first append on. */
async function underLoad(round: number, { task, append, reader, table, appends }: Round): Promise<Figures> {
  const projector = await running('projector', task);
  const watch = new LagWatch(Array.from({ length: UNITS }, (_, place) => `r${round + 9}.u${place}`));
  const writing = written(watch, append, appends);
  try {
    await Promise.race([lookUntilSeen(watch, reader, table, appends, writing), projector.ended]);
    const rate = await writing;
    const missing = watch.missing();
    if (missing.length > 0) tellMissing(task, missing.length, appends);
    return { ...latencyFigures([...watch.lags, ...missing]), rate };
  } finally {
    projector.stop();
    await projector.ended;
  }
}

/** At an even pace over all units; answers the rate reached. */
async function written(watch: LagWatch, append: Append, appends: number): Promise<number> {
  const begun = performance.now();
  const writers = watch.units.map(async (unit, place) => {
    for (let number = 0; number * UNITS + place < appends; number += 1) {
      const due = begun + ((number * UNITS + place) * 1000) / PER_SECOND;
      if (due > performance.now()) await pause(due - performance.now());
      await append(unit, number);
      watch.acknowledge(unit);
    }
  });
  await Promise.all(writers);
  return (appends * 1000) / (performance.now() - begun);
}

/** Looks about every millisecond, until everything is seen or nothing more can be expected. */
async function lookUntilSeen(
  watch: LagWatch,
  reader: Pool,
  table: string,
  appends: number,
  writing: Promise<unknown>,
): Promise<void> {
  let until = Infinity;
  const enough = () => void (until = performance.now() + GIVE_UP_MS);
  writing.then(enough, enough);
  while (watch.lags.length < appends && performance.now() < until) {
    const { rows } = await reader
      .query<{ unit: string; number: number }>(shown(table), [watch.units])
      .catch(noTableYet);
    for (const { unit, number } of rows) watch.show(unit, number);
    await pause(1);
  }
}

const shown = (table: string) => `SELECT unit, number FROM ${table} WHERE unit = ANY ($1)`;

/** Emmett makes its table with the first event. */
function noTableYet(error: { code?: string }): { rows: never[] } {
  if (error.code === '42P01') return { rows: [] };
  throw error as Error;
}

/** In our own read model that is a fault, not a figure. With the peer they count with the lag they have reached. */
function tellMissing({ what }: ProjectorTask, missing: number, appends: number): void {
  const sentence = `${missing} of ${appends} appends were never seen in the read model within ${GIVE_UP_MS / 1000} s`;
  if (what === 'simple') throw new Error(sentence);
  process.stderr.write(`Emmett: ${sentence}\n`);
}
