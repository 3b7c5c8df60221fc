import { PostgresEventStore } from '@app/event-store';
import { scoredHistory, seed } from '../data/seed';
import type { Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop, latencyFigures } from '../harness/load';
import type { Series } from '../harness/series';
import { ourAppends } from './append';

/** Streams that both logs begin with, and the events of each. */
const UNITS = 50;
const EVENTS = 400;

/** The same work on a log of fifty unit-years and on a long one. */
export const growth: Experiment = {
  rows: ['G2'],
  run: async ({ server, scale, say }) => {
    const databases = [await server.database(), await server.database()];
    const stores = databases.map(({ appUrl }) => PostgresEventStore.open({ url: appUrl }));
    try {
      say('growth: filling the logs');
      await seed(databases[0] as never, scoredHistory(UNITS * EVENTS));
      await seed(databases[1] as never, scoredHistory(scale.longLog));
      const series: Series[] = [];
      for (const { name, units, work } of tasks(scale.slice)) {
        const subjects: Subject[] = stores.map((store, index) => ({
          ...{ name: index === 0 ? 'short log' : 'long log', role: index === 0 ? 'limit' : 'ours' },
          run: work(store),
        }));
        series.push(...(await interleaved({ name, units, subjects, rounds: scale.rounds }, say)));
      }
      return series;
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      for (const database of databases) await database.drop();
    }
  },
};

interface Task {
  readonly name: string;
  readonly units: Readonly<Record<string, string>>;
  readonly work: (store: PostgresEventStore) => Subject['run'];
}

function tasks(ms: number): readonly Task[] {
  const load = { clients: 16, parts: 1 };
  const latencies = { p50: 'ms', p99: 'ms' };
  return [
    { name: 'growth, tail poll', units: latencies, work: (store) => () => pollTail(store, ms) },
    { name: 'growth, stream read', units: latencies, work: (store) => () => readStreams(store, ms) },
    { name: 'growth, append', units: { rate: 'events/s' }, work: (store) => ourAppends(store, load, ms).run },
  ];
}

/** As a reader that has seen everything asks again. */
async function pollTail(store: PostgresEventStore, ms: number) {
  const head = await store.head();
  return closedLoop(1, ms, async () => (await store.page(head, 1_000)).events.length);
}

/** Whole unit-years by turns. */
async function readStreams(store: PostgresEventStore, ms: number) {
  const latencies: number[] = [];
  const end = performance.now() + ms;
  for (let unit = 0; performance.now() < end; unit = (unit + 1) % UNITS) {
    const begun = performance.now();
    let events = 0;
    for await (const { revision } of store.read(`bench-2000.u${unit}`, { upTo: BigInt(EVENTS - 1) }))
      events = Number(revision) + 1;
    if (events !== EVENTS) throw new Error(`A stream of ${EVENTS} events was read as ${events}`);
    latencies.push(performance.now() - begun);
  }
  return latencyFigures(latencies);
}
