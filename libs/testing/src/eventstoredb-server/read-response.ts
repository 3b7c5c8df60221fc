import { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { parse } from 'uuid';
import type { LogRecord } from './log-record';

export type UuidForm = 'string' | 'structured';

/** Messages of a read are written as bytes, so that a record is encoded once however often it is read. */
const encoded = new WeakMap<LogRecord, Buffer>();

export function eventMessage(record: LogRecord, form: UuidForm): Buffer {
  if (form === 'structured') return encode(record, form);
  const known = encoded.get(record);
  if (known) return known;
  const bytes = encode(record, form);
  encoded.set(record, bytes);
  return bytes;
}

export const confirmation = (id: string): Buffer =>
  bytesOf(new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id)));

export const caughtUp = (): Buffer => bytesOf(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));

export const streamNotFound = (stream: string): Buffer =>
  bytesOf(new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream))));

export const lastStreamPosition = (revision: bigint): Buffer =>
  bytesOf(new ReadResp().setLastStreamPosition(String(revision)));

export function checkpoint(position: bigint): Buffer {
  const message = new ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position));
  return bytesOf(new ReadResp().setCheckpoint(message));
}

export function identifier(stream: string): StreamIdentifier {
  return new StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8').toString('base64'));
}

function encode(record: LogRecord, form: UuidForm): Buffer {
  const position = String(record.position);
  const event = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(record.id, form))
    .setStreamIdentifier(identifier(record.stream))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  const properties = event.getMetadataMap();
  properties.set('type', record.type);
  properties.set('content-type', record.contentType);
  properties.set('created', String(record.created));
  return bytesOf(new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event).setCommitPosition(position)));
}

function uuid(text: string, form: UuidForm): UUID {
  if (form === 'string') return new UUID().setString(text);
  const bytes = Buffer.from(parse(text));
  const structured = new UUID.Structured()
    .setMostSignificantBits(String(bytes.readBigInt64BE(0)))
    .setLeastSignificantBits(String(bytes.readBigInt64BE(8)));
  return new UUID().setStructured(structured);
}

function bytesOf(message: ReadResp): Buffer {
  return Buffer.from(message.serializeBinary());
}
