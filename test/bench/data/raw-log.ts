import { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { NewEvent } from '@app/event-store';
import { type BenchDatabase, connected } from '../harness/server';

/** The least that a log in PostgreSQL can be: one table, its key and one index. Nothing is checked. */
const TABLE = `CREATE TABLE raw_events (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream text COLLATE "C" NOT NULL, revision bigint NOT NULL, id uuid NOT NULL, type text COLLATE "C" NOT NULL,
  data json NOT NULL, metadata json NOT NULL, UNIQUE (stream, revision))`;

const COLUMNS = 'stream, revision, id, type, data, metadata';
const ONE = `INSERT INTO raw_events (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6)`;
const MANY = `INSERT INTO raw_events (${COLUMNS})
  SELECT $1, * FROM unnest($2::bigint[], $3::uuid[], $4::text[], $5::json[], $6::json[])`;

/** The same events, written by node-pg without any event store: how fast the driver and the disk let anybody be. */
export class RawLog {
  private constructor(
    private readonly pool: Pool,
    private readonly url: string,
  ) {}

  static async open({ ownerUrl }: BenchDatabase, connections: number): Promise<RawLog> {
    const pool = new Pool({ connectionString: ownerUrl, max: connections });
    await pool.query(TABLE);
    return new RawLog(pool, ownerUrl);
  }

  async insert(stream: string, revision: number, { id, type, data, metadata }: NewEvent): Promise<void> {
    const values = [stream, revision, id, type, JSON.stringify(data), JSON.stringify(metadata)];
    await this.pool.query({ name: 'one', text: ONE, values });
  }

  async insertAll(stream: string, revision: number, events: readonly NewEvent[]): Promise<void> {
    const columns = [
      events.map((_, index) => revision + index),
      events.map(({ id }) => id),
      events.map(({ type }) => type),
      events.map(({ data }) => JSON.stringify(data)),
      events.map(({ metadata }) => JSON.stringify(metadata)),
    ];
    await this.pool.query({ name: 'many', text: MANY, values: [stream, ...columns] });
  }

  /** So many events per transaction, by COPY. `batches` are lines that are ready but for stream and revision. */
  async copy(batches: Iterable<readonly string[]>): Promise<void> {
    const client = await connected(this.url);
    try {
      for (const lines of batches) {
        await pipeline(Readable.from(lines), client.query(copyFrom(`COPY raw_events (${COLUMNS}) FROM STDIN`)));
      }
    } finally {
      await client.end();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** A line for COPY. */
export function copyLine(stream: string, revision: number, { id, type, data, metadata }: NewEvent): string {
  const json = (value: object) => JSON.stringify(value).replaceAll('\\', '\\\\');
  return `${stream}\t${revision}\t${id}\t${type}\t${json(data)}\t${json(metadata)}\n`;
}
