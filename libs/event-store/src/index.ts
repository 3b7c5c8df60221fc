export {
  ConcurrentChange,
  InvalidAppend,
  LogIdentityError,
  LogIntegrityError,
  StoreUnavailable,
  UnknownEventType,
  WrongExpectedRevision,
} from './errors';
export { type Appended, EventStore, type ExpectedRevision, type Page } from './event-store';
export type {
  CommandContext,
  EventEnvelope,
  EventMetadata,
  NewEvent,
  Position,
  Recorded,
  RecordedEvent,
} from './recorded-event';
export { EventRegistry } from './event-registry';
export { type CommandResult, WritePath } from './write-path';
export { follow, type FollowOptions } from './follow';
export { ensureLogIdentity, readLogIdentity, type LogIdentity } from './log-identity';
export { isStreamKey } from './stream-name';
export { type EncodedEvent, MAX_APPEND_BYTES, validateAppend } from './validate-append';
