import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { ReadModelOfAnotherVersion } from './errors';
import { sqlStateOf } from './session';
import { physicalName, SCHEMA } from './table-sql';

/** A question to the read model of one projection: SQL over `read_model.<projection>_<table>`. */
export interface Question {
  readonly projection: string;
  /** The version of the projection whose tables and columns it names. */
  readonly version: number;
  readonly text: string;
}

/** SQL as one connection parses and plans it once, under a name of its own. */
interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * Asks on any connection of the pool; one statement, one snapshot, of the generation that is live in that snapshot. The tables of that
 * generation are named, not the views: a cut-over has to lock views, and would wait for readers, and readers for it. Throws the driver's
 * errors.
 */
export async function ask<Result extends object>(
  dataSource: DataSource,
  question: Question,
  values: readonly unknown[] = [],
): Promise<Result[]> {
  const pool = poolOf(dataSource);
  const live = liveGenerations.get(pool) ?? new Map<string, Live>();
  liveGenerations.set(pool, live);
  for (let attempt = 1; ; attempt += 1) {
    const known = live.get(question.projection) ?? (await liveNow(pool, question.projection));
    if (known !== undefined) live.set(question.projection, known);
    try {
      return (await pool.query<Result>({ ...preparedFor(question, known?.generation), values: [...values] })).rows;
    } catch (error) {
      live.delete(question.projection);
      const state = sqlStateOf(error) ?? '';
      if (known === undefined || !MOVED_ON.has(state)) throw error;
      if (attempt < ATTEMPTS) continue;
      const otherTables = OTHER_TABLES.has(state) && known.version !== question.version;
      throw otherTables ? new ReadModelOfAnotherVersion(question.projection) : error;
    }
  }
}

/** TypeORM's own connections, for statements with a name: each connection parses and plans them once. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { readonly master: Pool }).master;
}

/** By pool and projection, as far as known here: every statement is checked against it. */
const liveGenerations = new WeakMap<Pool, Map<string, Live>>();

interface Live {
  readonly generation: number;
  readonly version: number;
}

/** No such table, no such column: dropped, of a program of another version, or a slip of the pen in the question. */
const OTHER_TABLES: ReadonlySet<string> = new Set(['42P01', '42703']);
/** And: not live any more; prepared for tables of this name that are gone. Cut-overs are rare: two within one question are many. */
const MOVED_ON: ReadonlySet<string> = new Set([...OTHER_TABLES, 'PL001', '0A000']);
const ATTEMPTS = 3;

async function liveNow(pool: Pool, projection: string): Promise<Live | undefined> {
  const { rows } = await pool.query<Live>(
    `SELECT generation, version FROM ${SCHEMA}.generation WHERE projection = $1 AND state = 'live'`,
    [projection],
  );
  return rows[0];
}

const made = new WeakMap<Question, { readonly generation: number; readonly prepared: Prepared }>();

/** Before there is any generation: the question as it stands, to fail as it must. */
function preparedFor(question: Question, generation: number | undefined): { name?: string; text: string } {
  if (generation === undefined) return { text: question.text };
  const known = made.get(question);
  if (known?.generation === generation) return known.prepared;
  const text = textFor(question, generation);
  const prepared = { name: `ask_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`, text };
  made.set(question, { generation, prepared });
  return prepared;
}

/** The question to one generation, refused when that is not the live one. */
export function textFor({ projection, text }: Question, generation: number): string {
  const tables = new RegExp(`\\b${SCHEMA}\\.${projection}_(\\w+)`, 'g');
  const named = text.replace(tables, (_, table: string) => physicalName(projection, table, generation));
  return `SELECT q.* FROM (${named}) q WHERE ${SCHEMA}.assert_live('${projection}', ${generation})`;
}
