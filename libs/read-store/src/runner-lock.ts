import { pause } from '@app/event-store';
import type { Generation } from './generations';
import type { Session } from './session';

/** Of a whole generation, or with `/` and its number of a part. */
const KEY = `hashtextextended('read_model.' || $1::text || '.' || $2::text, 0)`;

/**
 * Waits until this connection alone may run the generation; false when aborted before that. The lock ends with the connection, so a
 * killed process frees it, and work done on the same connection can never outlive it.
 */
export async function lockGeneration(
  session: Session,
  generation: Generation,
  signal: AbortSignal,
  retryMs = 500,
): Promise<boolean> {
  while (!signal.aborted) {
    const [answer] = await session.query<{ locked: boolean }>(
      `SELECT pg_try_advisory_lock(${KEY}) AS locked`,
      names(generation),
    );
    if (answer?.locked) return true;
    await pause(retryMs, signal);
  }
  return false;
}

/** Lets the next runner in. */
export async function unlockGeneration(session: Session, generation: Generation): Promise<void> {
  await session.query(`SELECT pg_advisory_unlock(${KEY})`, names(generation));
}

/** Of a divided generation: the parts that somebody runs now. */
export async function partsLocked(
  session: Session,
  generation: Generation,
  parts: readonly number[],
): Promise<number[]> {
  const { projection, generation: number } = generation;
  const rows = await session.query<{ part: number }>(
    `SELECT part FROM unnest($3::integer[]) AS part
     WHERE hashtextextended('read_model.' || $1::text || '.' || $2::text || '/' || part, 0) IN (${HELD})`,
    [projection, number, parts],
  );
  return rows.map(({ part }) => part);
}

/** The keys of the advisory locks that are held in this database. */
export const HELD = `SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
  WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

function names({ projection, generation, part }: Generation): [string, string] {
  return [projection, part === undefined ? `${generation}` : `${generation}/${part}`];
}
