import { createHash } from 'node:crypto';
import { BOOKKEEPING } from './bookkeeping';
import { TablesChanged } from './errors';
import { runnersOf } from './parts';
import type { AnyProjection } from './projection';
import { type Session, transaction } from './session';
import { createTable, physicalName, SCHEMA } from './table-sql';
import { givingWay, READERS_WAIT_MS, repointViews } from './views';

/**
 * One physical copy of a projection's tables. `building`: for a raised version, takes over when it has caught up. `rebuilding`: made anew
 * beside the live one, takes over when it is told to. `live`: what readers see. `retired`: was live, kept for rolling back.
 */
export type Generation = {
  readonly projection: string;
  readonly generation: number;
  readonly version: number;
  readonly state: 'building' | 'rebuilding' | 'live' | 'retired';
  /** In how many parts it is kept up; 1: undivided. */
  readonly parts: number;
  /** Which one of them is meant, where not the generation as a whole. */
  readonly part?: number;
};

/** Selects generations, `g` and, where it is being rebuilt, `r`; with further columns of these. */
export const generationsWith = (...further: readonly string[]): string =>
  `SELECT ${['g.projection', 'g.generation', 'g.version', 'g.parts', ...further].join(', ')},
    CASE WHEN r.phase IS NULL THEN g.state ELSE 'rebuilding' END AS state
  FROM ${SCHEMA}.generation g LEFT JOIN ${SCHEMA}.rebuild r USING (projection, generation)`;

const GENERATIONS = generationsWith();

/** The program's own: the live one of its version, else the one it builds, else the one it was rolled back from or kept. */
const OWN_FIRST = `(g.state = 'live') DESC, (g.state = 'building') DESC, g.live_at DESC NULLS LAST, g.generation DESC`;

const CHANGING = `SELECT pg_advisory_xact_lock(hashtextextended('${SCHEMA}', 0))`;

/** One change of generations at a time, over all processes. `session` must be one connection. */
export function changingGenerations<Result>(session: Session, work: () => Promise<Result>): Promise<Result> {
  return transaction(session, async () => {
    await session.query(CHANGING);
    return work();
  });
}

/**
 * Creates what read-store remembers, where it is missing or of another program. Every process comes here when it starts: it must not lock
 * what readers use unless there is something to change. `session` must be one connection.
 */
export async function createBookkeeping(session: Session): Promise<void> {
  if (await isAsWritten(session)) return;
  await givingWay(() =>
    changingGenerations(session, async () => {
      if (await isAsWritten(session)) return;
      await session.query(`SET LOCAL lock_timeout = '${READERS_WAIT_MS}ms'`);
      for (const statement of BOOKKEEPING) await session.query(statement);
      await session.query(`COMMENT ON TABLE ${SCHEMA}.generation IS '${AS_WRITTEN}'`);
    }),
  );
}

const AS_WRITTEN = createHash('sha256').update(BOOKKEEPING.join(';')).digest('hex');

async function isAsWritten(session: Session): Promise<boolean> {
  const sql = `SELECT obj_description(to_regclass('${SCHEMA}.generation'), 'pg_class') = $1 AS same`;
  const [found] = await session.query<{ same: boolean | null }>(sql, [AS_WRITTEN]);
  return found?.same === true;
}

/**
 * The generation that this program fills, of its version, created empty when there is none. The very first generation is live at once,
 * so that readers find tables; a later one is built beside the live one. One that was retired is kept up, never made live by itself.
 */
export async function ensureGeneration(
  session: Session,
  projection: AnyProjection,
  parts?: number,
): Promise<Generation> {
  return changingGenerations(session, async () => {
    const { name, version, tables } = projection;
    const [known] = await session.query<Generation & { same: boolean }>(
      `SELECT *, (SELECT tables = $3::jsonb FROM ${SCHEMA}.generation n WHERE n.projection = o.projection AND n.generation = o.generation) AS same
       FROM (${GENERATIONS} WHERE g.projection = $1 AND g.version = $2 AND r.phase IS NULL ORDER BY ${OWN_FIRST} LIMIT 1) o`,
      [name, version, JSON.stringify(tables)],
    );
    if (known && !known.same) throw new TablesChanged(name, version);
    return known ?? createFirst(session, projection, parts);
  });
}

