import { pause } from '@app/event-store';
import type { AnyProjection } from './projection';
import { savepoint, type Session, sqlStateOf } from './session';
import { physicalName, SCHEMA, sqlName, viewOf } from './table-sql';

/** The tables of a generation as they were defined when it was made. */
export interface FormerTables {
  readonly version: number;
  readonly tables: readonly string[];
}

/**
 * The names that readers use show this generation from now on; `former` is what they showed. Inside a transaction. A reader that holds
 * one view while it waits for another that we hold would be a deadlock: we give way, and take the one it holds first the next time.
 */
export async function repointViews(
  session: Session,
  projection: Pick<AnyProjection, 'name' | 'version' | 'tables'>,
  generation: number,
  former: FormerTables | undefined,
): Promise<void> {
  const order = [...new Set([...Object.keys(projection.tables), ...(former?.tables ?? [])])];
  await givingWay(() =>
    savepoint(session, async () => {
      await session.query(`SET LOCAL lock_timeout = '${READERS_WAIT_MS}ms'`);
      for (const table of [...order]) {
        try {
          await repoint(session, projection, generation, table, former);
        } catch (error) {
          order.unshift(...order.splice(order.indexOf(table), 1));
          throw error;
        }
      }
    }),
  );
}

async function repoint(
  session: Session,
  { name, version, tables }: Pick<AnyProjection, 'name' | 'version' | 'tables'>,
  generation: number,
  table: string,
  former: FormerTables | undefined,
): Promise<void> {
  const view = viewOf(name, table);
  const columns = Object.keys(tables[table]?.columns ?? {});
  // Replaced, not dropped, where it can be: what readers have prepared stays valid.
  const same = former?.version === version && (await columnsOf(session, view)) === columns.join();
  if (former && !same) await session.query(`DROP VIEW IF EXISTS ${view}`);
  if (!tables[table]) return;
  const listed = columns.map(sqlName).join(', ');
  await session.query(
    `CREATE OR REPLACE VIEW ${view} AS SELECT ${listed} FROM ${physicalName(name, table, generation)}`,
  );
}

async function columnsOf(session: Session, view: string): Promise<string | null> {
  const [found] = await session.query<{ columns: string | null }>(
    `SELECT string_agg(attname, ',' ORDER BY attnum) AS columns FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0`,
    [view],
  );
  return found?.columns ?? null;
}

/** The tables of a generation go. Inside a transaction. */
export async function dropTables(
  session: Session,
  name: string,
  tables: readonly string[],
  generation: number,
): Promise<void> {
  await session.query(`SET LOCAL lock_timeout = '${READERS_WAIT_MS}ms'`);
  for (const table of tables) await session.query(`DROP TABLE IF EXISTS ${physicalName(name, table, generation)}`);
}

/**
 * Readers queue behind a change of views that waits for a slow one of them. So it never waits long, and less than the second after
 * which PostgreSQL looks for a deadlock and might end a reader: it gives way and tries again.
 */
const READERS_WAIT_MS = 100;
const LOCK_NOT_AVAILABLE = '55P03';
const ATTEMPTS = 60;

/** Tries until the locks are had, some ten seconds at most, then throws what PostgreSQL says. */
export async function givingWay<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (sqlStateOf(error) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
      await pause(50);
    }
  }
}

/** Everything that is remembered about a generation, except that it exists. */
const ABOUT = ['checkpoint', 'heartbeat', 'quarantine', 'parked_event', 'rebuild', 'rebuild_group'];

/** A generation goes, with all that is remembered of it. Inside a transaction. */
export async function forgetGeneration(
  session: Session,
  name: string,
  tables: readonly string[],
  generation: number,
): Promise<void> {
  // First the checkpoint: a runner's batch in hand ends before, the next one finds nothing to go on from.
  for (const table of ABOUT) {
    await session.query(`DELETE FROM ${SCHEMA}.${table} WHERE projection = $1 AND generation = $2`, [name, generation]);
  }
  await session.query(`DELETE FROM ${SCHEMA}.generation WHERE projection = $1 AND generation = $2`, [name, generation]);
  await dropTables(session, name, tables, generation);
}
