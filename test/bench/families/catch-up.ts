import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { CatchUpTask } from '../children/catch-up';
import { seedNation } from '../data/nation';
import { scoredHistory, seed } from '../data/seed';
import type { Bench, Experiment } from '../harness/bench';
import { inProcess } from '../harness/child';
import { type Contest, type Figures, interleaved, type Subject } from '../harness/contest';
import { rateOf } from '../harness/load';
import type { Series } from '../harness/series';
import { type BenchDatabase, connected } from '../harness/server';
import { emmettIsThere, openEmmett } from '../peers/emmett';

const units = { rate: 'events/s', peak: 'MB' };

/** From nothing to the end of the log, one total per unit. */
export const simpleCatchUp: Experiment = {
  rows: ['P1'],
  run: async (bench) => {
    const { server, scale, say } = bench;
    const log = await server.database();
    say('catch-up, simple: filling the logs');
    const events = await seed(log, scoredHistory(scale.simpleCatchUp));
    const theirs = emmettIsThere ? await emmettLog(bench, scale.simpleCatchUp) : undefined;
    const subjects: Subject[] = [
      ourCatchUp(bench, 'simple', log, events),
      copyOut(log, events),
      ...(theirs ? [emmettCatchUp(theirs, scale.simpleCatchUp)] : []),
    ];
    const contest = { name: 'catch-up, simple', units, subjects, rounds: scale.rounds };
    return interleaved(contest, say).finally(() => dropAll(log, theirs));
  },
};

/** Of the larger logs: as many as make a range, and no more than the time allows. */
const LARGER_ROUNDS = 3;

/** The same with everything that the application shows: scorecard, ranking, accountability. */
export const realCatchUp: Experiment = {
  rows: ['P2'],
  run: async (bench) => {
    const [first = 0, ...larger] = bench.scale.realCatchUp;
    const contest = { name: 'catch-up, real', units, rounds: bench.scale.rounds };
    const series = [...(await realContest(bench, contest, first))];
    for (const size of larger) {
      const rare = { name: `catch-up, real, ${size / 1000}k`, units, rounds: LARGER_ROUNDS, warmUps: 0 };
      series.push(...(await realContest(bench, rare, size)));
    }
    return series;
  },
};

async function realContest(bench: Bench, contest: Omit<Contest, 'subjects'>, size: number): Promise<Series[]> {
  const log = await bench.server.database();
  bench.say(`${contest.name}: filling the log`);
  const events = await seedNation(log, size);
  const subjects = [ourCatchUp(bench, 'real', log, events), copyOut(log, events)];
  return interleaved({ ...contest, subjects }, bench.say).finally(() => log.drop());
}

/** In a process of its own, each round on a fresh copy of the log. */
function ourCatchUp({ server }: Bench, what: 'simple' | 'real', log: BenchDatabase, events: number): Subject {
  const run = async (): Promise<Figures> => {
    const copy = await server.database(log);
    try {
      return await timed({ what, url: copy.appUrl }, events);
    } finally {
      await copy.drop();
    }
  };
  return { name: 'PAR Ledger', role: 'ours', run };
}

/** Every byte of the log through one connection, looked at by nobody. */
export function copyOut(log: BenchDatabase, events: number): Subject {
  const run = async (): Promise<Figures> => {
    const client = await connected(log.ownerUrl);
    try {
      return await rateOf(events, () => logDrained(client));
    } finally {
      await client.end();
    }
  };
  return { name: 'COPY out', role: 'limit', run };
}

/** Every byte of the log, in order. */
export function logDrained(client: Client): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return pipeline(client.query(copyTo('COPY (SELECT * FROM log.events ORDER BY position) TO STDOUT')), nowhere);
}

async function timed(task: CatchUpTask, events: number): Promise<Figures> {
  const { seconds, peak } = await inProcess<{ seconds: number }>('catch-up', task);
  return { rate: events / seconds, peak };
}

/** The same events in Emmett's own tables. */
export async function emmettLog({ server }: Bench, count: number): Promise<BenchDatabase> {
  const database = await server.database();
  const emmett = await openEmmett(database.ownerUrl, 4);
  const streams = new Map<string, object[]>();
  for (const { stream, type, data } of scoredHistory(count)) {
    const events = streams.get(stream) ?? [];
    streams.set(stream, events);
    events.push({ type, data, metadata: {} });
  }
  try {
    for (const [stream, events] of streams) await emmett.append(stream, 'STREAM_DOES_NOT_EXIST', events as never);
  } finally {
    await emmett.close();
  }
  return database;
}

/** Its asynchronous projection at its best setting: batches of 5,000, 1 ms between polls. A table of its own each round. */
export function emmettCatchUp(log: BenchDatabase, events: number): Subject {
  const run = (round: number) => timed({ what: 'emmett', url: log.ownerUrl, table: `total_${round + 9}` }, events);
  return { name: 'Emmett 0.42.0', role: 'peer', run };
}

async function dropAll(...databases: readonly (BenchDatabase | undefined)[]): Promise<void> {
  for (const database of databases) await database?.drop();
}
