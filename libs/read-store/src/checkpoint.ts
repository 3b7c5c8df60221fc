import type { LogCheckpoint, RecordedEvent } from '@app/event-store';
import { CheckpointMoved, UnknownProjection } from './errors';
import type { Generation } from './generations';
import type { Session } from './session';
import { SCHEMA } from './table-sql';

type Stored = { log_id: string | null; position: string | null; event_id: string | null };

const SELECT = `SELECT log_id, position::text, event_id FROM ${SCHEMA}.checkpoint WHERE projection = $1 AND generation = $2`;

/** How far a generation came, and in which log; undefined before its first event. */
export async function readCheckpoint(session: Session, generation: Generation): Promise<LogCheckpoint | undefined> {
  return checkpointOf(await session.query<Stored>(SELECT, [generation.projection, generation.generation]), generation);
}

/**
 * Locks the checkpoint until the transaction ends: whoever applies events holds it, so two never interleave. Throws CheckpointMoved
 * when it is not at `expected`.
 */
export async function lockCheckpoint(
  session: Session,
  generation: Generation,
  expected: bigint | undefined,
): Promise<void> {
  const rows = await session.query<Stored>(`${SELECT} FOR UPDATE`, [generation.projection, generation.generation]);
  const found = checkpointOf(rows, generation)?.position;
  if (found !== expected) throw new CheckpointMoved(generation.projection, expected, found);
}

/** The checkpoint stands at `event`, the last one of the batch. */
export async function advanceCheckpoint(
  session: Session,
  { projection, generation }: Generation,
  logId: string,
  event: RecordedEvent,
): Promise<void> {
  await session.query(
    `UPDATE ${SCHEMA}.checkpoint SET log_id = $3, position = $4, event_id = $5, updated_at = clock_timestamp()
     WHERE projection = $1 AND generation = $2`,
    [projection, generation, logId, event.position.toString(), event.id],
  );
}

function checkpointOf(rows: readonly Stored[], { projection }: Generation): LogCheckpoint | undefined {
  const [stored] = rows;
  if (!stored) throw new UnknownProjection(projection);
  const { log_id: logId, position, event_id: eventId } = stored;
  if (logId === null || position === null || eventId === null) return undefined;
  return { logId, position: BigInt(position), eventId };
}
