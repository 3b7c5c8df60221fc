import { type Clock, eventSchema } from '@app/kernel';
import { v7 as newId } from 'uuid';
import { appendSurely } from './append-surely';
import { LogIdentityError, LogIntegrityError, WrongExpectedRevision } from './errors';
import type { EventStore } from './event-store';
import type { NewEvent, Position } from './recorded-event';

/** Written once, before anything else: which log this is. Copies and backups keep it, another log has another. */
export const logCreated = eventSchema('LogCreated').startingAs<{ logId: string }>();
export const logEvents = [logCreated] as const;

/** Holds LogCreated at revision 0 and nothing else. */
export const LOG_IDENTITY_STREAM = 'log-identity';

export interface LogIdentity {
  readonly logId: string;
}

/** How far a reader came, and in which log. */
export interface LogCheckpoint {
  readonly logId: string;
  /** Position and id of the last event applied. */
  readonly position: Position;
  readonly eventId: string;
}

/** The log's identity; undefined while it has none. Throws LogIntegrityError when something else stands in its place. */
export async function readLogIdentity(store: EventStore): Promise<LogIdentity | undefined> {
  for await (const { type, data, metadata } of store.read(LOG_IDENTITY_STREAM, { upTo: 0n })) {
    if (type === logCreated.type) return logCreated.decode(metadata.schemaVersion, data);
    throw new LogIntegrityError(`Nhật ký bị can thiệp: luồng ${LOG_IDENTITY_STREAM} bắt đầu bằng ${type}.`);
  }
  return undefined;
}

/** The log's identity, given to it now if it has none yet. Processes that race get the same one. */
export async function ensureLogIdentity(store: EventStore, clock: Clock): Promise<LogIdentity> {
  const present = await readLogIdentity(store);
  if (present) return present;
  const logId = newId();
  try {
    await appendSurely(store, LOG_IDENTITY_STREAM, 'no-stream', [creationOf(logId, clock)]);
    return { logId };
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return ensureLogIdentity(store, clock);
  }
}

/**
 * Makes sure that a checkpoint was taken from this very log and that its event still stands there. Throws LogIdentityError for another
 * log, LogIntegrityError for a log that ends before it or holds another event there: an older backup was restored, or it was altered.
 */
export async function checkCheckpoint(store: EventStore, checkpoint: LogCheckpoint): Promise<void> {
  const { logId, position, eventId } = checkpoint;
  const identity = await readLogIdentity(store);
  if (identity?.logId !== logId) {
    const found = identity ? `nhật ký ${identity.logId}` : 'một nhật ký chưa có định danh';
    throw new LogIdentityError(`Dữ liệu đọc được dựng từ nhật ký ${logId}, nhưng đang kết nối tới ${found}.`);
  }
  const event = await store.eventAt(position);
  if (event?.id === eventId) return;
  const found = event ? `tại đó là sự kiện khác (${event.id})` : 'nhật ký không có sự kiện nào tại đó';
  throw new LogIntegrityError(
    `Đã xử lý đến sự kiện ${eventId} ở vị trí ${position}, nhưng ${found}: nhật ký bị khôi phục từ bản sao cũ hoặc bị sửa.`,
  );
}

function creationOf(logId: string, clock: Clock): NewEvent {
  const { type, data } = logCreated.of({ logId });
  const cause = { commandId: logId, correlationId: logId, causationId: logId };
  const actor = { actor: 'system', onBehalfOf: null, role: 'system' };
  const stamp = { schemaVersion: logCreated.version, recordedAt: clock.now(), part: 1, parts: 1 };
  return { id: logId, type, data, metadata: { ...cause, ...actor, ...stamp } };
}
