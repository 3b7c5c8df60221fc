import type { Position } from '@app/event-store';
import { changingGenerations } from './generations';
import { lockPositions } from './positions';
import type { AnyProjection } from './projection';
import type { Session } from './session';
import { SCHEMA } from './table-sql';
import { type FormerTables, repointViews } from './views';

type Stored = FormerTables & { readonly generation: number };

/**
 * What was built for a raised version takes over: readers see it from one instant on, the former one is kept, retired. Answers whether
 * there is nothing left to do: not while any of its partitions is quarantined or a group not computed, for then it would show less. A
 * program older than what is live never takes over, nor does what holds less of the log than readers have seen. One try: throws what
 * PostgreSQL says when readers are in the way, for whoever tries again later. `reached`: what every part of it must hold.
 */
export async function cutOver(
  session: Session,
  projection: AnyProjection,
  generation: number,
  reached?: Position,
): Promise<boolean> {
  return changingGenerations(session, async () => {
    const [held] = await session.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT FROM ${SCHEMA}.quarantine WHERE projection = $1 AND generation = $2
         UNION ALL SELECT FROM ${SCHEMA}.across_group WHERE projection = $1 AND generation = $2) held`,
      [projection.name, generation],
    );
    if (held?.count) return false;
    const live = await liveOf(session, projection.name);
    const [waiting] = await session.query(
      `SELECT 1 FROM ${SCHEMA}.generation WHERE projection = $1 AND generation = $2 AND state = 'building'`,
      [projection.name, generation],
    );
    if (!waiting || (live && live.version >= projection.version)) return true;
    if (live && (await holdsLess(session, projection.name, generation, live.generation, reached))) return false;
    await session.query(
      `UPDATE ${SCHEMA}.generation g SET state = 'retired' WHERE projection = $1 AND generation < $2 AND state = 'building'
         AND NOT EXISTS (SELECT 1 FROM ${SCHEMA}.rebuild r WHERE r.projection = g.projection AND r.generation = g.generation)`,
      [projection.name, generation],
    );
    await makeLive(session, projection, generation);
    return true;
  });
}

/** Less in one of its parts than readers have seen of any part of the other, or than `reached`. Holds the checkpoints of both. */
async function holdsLess(
  session: Session,
  projection: string,
  one: number,
  other: number,
  reached = 0n,
): Promise<boolean> {
  const extents = await lockPositions(session, projection, [one, other]);
  const least = extents.get(one)?.least ?? 0n;
  return least < (extents.get(other)?.most ?? 0n) || least < reached;
}

/** Readers see this generation from the commit on, the one they saw is retired. Inside `changingGenerations`. */
export async function makeLive(session: Session, projection: AnyProjection, generation: number): Promise<void> {
  const { name } = projection;
  const former = await liveOf(session, name);
  await session.query(`UPDATE ${SCHEMA}.generation SET state = 'retired' WHERE projection = $1 AND state = 'live'`, [
    name,
  ]);
  await session.query(
    `UPDATE ${SCHEMA}.generation SET state = 'live', live_at = clock_timestamp() WHERE projection = $1 AND generation = $2`,
    [name, generation],
  );
  for (const table of ['rebuild', 'rebuild_group']) {
    await session.query(`DELETE FROM ${SCHEMA}.${table} WHERE projection = $1 AND generation = $2`, [name, generation]);
  }
  await repointViews(session, projection, generation, former);
}

async function liveOf(session: Session, projection: string): Promise<Stored | undefined> {
  const [live] = await session.query<Stored & Record<string, unknown>>(
    `SELECT generation, version, ARRAY(SELECT jsonb_object_keys(tables)) AS tables
     FROM ${SCHEMA}.generation WHERE projection = $1 AND state = 'live'`,
    [projection],
  );
  return live;
}
