import {
  BACKWARDS,
  END,
  FORWARDS,
  type ReadStreamOptions,
  StreamDeletedError,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { LogIntegrityError } from '../errors';
import type { RecordedEvent } from '../recorded-event';
import { collect } from './collect';
import type { Connection } from './connection';
import { recordedEvent } from './own-events';
import { deletedStream, storeError } from './store-error';

const CHUNK = 500;

/**
 * A stream from its start, in chunks, so that a consumer that takes its time holds no call open. Throws LogIntegrityError when the stream was
 * deleted or lacks events: nobody does that by right.
 */
export async function* readStream(
  connection: Connection,
  idleMs: number,
  stream: string,
  upTo: bigint | undefined,
): AsyncGenerator<RecordedEvent> {
  for (let next = 0n; upTo === undefined || next <= upTo;) {
    const left = upTo === undefined ? BigInt(CHUNK) : upTo - next + 1n;
    const count = left < CHUNK ? Number(left) : CHUNK;
    const events = await chunk(connection, idleMs, stream, next, count);
    for (const event of events) {
      if (event.revision !== next) throw missing(stream, next, event.revision);
      next += 1n;
    }
    yield* events;
    if (events.length < count) return;
  }
}

/** A stream's last event; undefined when it does not exist. Throws LogIntegrityError when the stream was deleted. */
export async function lastOf(
  connection: Connection,
  idleMs: number,
  stream: string,
): Promise<RecordedEvent | undefined> {
  const [last] = await eventsOf(connection, idleMs, stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
  return last;
}

function chunk(
  connection: Connection,
  idleMs: number,
  stream: string,
  fromRevision: bigint,
  maxCount: number,
): Promise<RecordedEvent[]> {
  return eventsOf(connection, idleMs, stream, { direction: FORWARDS, fromRevision, maxCount });
}

async function eventsOf(
  connection: Connection,
  idleMs: number,
  stream: string,
  options: ReadStreamOptions,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  try {
    await collect(
      connection,
      idleMs,
      (client) => client.readStream(stream, options),
      ({ event }) => {
        if (event) events.push(recordedEvent(event));
      },
    );
  } catch (error) {
    if (error instanceof StreamNotFoundError) return events;
    throw error instanceof StreamDeletedError ? deletedStream(stream) : storeError(error);
  }
  return events;
}

function missing(stream: string, expected: bigint, found: bigint): LogIntegrityError {
  return new LogIntegrityError(
    `Nhật ký bị can thiệp: luồng ${stream} thiếu sự kiện số ${expected} (đọc được số ${found}).`,
  );
}
