import type { EventRegistry, Position, RecordedEvent } from '@app/event-store';
import { Application } from './application';
import { advanceCheckpoint, lockCheckpoint } from './checkpoint';
import { EventFailed } from './errors';
import type { Generation } from './generations';
import type { AnyProjection } from './projection';
import { type Parked, Quarantine } from './quarantine';
import { type Session, transaction } from './session';
import { TableStore } from './table-store';

/** What events are applied with: one connection, one projection in one generation. */
export interface ApplyScope {
  readonly session: Session;
  readonly projection: AnyProjection;
  readonly generation: Generation;
  readonly registry: EventRegistry;
}

/** Whole appends, in log order, of the log named. */
export interface Batch {
  readonly logId: string;
  readonly events: readonly RecordedEvent[];
  /** Where the checkpoint stands before the batch; undefined when nothing was ever applied. */
  readonly after: Position | undefined;
}

/**
 * Applies a batch: rows, settled rows, quarantine and checkpoint, all in one transaction. Throws CheckpointMoved when the checkpoint is
 * not where the batch begins; a database that cannot be reached or has no room throws, and nothing is applied.
 */
export async function applyBatch(scope: ApplyScope, batch: Batch): Promise<void> {
  const last = batch.events.at(-1);
  if (!last) return;
  try {
    await inTransaction(scope, batch, last, (application) => application.together(batch.events));
  } catch (error) {
    if (!(error instanceof EventFailed)) throw error;
    await inTransaction(scope, batch, last, (application) => application.carefully(batch.events));
  }
}

async function inTransaction(
  scope: ApplyScope,
  { logId, after }: Batch,
  last: RecordedEvent,
  apply: (application: Application) => Promise<void>,
): Promise<void> {
  const { session, generation } = scope;
  await transaction(session, async () => {
    await lockCheckpoint(session, generation, after);
    await apply(applicationOf(scope, await loadedQuarantine(scope)));
    await advanceCheckpoint(session, generation, logId, last);
  });
}

/**
 * Lets a mended partition go on: its waiting events are applied in order, in one transaction. When one fails again the partition stands
 * still at that event. `fetch` reads the events from the log. Answers how many were applied and how many wait again.
 */
export async function retryPartition(
  scope: ApplyScope,
  partition: string,
  fetch: (parked: readonly Parked[]) => Promise<RecordedEvent[]>,
): Promise<{ readonly applied: number; readonly waiting: number }> {
  const { session, generation } = scope;
  return transaction(session, async () => {
    await session.query('SELECT 1 FROM read_model.checkpoint WHERE projection = $1 AND generation = $2 FOR UPDATE', [
      generation.projection,
      generation.generation,
    ]);
    const quarantine = await loadedQuarantine(scope);
    const events = await fetch(await quarantine.release(partition));
    await applicationOf(scope, quarantine).carefully(events);
    const waiting = events.filter(({ position }) => quarantine.holds(partition, position)).length;
    return { applied: events.length - waiting, waiting };
  });
}

async function loadedQuarantine({ session, generation }: ApplyScope): Promise<Quarantine> {
  const quarantine = new Quarantine(session, generation);
  await quarantine.load();
  return quarantine;
}

function applicationOf({ session, projection, generation, registry }: ApplyScope, quarantine: Quarantine): Application {
  return new Application(
    session,
    projection,
    registry,
    new TableStore(session, projection, generation.generation),
    quarantine,
  );
}
