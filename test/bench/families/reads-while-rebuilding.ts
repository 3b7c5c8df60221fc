import { GetRanking, GetRankingHistory } from '@app/ranking';
import { ProjectionHost, SPARE_HEAP_FLAGS } from '@app/read-store';
import { QueryBus } from '@nestjs/cqrs';
import type { RebuildTask } from '../children/rebuild';
import { seedNation } from '../data/nation';
import { blocks, lastYear, publishedYears } from '../data/published-years';
import { seed } from '../data/seed';
import type { Experiment } from '../harness/bench';
import { inProcess } from '../harness/child';
import { interleaved, type Subject } from '../harness/contest';
import { latencyFigures } from '../harness/load';
import { openBenchLedger } from './ledger';

/** Questions of the ranking page every few milliseconds, with and without a rebuild of everything in another process. */
export const readsWhileRebuilding: Experiment = {
  rows: ['R4'],
  run: async ({ server, scale, say }) => {
    const database = await server.database();
    say('reads during a rebuild: filling the log');
    await seed(database, publishedYears(2)); // What is asked about,
    await seedNation(database, scale.rebuild[0]); // and many files besides.
    const { app, close } = await openBenchLedger(database.appUrl);
    try {
      const host = app.get(ProjectionHost);
      await host.start();
      await host.catchUp();
      const bus = app.get(QueryBus);
      const task: RebuildTask = { url: database.appUrl, cancel: true };
      const subjects: Subject[] = [
        { name: 'while rebuilding', role: 'ours', run: () => asked(bus, inProcess('rebuild', task, SPARE_HEAP_FLAGS)) },
        { name: 'quiet', role: 'limit', run: () => asked(bus, quiet(scale.slice)) },
      ];
      const contest = { name: 'reads', units: { p50: 'ms', p99: 'ms' }, subjects, rounds: scale.rounds };
      return await interleaved({ ...contest, warmUps: 0 }, say);
    } finally {
      await close();
      await database.drop();
    }
  },
};

const PAUSE_MS = 2;

/** Until the other work has ended; a question that fails fails the experiment. */
async function asked(bus: QueryBus, other: Promise<unknown>) {
  const latencies: number[] = [];
  const over = new AbortController();
  const end = () => over.abort();
  other.then(end, end);
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    const { blockId = '', units = [] } = blocks[turn % blocks.length] ?? {};
    const history = new GetRankingHistory({ unitId: units[turn % units.length] ?? '' });
    const begun = performance.now();
    await (turn % 2 ? bus.execute(new GetRanking({ year: lastYear, blockId })) : bus.execute(history));
    latencies.push(performance.now() - begun);
    await quiet(PAUSE_MS);
  }
  await other;
  return latencyFigures(latencies);
}

const quiet = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
