import type { EventRegistry, Position, RecordedEvent } from '@app/event-store';
import { Application, blaming } from './application';
import { advance, advanceIfNothingStandsStill, beginLocked } from './checkpoint';
import { CheckpointMoved, EventFailed } from './errors';
import type { Generation } from './generations';
import { type Collected, Handling } from './handling';
import type { AnyProjection } from './projection';
import { type Parked, Quarantine } from './quarantine';
import { completed, type Session } from './session';
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
 * Applies a batch: rows, settled rows, quarantine and checkpoint, all or nothing. A batch that needs to read nothing is one statement, any
 * other a transaction whose last statement carries writes and checkpoint. Throws CheckpointMoved when the checkpoint is not where the
 * batch begins; a database that cannot be reached or has no room throws, and nothing is applied.
 */
export async function applyBatch(scope: ApplyScope, batch: Batch): Promise<void> {
  const last = batch.events.at(-1);
  if (!last) return;
  const handling = new Handling(scope.projection, scope.registry);
  try {
    const collected = handling.collect(handling.concerning(batch.events));
    if (await writtenAtOnce(scope, batch, last, collected)) return;
    await inTransaction(scope, handling, batch, last, (application) => application.together(collected));
  } catch (error) {
    if (!(error instanceof EventFailed)) throw error;
    await inTransaction(scope, handling, batch, last, (application) => application.carefully(batch.events));
  }
}

/** One statement, where no row need be read and nothing settled. False, and nothing written, when it takes a closer look. */
async function writtenAtOnce(
  scope: ApplyScope,
  { after, logId }: Batch,
  last: RecordedEvent,
  { operations }: Collected,
): Promise<boolean> {
  const { projection, generation } = scope;
  if (operations.needPresentRows || (projection.settle && operations.groups.size > 0)) return false;
  const tables = tablesOf(scope);
  return blaming('write', [], async () => {
    await tables.stage(operations);
    return tables.flushAfter(advanceIfNothingStandsStill(generation, after, logId, last));
  });
}

async function inTransaction(
  scope: ApplyScope,
  handling: Handling,
  { logId, after }: Batch,
  last: RecordedEvent,
  apply: (application: Application) => Promise<void>,
): Promise<void> {
  const { session, generation } = scope;
  await completed(session, async () => {
    const { position, held } = await beginLocked(session, generation);
    if (position !== after) throw new CheckpointMoved(generation.projection, after, position);
    const tables = tablesOf(scope);
    await apply(new Application(session, handling, tables, new Quarantine(session, generation, held)));
    const moved = await blaming('write', [], () => tables.flushAfter(advance(generation, after, logId, last)));
    if (!moved) throw new CheckpointMoved(generation.projection, after, undefined);
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
  return completed(session, async () => {
    const { held } = await beginLocked(session, generation);
    const quarantine = new Quarantine(session, generation, held);
    const events = await fetch(await quarantine.release(partition));
    const handling = new Handling(scope.projection, scope.registry);
    await new Application(session, handling, tablesOf(scope), quarantine).carefully(events);
    const waiting = events.filter(({ position }) => quarantine.holds(partition, position)).length;
    return { applied: events.length - waiting, waiting };
  });
}

function tablesOf({ session, projection, generation }: ApplyScope): TableStore {
  return new TableStore(session, projection, generation.generation);
}