async function createFirst(session: Session, projection: AnyProjection, wanted?: number): Promise<Generation> {
  const [live] = await session.query(`SELECT 1 FROM ${SCHEMA}.generation WHERE projection = $1 AND state = 'live'`, [
    projection.name,
  ]);
  const state = live ? 'building' : 'live';
  const { generation, parts } = await addGeneration(session, projection, state, wanted);
  await createTables(session, projection, generation);
  if (state === 'live') await repointViews(session, projection, generation, undefined);
  return { projection: projection.name, generation, version: projection.version, state, parts };
}

/** Its tables, empty. What has their names goes: nobody else owns this number. Inside `changingGenerations`. */
export async function createTables(
  session: Session,
  { name, tables }: AnyProjection,
  generation: number,
): Promise<void> {
  for (const [table, definition] of Object.entries(tables)) {
    const physical = physicalName(name, table, generation);
    await session.query(`DROP TABLE IF EXISTS ${physical}`);
    for (const statement of createTable(physical, definition)) await session.query(statement);
  }
}

/**
 * Enters a further generation, under a number that none ever had, without tables, its checkpoints before the first event: one per part, and
 * one of the stage where there is one. `wanted`: in how many parts, if it can be divided; not said: in as many as the live one. Inside
 * `changingGenerations`.
 */
export async function addGeneration(
  session: Session,
  projection: AnyProjection,
  state: 'building' | 'live',
  wanted?: number,
): Promise<{ readonly generation: number; readonly parts: number }> {
  const { name, version, tables } = projection;
  const parts = projection.dividedBy ? (wanted ?? (await partsOfLive(session, name))) : 1;
  const [added] = await session.query<{ generation: number }>(
    `WITH known AS (SELECT coalesce(max(generation), 0) AS most FROM ${SCHEMA}.generation WHERE projection = $1),
     next AS (INSERT INTO ${SCHEMA}.last_generation AS l (projection, generation) SELECT $1, most + 1 FROM known
       ON CONFLICT (projection) DO UPDATE SET generation = greatest(l.generation + 1, EXCLUDED.generation) RETURNING generation)
     INSERT INTO ${SCHEMA}.generation (projection, generation, version, tables, state, live_at, parts)
     SELECT $1, generation, $2, $3, $4, CASE WHEN $4 = 'live' THEN clock_timestamp() END, $5 FROM next RETURNING generation`,
    [name, version, JSON.stringify(tables), state, parts],
  );
  const generation = added?.generation ?? 0;
  await session.query(
    `INSERT INTO ${SCHEMA}.checkpoint (projection, generation, part) SELECT $1, $2, unnest($3::integer[])`,
    [name, generation, runnersOf(projection, parts)],
  );
  return { generation, parts };
}

async function partsOfLive(session: Session, projection: string): Promise<number> {
  const [live] = await session.query<{ parts: number }>(
    `SELECT parts FROM ${SCHEMA}.generation WHERE projection = $1 AND state = 'live'`,
    [projection],
  );
  return live?.parts ?? 1;
}

/**
 * Every generation that a program of this version keeps up: its own, a rebuild that follows the log, and the one retired last, so that
 * rolling back takes no time.
 */
export async function keptGenerations(session: Session, { name, version }: AnyProjection): Promise<Generation[]> {
  return session.query<Generation>(
    `${GENERATIONS} WHERE g.projection = $1 AND g.version = $2 AND (r.phase = 'following' OR r.phase IS NULL AND
       (g.state <> 'retired' OR g.generation = (SELECT generation FROM ${SCHEMA}.generation
         WHERE projection = $1 AND version = $2 AND state = 'retired' ORDER BY live_at DESC NULLS LAST, generation DESC LIMIT 1)))
     ORDER BY ${OWN_FIRST}`,
    [name, version],
  );
}

/** The one of `keptGenerations` that the program answers for; undefined when nothing was prepared. */
export async function ownGeneration(session: Session, projection: AnyProjection): Promise<Generation | undefined> {
  return (await keptGenerations(session, projection)).find(({ state }) => state !== 'rebuilding');
}
