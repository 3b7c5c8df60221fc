import { SPARE_HEAP_FLAGS } from '@app/read-store';
import type { RebuildTask } from '../children/rebuild';
import { type LogSize, logSize, seedNation } from '../data/nation';
import type { Bench, Experiment } from '../harness/bench';
import { inProcess } from '../harness/child';
import { type Figures, interleaved, type Subject } from '../harness/contest';
import type { Series } from '../harness/series';
import { costExponent } from '../harness/statistics';
import type { BenchDatabase } from '../harness/server';
import { emmettIsThere } from '../peers/emmett';
import { emmettCatchUp, emmettLog } from './catch-up';
import { dropDumps, rebuildLimit } from './rebuild-limit';

/** Emmett is too slow to be given as many. */
const PEER_EVENTS = 10_000;

/** All read models anew, in a process of its own, beside what no rebuild can beat. */
export const rebuild: Experiment = {
  rows: ['R1', 'R2'],
  run: async (bench) => {
    const { server, scale, say } = bench;
    const [, middle] = scale.rebuild;
    say(`rebuild: filling a log of about ${middle} events`);
    const log = await server.database();
    const events = await seedNation(log, middle);
    const rebuilt = await server.database(log);
    await inProcess('rebuild', { url: rebuilt.appUrl, cancel: false } satisfies RebuildTask, SPARE_HEAP_FLAGS);
    const peerEvents = Math.min(middle, PEER_EVENTS);
    const theirs = emmettIsThere ? await emmettLog(bench, peerEvents) : undefined;
    const subjects: Subject[] = [
      { name: 'PAR Ledger', role: 'ours', run: () => ourRebuild(log, events) },
      await rebuildLimit(rebuilt, server.folder, events),
      ...(theirs ? [emmettCatchUp(theirs, peerEvents)] : []),
    ];
    const contest = { name: 'rebuild', units: { rate: 'events/s', peak: 'MB' }, subjects, rounds: scale.rebuildRounds };
    try {
      return await interleaved({ ...contest, warmUps: 0 }, say);
    } finally {
      dropDumps(server.folder);
      for (const database of [log, rebuilt, theirs]) await database?.drop();
    }
  },
};

/** What a rebuild of a long log costs more than one of a short log: memory, and time per event. */
export const rebuildGrowth: Experiment = {
  rows: ['R3', 'G1'],
  run: async (bench) => {
    const [small, , large] = bench.scale.rebuild;
    const logs = [await filled(bench, 'small log', small), await filled(bench, 'large log', large)] as const;
    const subjects = logs.map(({ name, role, database, size }) => {
      return { name, role, run: () => ourRebuild(database, size.events) };
    });
    try {
      const rebuilt = { name: GROWTH, units: { rate: 'events/s', seconds: 's', peak: 'MB' }, subjects };
      const series = await interleaved({ ...rebuilt, rounds: bench.scale.growthRounds, warmUps: 0 }, bench.say);
      return [...series, exponentOf(logs, series), ...logs.flatMap(sizesOf)];
    } finally {
      for (const { database } of logs) await database.drop();
    }
  },
};

const GROWTH = 'rebuild, growth';

interface FilledLog {
  readonly name: 'small log' | 'large log';
  readonly role: Series['role'];
  readonly database: BenchDatabase;
  readonly size: LogSize;
}

async function filled({ server, say }: Bench, name: FilledLog['name'], about: number): Promise<FilledLog> {
  say(`${GROWTH}: filling a log of about ${about} events`);
  const database = await server.database();
  await seedNation(database, about);
  return { name, role: name === 'small log' ? 'limit' : 'ours', database, size: await logSize(database) };
}

/** Round by round. */
function exponentOf([short, long]: readonly [FilledLog, FilledLog], series: readonly Series[]): Series {
  const of = ({ name }: FilledLog) =>
    series.find(({ subject, figure }) => subject === name && figure === 'seconds')?.values ?? [];
  const values = of(long).map((cost, round) =>
    costExponent({ size: short.size.events, cost: of(short)[round] ?? NaN }, { size: long.size.events, cost }),
  );
  return { contest: GROWTH, subject: 'PAR Ledger', role: 'ours', figure: 'exponent', unit: '', values };
}

/** What does not change from round to round. */
function sizesOf({ name: subject, role, size }: FilledLog): Series[] {
  const of = { contest: GROWTH, subject, role };
  return [
    { ...of, figure: 'log', unit: 'events', values: [size.events] },
    { ...of, figure: 'rows', unit: 'bytes/event', values: [size.rows] },
    { ...of, figure: 'indexes', unit: 'bytes/event', values: [size.indexes] },
  ];
}

/** Beside the live read models, and taken away again, so that the same log serves the next round. */
async function ourRebuild({ appUrl }: BenchDatabase, events: number): Promise<Figures> {
  const task: RebuildTask = { url: appUrl, cancel: true };
  const { seconds, peak } = await inProcess<{ seconds: number }>('rebuild', task, SPARE_HEAP_FLAGS);
  return { rate: events / seconds, seconds, peak };
}
