import type { UUID } from '@eventstore/db-client/generated/shared_pb';
import { NIL, stringify, validate } from 'uuid';
import type { ProposedEvent } from './log-record';

/** What unary and batch append have in common on the wire. */
export interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** Why the server does not accept an event. */
export type EventFault = 'no-type' | 'no-content-type' | 'empty-type' | 'no-id' | 'bad-id' | 'empty-id';

/** Reads an event from the wire, or says what is wrong with it. */
export function proposedEvent(message: ProposedMessage): ProposedEvent | EventFault {
  const type = message.getMetadataMap().get('type');
  const contentType = message.getMetadataMap().get('content-type');
  if (type === undefined) return 'no-type';
  if (contentType === undefined) return 'no-content-type';
  const id = uuidText(message.getId());
  if (id === undefined) return 'no-id';
  if (!validate(id)) return 'bad-id';
  if (id === NIL) return 'empty-id';
  if (type === '') return 'empty-type';
  return { id, type, contentType, data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8() };
}

/** A UUID in either of its two forms on the wire, as text. */
export function uuidText(uuid: UUID | undefined): string | undefined {
  if (!uuid?.hasStructured()) return uuid?.hasString() ? uuid.getString().toLowerCase() : undefined;
  const bytes = Buffer.alloc(16);
  bytes.writeBigInt64BE(BigInt(uuid.getStructured()?.getMostSignificantBits() ?? 0), 0);
  bytes.writeBigInt64BE(BigInt(uuid.getStructured()?.getLeastSignificantBits() ?? 0), 8);
  return stringify(bytes);
}
