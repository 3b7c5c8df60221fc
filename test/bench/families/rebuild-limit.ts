import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Subject } from '../harness/contest';
import { rateOf } from '../harness/load';
import { type BenchDatabase, connected } from '../harness/server';
import { logDrained } from './catch-up';

/** A derived table as the rebuild left it, its rows in a file. */
interface Dump {
  readonly table: string;
  readonly file: string;
  readonly indexes: readonly string[];
}

const DUMPS = 'dumps';

const TABLES = `SELECT tablename AS table, array_agg(indexdef) AS indexes FROM pg_tables JOIN pg_indexes USING (schemaname, tablename)
  WHERE schemaname = 'read_model' AND tablename LIKE '%\\_\\_g2' GROUP BY tablename ORDER BY tablename`;

/**
 * No rebuild can be faster: the bytes of the log out, looked at by nobody, and the very rows that the rebuild made in again, their keys
 * and indexes built when they are there. `rebuilt` is a database in which the read models were rebuilt.
 */
export async function rebuildLimit(rebuilt: BenchDatabase, folder: string, events: number): Promise<Subject> {
  const dumps = await dump(rebuilt, folder);
  const run = async () => {
    const client = await connected(rebuilt.appUrl);
    try {
      return await rateOf(events, async () => {
        await logDrained(client);
        for (const one of dumps) await load(client, one);
      });
    } finally {
      for (const { table } of dumps) await client.query(`DROP TABLE IF EXISTS read_model.limit_${table}`);
      await client.end();
    }
  };
  return { name: 'COPY out + COPY in', role: 'limit', run };
}

/** The files go when nobody needs them. */
export function dropDumps(folder: string): void {
  rmSync(join(folder, DUMPS), { recursive: true, force: true });
}

async function dump({ appUrl }: BenchDatabase, folder: string): Promise<Dump[]> {
  const client = await connected(appUrl);
  try {
    const { rows } = await client.query<{ table: string; indexes: string[] }>(TABLES);
    const dumps: Dump[] = [];
    mkdirSync(join(folder, DUMPS), { recursive: true });
    for (const { table, indexes } of rows) {
      const file = join(folder, DUMPS, `${table}.copy`);
      await pipeline(client.query(copyTo(`COPY read_model."${table}" TO STDOUT`)), createWriteStream(file));
      dumps.push({ table, file, indexes });
    }
    return dumps;
  } finally {
    await client.end();
  }
}

async function load(client: Client, { table, file, indexes }: Dump): Promise<void> {
  const copy = `read_model."limit_${table}"`;
  await client.query(`CREATE TABLE ${copy} (LIKE read_model."${table}")`);
  await pipeline(createReadStream(file), client.query(copyFrom(`COPY ${copy} FROM STDIN`)));
  for (const index of indexes) await client.query(index.replace(/INDEX \S+ ON \S+/, `INDEX ON ${copy}`));
}
