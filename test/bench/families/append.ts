import { PostgresEventStore } from '@app/event-store';
import { RawLog } from '../data/raw-log';
import { GrowingStream, scoredEvents } from '../data/scored';
import type { Bench, Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop } from '../harness/load';
import type { Series } from '../harness/series';
import { type Emmett, emmettIsThere, openEmmett } from '../peers/emmett';
import { Pgbench, pgbenchIsThere } from './pgbench';

/** Clients, and events per append. */
interface Load {
  readonly clients: number;
  readonly parts: number;
}

/** Durable appends at the revision expected, each client on streams of its own: what everything else waits for. */
export const appends: readonly Experiment[] = [
  { rows: ['A1'], run: (bench) => contestOf(bench, 'append, 1 client', { clients: 1, parts: 1 }) },
  { rows: ['A2', 'A5'], run: (bench) => contestOf(bench, 'append, 16 clients', { clients: 16, parts: 1 }) },
  { rows: ['A3'], run: (bench) => contestOf(bench, 'append, 64 clients', { clients: 64, parts: 1 }) },
  { rows: ['A4'], run: (bench) => contestOf(bench, 'append 100 events, 16 clients', { clients: 16, parts: 100 }) },
];

async function contestOf({ server, scale, say }: Bench, name: string, load: Load): Promise<Series[]> {
  const database = await server.database();
  const store = PostgresEventStore.open({ url: database.appUrl });
  const raw = await RawLog.open(database, load.clients);
  const emmett = emmettIsThere ? await openEmmett(database.ownerUrl, load.clients) : undefined;
  const pgbench = new Pgbench(database, server.folder);
  const subjects: Subject[] = [
    ourAppends(store, load, scale.slice),
    rawInserts(raw, load, scale.slice),
    ...(emmett ? [emmettAppends(emmett, load, scale.slice)] : []),
    ...(pgbenchIsThere && load.parts === 1
      ? [{ name: 'pgbench', role: 'limit' as const, run: () => pgbench.run(load.clients, scale.slice) }]
      : []),
  ];
  const units = { rate: 'events/s', p50: 'ms', p99: 'ms' };
  try {
    return await interleaved({ name, units, subjects, rounds: scale.rounds }, say);
  } finally {
    await Promise.all([store.close(), raw.close(), emmett?.close()]);
    await database.drop();
  }
}

/** Our log, with the connections that the application gives it. */
export function ourAppends(store: PostgresEventStore, { clients, parts }: Load, ms: number): Subject {
  return clientsOn('PAR Ledger', 'ours', { clients, parts }, ms, async (stream) => {
    const events = scoredEvents(stream.name, stream.size, parts);
    await store.append(stream.name, stream.expected, events);
  });
}

function rawInserts(raw: RawLog, { clients, parts }: Load, ms: number): Subject {
  const name = parts === 1 ? 'node-pg INSERT' : 'node-pg UNNEST';
  return clientsOn(name, 'limit', { clients, parts }, ms, async (stream) => {
    const events = scoredEvents(stream.name, stream.size, parts);
    const [first] = events;
    if (parts > 1) await raw.insertAll(stream.name, stream.size, events);
    else if (first) await raw.insert(stream.name, stream.size, first);
  });
}

/** Emmett's own append, as many connections as clients. */
export function emmettAppends(emmett: Emmett, { clients, parts }: Load, ms: number): Subject {
  return clientsOn('Emmett 0.42.0', 'peer', { clients, parts }, ms, async (stream) => {
    const { expected } = stream;
    const version = expected === 'no-stream' ? 'STREAM_DOES_NOT_EXIST' : expected + 1n;
    const events = scoredEvents(stream.name, stream.size, parts);
    await emmett.append(stream.name, version, events);
  });
}

function clientsOn(
  name: string,
  role: Subject['role'],
  { clients, parts }: Load,
  ms: number,
  append: (stream: GrowingStream) => Promise<void>,
): Subject {
  const prefix = `bench-${name.replaceAll(/\W/g, '')}`;
  const streams = Array.from({ length: clients }, (_, client) => new GrowingStream(`${prefix}.${client}`));
  const run = () =>
    closedLoop(clients, ms, async (client) => {
      const stream = streams[client] as GrowingStream;
      await append(stream);
      stream.grewBy(parts);
      return parts;
    });
  return { name, role, run };
}
