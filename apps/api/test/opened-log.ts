import { type EventStore, PostgresEventStore } from '@app/event-store';
import { openEventStore } from '@app/platform';
import { type EventStoreDbServer, startEventStoreDbServer, type TestDatabase } from '@app/testing';
import { full } from '../../../test/stress/kit/full';

/** Where a log can be. For `describe.each` of what every run shows of each: a whole year, keys, revisions, outages, projectors. */
export const everyLog = ['postgres', 'eventstoredb'] as const;
export type Log = (typeof everyLog)[number];

/** What is true of the program over one log is true over each, as the contract of the log says; `PAR_LOGS=all` tries it, as full forms do. */
export const logs: readonly Log[] = full || process.env['PAR_LOGS'] === 'all' ? everyLog : ['postgres'];

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
