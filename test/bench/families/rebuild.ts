import type { RebuildTask } from '../children/rebuild';
import { seed } from '../data/seed';
import { unitYears } from '../data/unit-years';
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
    say(`rebuild: filling a log of ${middle} events`);
    const log = await server.database();
    const events = await seed(log, unitYears(middle));
    const rebuilt = await server.database(log);
    await inProcess('rebuild', { url: rebuilt.appUrl, cancel: false } satisfies RebuildTask);
    const peerEvents = Math.min(middle, PEER_EVENTS);
    const theirs = emmettIsThere ? await emmettLog(bench, peerEvents) : undefined;
    const subjects: Subject[] = [
      { name: 'PAR Ledger', role: 'ours', run: () => ourRebuild(bench, log, events) },
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
    const short = await measured(bench, 'small log', small);
    const long = await measured(bench, 'large log', large);
    const exponents = long.seconds.map((cost, round) =>
      costExponent({ size: short.events, cost: short.seconds[round] ?? NaN }, { size: long.events, cost }),
    );
    const contest = 'rebuild, growth';
    const exponent: Series = {
      contest,
      subject: 'PAR Ledger',
      role: 'ours',
      figure: 'exponent',
      unit: '',
      values: exponents,
    };
    return [...short.series, ...long.series, exponent];
  },
};

interface Measured {
  readonly events: number;
  readonly seconds: readonly number[];
  readonly series: readonly Series[];
}

async function measured(bench: Bench, subject: 'small log' | 'large log', size: number): Promise<Measured> {
  const { server, scale, say } = bench;
  say(`rebuild, growth: filling a log of ${size} events`);
  const log = await server.database();
  const events = await seed(log, unitYears(size));
  const runs: Figures[] = [];
  for (let round = 0; round < scale.growthRounds; round += 1) {
    say(`rebuild, growth: round ${round + 1} of ${scale.growthRounds}, ${subject}`);
    runs.push(await ourRebuild(bench, log, events));
  }
  await log.drop();
  const values = (figure: string) => runs.map((run) => run[figure] ?? NaN);
  const role = subject === 'small log' ? 'limit' : 'ours';
  const of = { contest: 'rebuild, growth', subject: `${subject}`, role } as const;
  const series = [
    { ...of, figure: 'peak', unit: 'MB', values: values('peak') },
    { ...of, figure: 'rate', unit: 'events/s', values: values('rate') },
  ];
  return { events, seconds: values('rate').map((rate) => events / rate), series };
}

/** On a fresh copy of the log. */
async function ourRebuild({ server }: Bench, log: BenchDatabase, events: number): Promise<Figures> {
  const copy = await server.database(log);
  const task: RebuildTask = { url: copy.appUrl, cancel: false };
  try {
    const { seconds, peak } = await inProcess<{ seconds: number }>('rebuild', task);
    return { rate: events / seconds, peak };
  } finally {
    await copy.drop();
  }
}
