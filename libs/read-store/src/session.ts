import type { DataSource, QueryRunner } from 'typeorm';
import { connectionSession } from './connection-session';
import type { Row } from './projection';

/** One database connection, or a pool of them, that answers SQL. */
export interface Session {
  query<Result extends Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
  /** Whether it is one connection and a statement is under way on it. */
  busy?(): boolean;
}

/** The rows of SELECT and of … RETURNING; nothing for other statements. */
export function sessionOf(source: DataSource | QueryRunner): Session {
  if (!('createQueryRunner' in source)) return connectionSession(source);
  return {
    async query<Result extends Row>(sql: string, parameters: readonly unknown[] = []): Promise<Result[]> {
      const answer: unknown = await source.query(sql, [...parameters]);
      return rowsIn(answer) as Result[];
    },
  };
}

/** TypeORM answers UPDATE and DELETE with [rows, count], everything else with rows. */
function rowsIn(answer: unknown): unknown[] {
  if (!Array.isArray(answer)) return [];
  return answer.length === 2 && Array.isArray(answer[0]) ? (answer[0] as unknown[]) : (answer as unknown[]);
}

/** Everything or nothing. `session` must be one connection. */
export async function transaction<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  await session.query('BEGIN');
  return completed(session, work);
}

/** The rest of a transaction: committed when `work` ends, rolled back when it throws. */
export async function completed<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    await session.query('COMMIT');
    return result;
  } catch (error) {
    await session.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** All of `work`, or none of it; the transaction around it goes on either way. */
export async function savepoint<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  await session.query('SAVEPOINT attempt');
  try {
    const result = await work();
    await session.query('RELEASE SAVEPOINT attempt');
    return result;
  } catch (error) {
    await session.query('ROLLBACK TO SAVEPOINT attempt');
    await session.query('RELEASE SAVEPOINT attempt');
    throw error;
  }
}

/** SQLSTATE of a failed statement; undefined when the failure did not come from PostgreSQL. */
export function sqlStateOf(error: unknown): string | undefined {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** SQLSTATE classes that blame the data of an event: cardinality, data exception, integrity, checks raised on purpose. */
const BLAMES_DATA = /^(21|22|23|44|54|P0)/;

/**
 * Whether an event is to blame: an error of our own code on its data, or PostgreSQL refusing the data. Everything else (connection
 * lost, server stopping, disk full, lock time-out, a missing table) is a fault of the surroundings: nothing is skipped, the batch is tried again.
 */
export function blamesEvent(error: unknown): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return BLAMES_DATA.test(state);
  return !(error instanceof Error && isDriverFailure(error));
}

function isDriverFailure(error: Error): boolean {
  return 'driverError' in error || /^(QueryRunnerAlreadyReleased|Connection)/.test(error.name);
}
