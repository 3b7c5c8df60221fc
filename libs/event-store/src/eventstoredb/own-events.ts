import type { ResolvedEvent } from '@eventstore/db-client';
import { LogIntegrityError } from '../errors';
import type { EventMetadata, RecordedEvent } from '../recorded-event';

/** A place in `$all`. Both numbers are the same for whatever current servers write. */
export interface StoredPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** The part of a client's event that matters here; alike in reads of a stream and of `$all`. */
export type StoredEvent = Pick<
  NonNullable<ResolvedEvent['event']>,
  'id' | 'streamId' | 'revision' | 'type' | 'data' | 'metadata'
> & { readonly position?: StoredPosition };

/** Tells the streams of this log from everything else that a server may hold. */
export class OwnEvents {
  private readonly categories: ReadonlySet<string>;

  /** Categories are the parts of stream names before their first `-`. */
  constructor(categories: readonly string[]) {
    this.categories = new Set(categories);
  }

  /**
   * The event, when it is one of ours. Throws LogIntegrityError for what nobody writes by right: a deleted stream, or limits and rights set on
   * one of our streams, or an event without our metadata.
   */
  of(event: StoredEvent): RecordedEvent | undefined {
    const { streamId, type } = event;
    if (streamId.startsWith('$$') && this.owns(streamId.slice(2))) throw tampering(event, streamId.slice(2));
    if (!this.owns(streamId)) return undefined;
    if (type.startsWith('$')) throw tampering(event, streamId);
    return recordedEvent(event);
  }

  private owns(stream: string): boolean {
    const dash = stream.indexOf('-');
    return dash > 0 && this.categories.has(stream.slice(0, dash));
  }
}

/**
 * An event of one of our streams. Throws LogIntegrityError when it has not our metadata, as nobody could tell then which append it belongs
 * to. One whose data is no JSON object keeps its place, so that all others can be read: whoever asks for its data is told.
 */
export function recordedEvent({ id, streamId, revision, type, data, metadata, position }: StoredEvent): RecordedEvent {
  const foreign = (): LogIntegrityError =>
    new LogIntegrityError(
      `Nhật ký bị can thiệp: sự kiện ${type} ${id} (${streamId}, số ${revision}) không do hệ thống này ghi.`,
    );
  if (!isMetadata(metadata) || position === undefined) throw foreign();
  const envelope = { id, stream: streamId, revision, position: position.commit, type, metadata };
  if (isObject(data)) return { ...envelope, data };
  return {
    ...envelope,
    get data(): never {
      throw foreign();
    },
  };
}

function tampering({ type, id }: StoredEvent, stream: string): LogIntegrityError {
  const what = type === '$streamDeleted' ? 'đã bị xóa' : `đã bị đặt giới hạn hoặc quyền riêng (${type})`;
  return new LogIntegrityError(`Nhật ký bị can thiệp: luồng ${stream} ${what}; xem sự kiện ${id}.`);
}

/** Cheap: every event passes here. What is in them is checked in full before it is appended. */
function isMetadata(value: unknown): value is EventMetadata {
  if (!isObject(value)) return false;
  const { commandId, schemaVersion, part, parts } = value as Partial<EventMetadata>;
  return (
    typeof commandId === 'string' &&
    typeof schemaVersion === 'number' &&
    typeof part === 'number' &&
    typeof parts === 'number' &&
    part >= 1 &&
    part <= parts
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
