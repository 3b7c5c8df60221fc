import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ScoredData } from '../data/scored';

/** What we use of emmett-postgresql 0.42.0; it is installed beside this file, for the benchmark only. */
export interface Emmett {
  append(stream: string, expected: bigint | 'STREAM_DOES_NOT_EXIST', events: readonly EmmettEvent[]): Promise<void>;
  /** Answers how many events were read. */
  readStream(stream: string): Promise<number>;
  close(): Promise<void>;
}

export interface EmmettEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

interface Library {
  getPostgreSQLEventStore(url: string, options: object): LibraryStore;
  postgreSQLEventStoreConsumer(options: object): Consumer;
  postgreSQLRawSQLProjection(options: object): object;
}
interface LibraryStore {
  appendToStream(stream: string, events: readonly EmmettEvent[], options: object): Promise<unknown>;
  readStream(stream: string): Promise<{ events: readonly unknown[] }>;
  readonly schema: { migrate(): Promise<unknown> };
  close(): Promise<void>;
}
interface Consumer {
  projector(options: object): unknown;
  start(): Promise<void>;
  close(): Promise<void>;
}
interface Sql {
  rawSql(text: string): unknown;
  sql(format: string, ...values: readonly unknown[]): unknown;
}
interface Pg {
  Pool: new (options: object) => { end(): Promise<void> };
}

/** From `dist/test/bench/peers` back to the sources, where the packages are. */
const folder = join(__dirname, '..', '..', '..', '..', 'test', 'bench', 'peers');
const load = createRequire(join(folder, 'package.json'));

/** Without its packages (no network when they should have been installed) nothing is compared with it. */
export const emmettIsThere = existsSync(join(folder, 'node_modules', '@event-driven-io', 'emmett-postgresql'));

/** The store with so many connections, its tables made. */
export async function openEmmett(url: string, connections: number): Promise<Emmett> {
  const { getPostgreSQLEventStore } = load('@event-driven-io/emmett-postgresql') as Library;
  const pool = new (load('pg') as Pg).Pool({ connectionString: url, max: connections });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();
  return {
    append: async (stream, expectedStreamVersion, events) => {
      await store.appendToStream(stream, events, { expectedStreamVersion });
    },
    readStream: async (stream) => (await store.readStream(stream)).events.length,
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}

/** How a projection of Emmett is run. */
export interface EmmettProjection {
  readonly url: string;
  /** Its table, and the name under which its position is kept. */
  readonly table: string;
  readonly batchSize: number;
  /** Ends when nothing is left; else runs until closed. */
  readonly untilEnd: boolean;
}

/** A total per unit, the same as ours, as an asynchronous projection. */
export function emmettTotals({ url, table, batchSize, untilEnd }: EmmettProjection): Consumer {
  const library = load('@event-driven-io/emmett-postgresql') as Library;
  const { rawSql, sql } = load('@event-driven-io/dumbo') as Sql;
  const consumer = library.postgreSQLEventStoreConsumer({
    connectionString: url,
    pulling: { batchSize, pullingFrequencyInMs: 1 },
    stopWhen: { noMessagesLeft: untilEnd },
  });
  const projection = library.postgreSQLRawSQLProjection({
    name: table,
    canHandle: ['Scored'],
    init: () => rawSql(`CREATE TABLE IF NOT EXISTS ${table} (unit text PRIMARY KEY, total bigint, number integer)`),
    evolve: ({ data: { unit, points, number } }: { data: ScoredData }) =>
      sql(
        `INSERT INTO ${table} AS t VALUES (%L, %s, %s)
         ON CONFLICT (unit) DO UPDATE SET total = t.total + EXCLUDED.total, number = EXCLUDED.number`,
        unit,
        points,
        number,
      ),
  });
  consumer.projector({ processorId: table, projection });
  return consumer;
}
