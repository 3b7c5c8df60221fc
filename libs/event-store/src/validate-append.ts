import { NIL, validate as isUuid } from 'uuid';
import { InvalidAppend } from './errors';
import { metadataFault } from './event-metadata';
import type { ExpectedRevision } from './event-store';
import { isPlainObject, jsonFault } from './plain-json';
import type { NewEvent } from './recorded-event';
import { streamNameFault } from './stream-name';

/** An append stays below this many bytes: data + metadata + twice the type names, as EventStoreDB counts since 24.10. */
export const MAX_APPEND_BYTES = 1_000_000;

const EVENT_TYPE = /^[A-Za-z][A-Za-z0-9]{0,99}$/;

/** An event as it goes to the store: checked, its id in lower case, its JSON written once. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  /** JSON text. */
  readonly data: string;
  /** JSON text. */
  readonly metadata: string;
}

/**
 * Everything that could never be stored, found before anything is sent: a store answers some of it twice, some of it never.
 * Gives the encoded events, at least one. Throws InvalidAppend naming the stream, the event and the fault.
 */
export function validateAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): readonly EncodedEvent[] {
  refuse(streamNameFault(stream), stream);
  if (expected !== 'no-stream' && (typeof expected !== 'bigint' || expected < 0n)) {
    refuse('the expected revision is "no-stream" or a bigint from 0', stream);
  }
  if (events.length === 0) refuse('an append holds at least one event', stream);
  const encoded = events.map((event, index) => {
    refuse(eventFault(event, index + 1, events.length), stream, event);
    return encode(event);
  });
  refuse(repeatedId(encoded), stream);
  refuse(sizeFault(encoded), stream);
  return encoded;
}

function eventFault(event: NewEvent, part: number, parts: number): string | undefined {
  const { id, type, data, metadata } = event;
  if (typeof type !== 'string' || !EVENT_TYPE.test(type)) return 'type must be a name of 1 to 100 letters and digits';
  if (typeof id !== 'string' || !isUuid(id) || id === NIL) return 'id must be a UUID, and not the nil UUID';
  if (!isPlainObject(data)) return 'data must be a plain object';
  const fault = jsonFault(data, 'data') ?? metadataFault(metadata) ?? jsonFault(metadata, 'metadata');
  if (fault) return fault;
  if (metadata.part !== part || metadata.parts !== parts) return `it must be marked as part ${part} of ${parts}`;
  return undefined;
}

function encode({ id, type, data, metadata }: NewEvent): EncodedEvent {
  return { id: id.toLowerCase(), type, data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
}

function repeatedId(events: readonly EncodedEvent[]): string | undefined {
  const ids = new Set(events.map((event) => event.id));
  return ids.size < events.length ? 'two events of the append have the same id' : undefined;
}

function sizeFault(events: readonly EncodedEvent[]): string | undefined {
  let bytes = 0;
  for (const { type, data, metadata } of events) {
    bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata) + 2 * Buffer.byteLength(type);
  }
  if (bytes < MAX_APPEND_BYTES) return undefined;
  return `the append has ${bytes} bytes; it must stay below ${MAX_APPEND_BYTES}: split it into several commands`;
}

function refuse(fault: string | undefined, stream: string, event?: NewEvent): void {
  if (fault === undefined) return;
  throw new InvalidAppend(
    `Append to ${stream} refused${event ? ` at ${String(event.type)} ${String(event.id)}` : ''}: ${fault}`,
  );
}
