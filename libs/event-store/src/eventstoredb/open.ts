import type * as adapter from './eventstoredb-event-store';

/**
 * The log in EventStoreDB; connects at its first call, `probe` makes sure that it can. Throws InvalidConnectionString.
 * Loads gRPC only here, half a second of it: a program whose log is in PostgreSQL has no use for it.
 */
export function openEventStoreDb(options: adapter.EventStoreDbLogOptions): adapter.EventStoreDbEventStore {
  const { EventStoreDbEventStore } = module.require('./eventstoredb-event-store') as typeof adapter;
  return new EventStoreDbEventStore(options);
}
