import type { LogCheckpoint } from '@app/event-store';
import { UnknownProjection } from './errors';
import type { Generation } from './generations';
import type { Advance, Standing } from './read-model';
import type { Session } from './session';
import { SCHEMA, type Statement } from './table-sql';

type Stored = { log_id: string | null; position: string | null; event_id: string | null };

const SELECT = `SELECT log_id, position::text, event_id FROM ${SCHEMA}.checkpoint WHERE projection = $1 AND generation = $2 AND part = $3`;

/** How far a generation (the part of it that is meant) came, and in which log; undefined before its first event. */
export async function readCheckpoint(session: Session, of: Generation): Promise<LogCheckpoint | undefined> {
  return checkpointOf(await session.query<Stored>(SELECT, [of.projection, of.generation, of.part ?? 0]), of);
}

/** Those of all parts of a generation that have begun. */
export async function readCheckpoints(session: Session, of: Generation): Promise<LogCheckpoint[]> {
  const rows = await session.query<Stored>(SELECT.replace(' AND part = $3', ''), [of.projection, of.generation]);
  return rows.flatMap((row) => checkpointOf([row], of) ?? []);
}

/**
 * Begins a transaction that holds the checkpoint until it ends: whoever applies events holds it, so two never interleave. What stands
 * still is read behind the lock, by a statement of its own that sees what was committed while it was waited for.
 */
export function beginLocked(session: Session, of: Generation): Promise<Standing> {
  return lockStanding(session, of, 'BEGIN; ');
}

/** The same inside a transaction that has begun. */
export async function lockStanding(session: Session, of: Generation, first = ''): Promise<Standing> {
  const { projection, generation, part = 0 } = of;
  const own = `projection = '${projection}' AND generation = ${generation}`;
  const rows = await session.query<Stored & { held: HeldRow[] }>(
    `${first}SELECT FROM ${SCHEMA}.checkpoint WHERE ${own} AND part = ${part} FOR UPDATE;
     SELECT log_id, position::text, event_id, (
       SELECT coalesce(json_agg(json_build_object('partition', partition, 'position', position::text, 'attempts', attempts)), '[]')
       FROM ${SCHEMA}.quarantine WHERE ${own}) AS held
     FROM ${SCHEMA}.checkpoint WHERE ${own} AND part = ${part}`,
  );
  const held = rows.flatMap((row) => row.held).map((row) => ({ ...row, position: BigInt(row.position) }));
  return { position: checkpointOf(rows, { projection })?.position, held };
}

type HeldRow = { readonly partition: string; readonly position: string; readonly attempts: number };

/**
 * Moves the checkpoint from where the batch begins to its last event; answers a row when it stood there. Two runners that apply the same
 * page cannot both be answered one.
 */
export function advance({ projection, generation, part = 0 }: Generation, { logId, from, to }: Advance): Statement {
  return {
    sql: `UPDATE ${SCHEMA}.checkpoint SET log_id = $3, position = $4, event_id = $5, updated_at = clock_timestamp()
     WHERE projection = $1 AND generation = $2 AND part = $7 AND position IS NOT DISTINCT FROM $6 RETURNING position`,
    parameters: [projection, generation, logId, to.position.toString(), to.id, from?.toString() ?? null, part],
  };
}

/** The same, but not while a partition stands still: for a batch that looks at nothing else. */
export function advanceIfNothingStandsStill(generation: Generation, move: Advance): Statement {
  const { sql, parameters } = advance(generation, move);
  const none = `NOT EXISTS (SELECT FROM ${SCHEMA}.quarantine q WHERE q.projection = $1 AND q.generation = $2)`;
  return { sql: sql.replace('RETURNING', `AND ${none} RETURNING`), parameters };
}

function checkpointOf(
  rows: readonly Stored[],
  { projection }: Pick<Generation, 'projection'>,
): LogCheckpoint | undefined {
  const [stored] = rows;
  if (!stored) throw new UnknownProjection(projection);
  const { log_id: logId, position, event_id: eventId } = stored;
  if (logId === null || position === null || eventId === null) return undefined;
  return { logId, position: BigInt(position), eventId };
}
