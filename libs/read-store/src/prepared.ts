import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { sqlStateOf } from './session';

/** A question to the read models as SQL, under a name of its own. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Asked again and again: each connection parses and plans it once. The same SQL has the same name everywhere. */
export function prepared(text: string): Prepared {
  return { name: `ask_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`, text };
}

/**
 * Asks on any connection of the pool; one statement, one snapshot. A cut-over in between is planned for anew by PostgreSQL; where it changed
 * the type of what is answered the plan is refused, and the question is asked once more without one. Throws the driver's errors.
 */
export async function ask<Result extends object>(
  dataSource: DataSource,
  question: Prepared,
  values: readonly unknown[] = [],
): Promise<Result[]> {
  const pool = (dataSource.driver as unknown as { readonly master: Pool }).master;
  try {
    return (await pool.query<Result>({ ...question, values: [...values] })).rows;
  } catch (error) {
    if (sqlStateOf(error) !== RESULT_TYPE_CHANGED) throw error;
    // The pool has closed the connection that held the old plan; others that hold it come here once each.
    return (await pool.query<Result>(question.text, [...values])).rows;
  }
}

/** "cached plan must not change result type": feature_not_supported, before anything was carried out. */
const RESULT_TYPE_CHANGED = '0A000';
