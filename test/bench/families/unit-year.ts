import { EventRegistry, PostgresEventStore } from '@app/event-store';
import { Pool } from 'pg';
import { scored } from '../data/scored';
import { scoredHistory, seed } from '../data/seed';
import type { Experiment } from '../harness/bench';
import { interleaved, type Subject } from '../harness/contest';
import { closedLoop } from '../harness/load';
import { emmettIsThere, openEmmett } from '../peers/emmett';
import { emmettLog } from './catch-up';

const EVENTS = 400;
const SELECT = `SELECT position, stream, revision, id, type, data, metadata FROM log.events WHERE stream = $1 ORDER BY revision`;

/** An auditor replays one unit-year of 400 events: read in order, and decoded to its newest shape. */
export const unitYear: Experiment = {
  rows: ['Q2'],
  run: async (bench) => {
    const { server, scale, say } = bench;
    const log = await server.database();
    await seed(log, scoredHistory(EVENTS * 50));
    const store = PostgresEventStore.open({ url: log.appUrl });
    const pool = new Pool({ connectionString: log.appUrl, max: 1 });
    const theirs = emmettIsThere ? await emmettLog(bench, EVENTS * 50) : undefined;
    const emmett = theirs && (await openEmmett(theirs.ownerUrl, 1));
    const registry = new EventRegistry([scored]);
    const replay = async (stream: string) => {
      let events = 0;
      for await (const event of store.read(stream)) if (registry.decode(event).data) events += 1;
      return events;
    };
    const select = async (stream: string) =>
      (await pool.query({ name: 'stream', text: SELECT, values: [stream] })).rows.length;
    const subjects: Subject[] = [
      reader('PAR Ledger', 'ours', scale.slice, replay),
      reader('node-pg SELECT', 'limit', scale.slice, select),
      ...(emmett ? [reader('Emmett 0.42.0', 'peer', scale.slice, (stream) => emmett.readStream(stream))] : []),
    ];
    const units = { rate: 'events/s', p50: 'ms', p99: 'ms' };
    try {
      return await interleaved({ name: 'unit-year', units, subjects, rounds: scale.rounds }, say);
    } finally {
      await Promise.all([store.close(), pool.end(), emmett?.close()]);
      await log.drop();
      await theirs?.drop();
    }
  },
};

function reader(name: string, role: Subject['role'], ms: number, read: (stream: string) => Promise<number>): Subject {
  let turn = 0;
  const run = () =>
    closedLoop(1, ms, async () => {
      const events = await read(`bench-2000.u${(turn += 1) % 50}`);
      if (events !== EVENTS) throw new Error(`${name} read ${events} events of ${EVENTS}`);
      return events;
    });
  return { name, role, run };
}
