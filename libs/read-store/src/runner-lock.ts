import { pause } from '@app/event-store';
import type { Generation } from './generations';
import type { Session } from './session';

const KEY = `hashtextextended('read_model.' || $1::text || '.' || $2::text, 0)`;

/**
 * Waits until this connection alone may run the generation; false when aborted before that. The lock ends with the connection, so a
 * killed process frees it, and work done on the same connection can never outlive it.
 */
export async function lockGeneration(
  session: Session,
  { projection, generation }: Generation,
  signal: AbortSignal,
  retryMs = 500,
): Promise<boolean> {
  while (!signal.aborted) {
    const [answer] = await session.query<{ locked: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS locked`, [
      projection,
      generation,
    ]);
    if (answer?.locked) return true;
    await pause(retryMs, signal);
  }
  return false;
}

/** Lets the next runner in. */
export async function unlockGeneration(session: Session, { projection, generation }: Generation): Promise<void> {
  await session.query(`SELECT pg_advisory_unlock(${KEY})`, [projection, generation]);
}
