import { backoffDelay, pause } from '@app/event-store';
import type { AnyProjection } from './projection';
import { RebuildRefused } from './rebuild/rebuild-errors';
import { savepoint, type Session, sqlStateOf } from './session';
import { physicalName, SCHEMA, sqlName, viewOf } from './table-sql';

/** The tables of a generation as they were defined when it was made. */
export interface FormerTables {
  readonly version: number;
  readonly tables: readonly string[];
}

/**
 * The views, for people and programs that do not come through `ask`, show this generation from now on; `former` is what they showed.
 * Inside a transaction, which has to be given up and tried again later when it throws that the locks are not to be had (`givingWay`).
 */
export async function repointViews(
  session: Session,
  projection: Pick<AnyProjection, 'name' | 'version' | 'tables'>,
  generation: number,
  former: FormerTables | undefined,
): Promise<void> {
  const order = [...new Set([...Object.keys(projection.tables), ...(former?.tables ?? [])])];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await savepoint(session, async () => {
        await session.query(`SET LOCAL lock_timeout = '${READERS_WAIT_MS}ms'`);
        for (const table of [...order]) {
          order.unshift(...order.splice(order.indexOf(table), 1)); // What a reader holds is taken first the next time.
          await repoint(session, projection, generation, table, former);
        }
      });
    } catch (error) {
      if (sqlStateOf(error) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS_AT_ONCE) throw error;
      await pause(50);
    }
  }
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
  // Replaced, not dropped, where it can be: what others have prepared on it stays valid.
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
 * Whoever reads views queues behind a change of them that waits for a slow one. So it never waits long, and less than the second after
 * which PostgreSQL looks for a deadlock and might end a reader: it gives way and tries again.
 */
export const READERS_WAIT_MS = 100;
const LOCK_NOT_AVAILABLE = '55P03';
/** In one transaction, a second at most: the runners stand still meanwhile. */
const ATTEMPTS_AT_ONCE = 6;
const PATIENCE_MS = 10_000;
const BACKOFF = { firstMs: 200, longestMs: 2000 };

/**
 * Tries a transaction until its locks are had. In between it holds nothing, longer each time, so that readers and runners go on. Throws
 * RebuildRefused when they are not had within ten seconds.
 */
export async function givingWay<Result>(work: () => Promise<Result>): Promise<Result> {
  const end = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (sqlStateOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (Date.now() > end) {
        throw new RebuildRefused(
          'Người đọc đang giữ bảng quá lâu nên chưa chuyển được; chưa có gì thay đổi, xin thử lại.',
        );
      }
      await pause(backoffDelay(attempt, BACKOFF));
    }
  }
}

/** Everything that is remembered about a generation, except that it exists. */
const ABOUT = ['checkpoint', 'heartbeat', 'quarantine', 'parked_event', 'rebuild', 'rebuild_group', 'across_group'];

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
