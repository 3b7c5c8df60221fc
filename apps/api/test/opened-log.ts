import { type EventStore, PostgresEventStore } from '@app/event-store';
import { openEventStore } from '@app/platform';
import { type EventStoreDbServer, startEventStoreDbServer, type TestDatabase } from '@app/testing';

/** Where a log can be: what is true of the program is true over each. For `describe.each`. */
export const logs = ['postgres', 'eventstoredb'] as const;
export type Log = (typeof logs)[number];

/** A log of a test's own. */
export interface OpenedLog {
  readonly store: EventStore;
  /** The server that holds the log when the database does not. */
  readonly server?: EventStoreDbServer;
  close(): Promise<void>;
}

/** In the database given, or on a protocol server of its own, through the real client over the real wire. */
export async function openLog(log: Log, { appUrl }: Pick<TestDatabase, 'appUrl'>): Promise<OpenedLog> {
  if (log === 'postgres') {
    const store = PostgresEventStore.open({ url: appUrl });
    return { store, close: () => store.close() };
  }
  const server = await startEventStoreDbServer();
  const store = await openEventStore({ eventStoreUrl: server.connectionString }, { appUrl });
  return { store, server, close: () => store.close().finally(() => server.stop()) };
}
