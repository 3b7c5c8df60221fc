import { type EventStore, logEvents } from '@app/event-store';
import {
  close,
  dice,
  type HistoryEvent,
  type InMemoryEventStore,
  note,
  pay,
  ProjectionLab,
  ToyProcesses,
  type ToyFaults,
  toyProjection,
  toySchemas,
} from '@app/testing';
import type { DataSource } from 'typeorm';
import { type AnyProjection, keyOf } from '../src/projection';

/** Accounts divide the work, those of bank z belong to nobody; banks are added up over all parts. */
export function divided(faults: ToyFaults = {}, version = 1): AnyProjection {
  const { settle, ...toy } = toyProjection(faults, version);
  return {
    ...toy,
    dividedBy: (stream) => (keyOf(stream).startsWith('z') ? undefined : keyOf(stream)),
    settle: (banks, { touch }) => Promise.resolve(banks.forEach(touch)),
    across: settle as unknown as NonNullable<AnyProjection['across']>,
  };
}

export const accounts = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'c1', 'c2', 'z1'];

/** A hundred and twenty payments, notes and closings, or so many; another seed, another history. */
export function anyHistory(seed: number, length = 120): HistoryEvent[] {
  const roll = dice(seed);
  return Array.from({ length }, (_, number) => {
    const account = accounts[roll(accounts.length)] ?? 'a1';
    return [pay(account, number), pay(account, 1), note(account, `${number}`), close(account)][roll(4)] as HistoryEvent;
  });
}

/** What begins and starts a process that runs a divided projection, over a database of each test's own. */
export function dividedProcesses() {
  const processes = ToyProcesses.ofEachTest();
  return async function aProcess(
    store: EventStore,
    parts: number | undefined,
    projection = divided(),
    batchSize = 3,
    max = 20,
  ) {
    const options = { beatMs: 50, batchSize, countablePositions: true, parts };
    const begun = await processes.begin(store, projection, options, max);
    await begun.host.start();
    return begun;
  };
}

/** All rows that readers see. */
export async function rowsIn(dataSource: DataSource) {
  const all: Record<string, unknown[]> = {};
  for (const table of ['account', 'bank']) {
    const rows = await dataSource.query<{ row: unknown }[]>(
      `SELECT to_jsonb(t) AS row FROM read_model.toy_${table} t ORDER BY t.${table}`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

/** What an undivided projection makes of the same log. */
export async function cleanBuild(store: InMemoryEventStore) {
  const lab = await ProjectionLab.open(toyProjection(), store, [...logEvents, ...toySchemas]);
  try {
    await lab.catchUp();
    return await lab.snapshot();
  } finally {
    await lab.close();
  }
}

/** How many parts of the work each process runs. */
export async function shares(dataSource: DataSource): Promise<Record<string, number>> {
  const rows = await dataSource.query<{ name: string; count: number }[]>(
    `SELECT a.application_name AS name, count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     JOIN generate_series(0, 9) part ON (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('read_model.toy.1/' || part, 0)
     WHERE l.locktype = 'advisory' AND a.datname = current_database() GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
