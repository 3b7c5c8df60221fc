import type { EventRegistry, Position, RecordedEvent } from '@app/event-store';
import { Application, blaming } from './application';
import { CheckpointMoved, EventFailed } from './errors';
import { type Collected, Handling } from './handling';
import type { AnyProjection } from './projection';
import { Quarantine } from './quarantine';
import type { Parked, ReadModel } from './read-model';
import { TableStore } from './table-store';

/** What events are applied with: one projection, and one generation of it as it is stored. */
export interface ApplyScope {
  readonly model: ReadModel;
  readonly projection: AnyProjection;
  readonly registry: EventRegistry;
}

/** Whole appends, in log order, of the log named. */
export interface Batch {
  readonly logId: string;
  readonly events: readonly RecordedEvent[];
  /** Where the checkpoint stands before the batch; undefined when nothing was ever applied. */
  readonly after: Position | undefined;
  /** The last event that the batch covers, where it leaves out those of other parts. Default: the last of its events. */
  readonly through?: RecordedEvent | undefined;
}

/**
 * Applies a batch: rows, settled rows, quarantine and checkpoint, all or nothing. A batch that needs to read nothing is one statement, any
 * other a transaction whose last statement carries writes and checkpoint. Throws CheckpointMoved when the checkpoint is not where the
 * batch begins; a database that cannot be reached or has no room throws, and nothing is applied.
 */
export async function applyBatch(scope: ApplyScope, batch: Batch): Promise<void> {
  const last = batch.through ?? batch.events.at(-1);
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

/** One step, where no row need be read and nothing settled. False, and nothing written, when it takes a closer look. */
async function writtenAtOnce(
  { model, projection }: ApplyScope,
  { after: from, logId }: Batch,
  to: RecordedEvent,
  { operations }: Collected,
): Promise<boolean> {
  if (operations.needPresentRows || (projection.settle && operations.groups.size > 0)) return false;
  const tables = new TableStore(model, projection);
  return blaming('write', [], async () => {
    await tables.stage(operations);
    return model.advanceIfNothingStandsStill({ logId, from, to }, tables.take());
  });
}

async function inTransaction(
  { model, projection }: ApplyScope,
  handling: Handling,
  { logId, after: from }: Batch,
  to: RecordedEvent,
  apply: (application: Application) => Promise<void>,
): Promise<void> {
  await model.locked(async ({ position, held }) => {
    if (position !== from) throw new CheckpointMoved(projection.name, from, position);
    const tables = new TableStore(model, projection);
    const application = new Application(model, handling, tables, new Quarantine(model, held));
    await apply(application);
    await application.leaveToStage();
    const moved = await blaming('write', [], () => model.advance({ logId, from, to }, tables.take()));
    if (!moved) throw new CheckpointMoved(projection.name, from, undefined);
  });
}

/**
 * Lets a mended partition go on: its waiting events are applied in order, in one transaction. When one fails again the partition stands
 * still at that event. `fetch` reads the events from the log. Answers how many were applied and how many wait again.
 */
export async function retryPartition(
  { model, projection, registry }: ApplyScope,
  partition: string,
  fetch: (parked: readonly Parked[]) => Promise<RecordedEvent[]>,
): Promise<{ readonly applied: number; readonly waiting: number }> {
  return model.locked(async ({ held }) => {
    const quarantine = new Quarantine(model, held);
    const events = await fetch(await quarantine.release(partition));
    const tables = new TableStore(model, projection);
    const application = new Application(model, new Handling(projection, registry), tables, quarantine);
    await application.carefully(events);
    await application.leaveToStage();
    const waiting = events.filter(({ position }) => quarantine.holds(partition, position)).length;
    return { applied: events.length - waiting, waiting };
  });
}
