import { BOOKKEEPING } from './bookkeeping';
import { TablesChanged } from './errors';
import type { AnyProjection } from './projection';
import { type Session, transaction } from './session';
import { createTable, physicalName, SCHEMA, sqlName, viewOf } from './table-sql';

/** One physical copy of a projection's tables. `building` until it has caught up, then `live`; `retired` when a newer one took over. */
export type Generation = {
  readonly projection: string;
  readonly generation: number;
  readonly version: number;
  readonly state: 'building' | 'live';
};

const CHANGING = `SELECT pg_advisory_xact_lock(hashtextextended('${SCHEMA}', 0))`;

/** Creates what read-store remembers, where it is missing. `session` must be one connection. */
export async function createBookkeeping(session: Session): Promise<void> {
  await transaction(session, async () => {
    await session.query(CHANGING);
    for (const statement of BOOKKEEPING) await session.query(statement);
  });
}

/**
 * The generation that this program fills: the newest of the projection's version, created empty when there is none. The very first
 * generation is live at once, so that readers find tables; a later one is built beside the live one.
 */
export async function ensureGeneration(session: Session, projection: AnyProjection): Promise<Generation> {
  return transaction(session, async () => {
    await session.query(CHANGING);
    const { name, version, tables } = projection;
    const [known] = await session.query<Generation & { same: boolean }>(
      `SELECT projection, generation, version, state, tables = $3::jsonb AS same FROM ${SCHEMA}.generation
       WHERE projection = $1 AND version = $2 AND state IN ('building', 'live') ORDER BY generation DESC LIMIT 1`,
      [name, version, JSON.stringify(tables)],
    );
    if (known && !known.same) throw new TablesChanged(name, version);
    return known ?? createGeneration(session, projection);
  });
}

async function createGeneration(session: Session, projection: AnyProjection): Promise<Generation> {
  const { name, version, tables } = projection;
  const [counted] = await session.query<{ last: number; live: number }>(
    `SELECT coalesce(max(generation), 0)::int AS last, (count(*) FILTER (WHERE state = 'live'))::int AS live
     FROM ${SCHEMA}.generation WHERE projection = $1`,
    [name],
  );
  const generation = (counted?.last ?? 0) + 1;
  const state = counted?.live ? 'building' : 'live';
  for (const [table, definition] of Object.entries(tables)) {
    for (const statement of createTable(physicalName(name, table, generation), definition))
      await session.query(statement);
  }
  await session.query(
    `INSERT INTO ${SCHEMA}.generation (projection, generation, version, tables, state, live_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $5 = 'live' THEN clock_timestamp() END)`,
    [name, generation, version, JSON.stringify(tables), state],
  );
  await session.query(`INSERT INTO ${SCHEMA}.checkpoint (projection, generation) VALUES ($1, $2)`, [name, generation]);
  if (state === 'live') await createViews(session, projection, generation);
  return { projection: name, generation, version, state };
}

/**
 * Readers see the new generation from one instant on; the former one is kept, retired. Answers whether the generation is live now: not
 * while any of its partitions is quarantined, for then it would show less than the former one.
 */
export async function cutOver(session: Session, projection: AnyProjection, generation: number): Promise<boolean> {
  return transaction(session, async () => {
    await session.query(CHANGING);
    const [held] = await session.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${SCHEMA}.quarantine WHERE projection = $1 AND generation = $2`,
      [projection.name, generation],
    );
    if (held?.count) return false;
    await retireOlder(session, projection.name, generation);
    const taken = await session.query(
      `UPDATE ${SCHEMA}.generation SET state = 'live', live_at = clock_timestamp()
       WHERE projection = $1 AND generation = $2 AND state = 'building' RETURNING generation`,
      [projection.name, generation],
    );
    if (taken.length > 0) await createViews(session, projection, generation);
    return true;
  });
}

async function retireOlder(session: Session, projection: string, generation: number): Promise<void> {
  const retired = await session.query<{ tables: AnyProjection['tables'] }>(
    `UPDATE ${SCHEMA}.generation SET state = 'retired' WHERE projection = $1 AND state <> 'retired' AND generation < $2 RETURNING tables`,
    [projection, generation],
  );
  for (const table of new Set(retired.flatMap(({ tables }) => Object.keys(tables)))) {
    await session.query(`DROP VIEW IF EXISTS ${viewOf(projection, table)}`);
  }
}

async function createViews(session: Session, { name, tables }: AnyProjection, generation: number): Promise<void> {
  for (const [table, { columns }] of Object.entries(tables)) {
    const listed = Object.keys(columns).map(sqlName).join(', ');
    await session.query(
      `CREATE VIEW ${viewOf(name, table)} AS SELECT ${listed} FROM ${physicalName(name, table, generation)}`,
    );
  }
}
