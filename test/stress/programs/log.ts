import { type EventStore, openEventStoreDb, PostgresEventStore } from '@app/event-store';
import { type Line, throughLine } from './line-to-server';

/** Which log, and where. */
export interface LogAddress {
  readonly adapter: 'postgres' | 'eventstoredb';
  readonly url: string;
}

/** Opens the log; `appendTimeoutMs` only where an acknowledgement is to be missed soon. */
export function openLog({ adapter, url }: LogAddress, appendTimeoutMs = 10_000): EventStore {
  if (adapter === 'postgres') return PostgresEventStore.open({ url, name: 'crash' });
  return openEventStoreDb({ connectionString: url, categories: ['account'], appendTimeoutMs });
}

/** The same log behind a line of our own. */
export async function openLogBehind(address: LogAddress): Promise<{ readonly log: EventStore; readonly line: Line }> {
  const line = await throughLine(address.url);
  return { log: openLog({ ...address, url: line.url }), line };
}
