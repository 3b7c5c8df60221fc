export {
  CommandIdReused,
  ConcurrentChange,
  InvalidAppend,
  LogIdentityError,
  LogIntegrityError,
  StaleRevision,
  StoreBusy,
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
export type { CommandResult } from './command-result';
export { type Decide, WritePath } from './write-path';
export { eventIdOf, nameBased } from './event-id';
export { follow, type FollowOptions } from './follow';
export {
  checkCheckpoint,
  ensureLogIdentity,
  LOG_IDENTITY_STREAM,
  type LogCheckpoint,
  logCreated,
  logEvents,
  type LogIdentity,
  readLogIdentity,
} from './log-identity';
export { type Backoff, backoffDelay, pause, systemTimers, type Timers, unlessAborted } from './pause';
export { type EncodedEvent, MAX_APPEND_BYTES, validateAppend } from './validate-append';
export { Sleepers } from './sleepers';
export { Together } from './together';
export { missingParts, wholeAppends } from './whole-appends';
export { FINAL_AFTER_MS, finalInstant, isOnRecord, type Moment } from './moment';
export { accountsOf } from './accounts';
export { AppendQueue, type Outcome, type QueuedAppend } from './postgres/append-queue';
export { textArray } from './postgres/binary-arrays';
export { PostgresEventStore } from './postgres/postgres-event-store';
export type { BulkAppend } from './postgres/import/chunks';
export { importEvents, type ImportOptions } from './postgres/import/import-events';
export type { Imported } from './postgres/import/import-transaction';
export type { PostgresLogOptions } from './postgres/open-pool';
export { openEventStoreDb } from './eventstoredb/open';
export { InvalidConnectionString, StoreAccessDenied } from './eventstoredb/errors';
export type { EventStoreDbEventStore, EventStoreDbLogOptions } from './eventstoredb/eventstoredb-event-store';
export type { StoreProbe } from './eventstoredb/probe';
