import {
  type EventStore,
  InvalidConnectionString,
  openEventStoreDb,
  PostgresEventStore,
  StoreUnavailable,
} from '@app/event-store';
import { StartUpRefused } from '@app/postgres';
import type { Config } from '../config/config';
import type { Databases } from './open-databases';

/** The categories of all streams (their names up to the `-`). An EventStoreDB may hold more; that is not ours. */
export const streamCategories = [
  ...(['unit', 'officialcode', 'block', 'period', 'calendar'] as const),
  ...(['opening', 'assessment', 'survey', 'casework', 'results'] as const),
  ...(['account', 'provider_logout', 'viewing', 'list_viewing'] as const),
] as const;

/** The log that the configuration names, reached. Throws StartUpRefused when it cannot be; the caller closes it. */
export async function openEventStore(
  { eventStoreUrl }: Pick<Config, 'eventStoreUrl'>,
  { appUrl }: Pick<Databases, 'appUrl'>,
): Promise<EventStore> {
  return eventStoreUrl === undefined ? PostgresEventStore.open({ url: appUrl }) : openEventStoreDbAt(eventStoreUrl);
}

async function openEventStoreDbAt(connectionString: string): Promise<EventStore> {
  try {
    const store = openEventStoreDb({ connectionString, categories: streamCategories });
    await store.probe().catch((error: unknown) => store.close().then(() => Promise.reject(error as Error)));
    return store;
  } catch (error) {
    const expected = error instanceof StoreUnavailable || error instanceof InvalidConnectionString;
    throw expected ? new StartUpRefused(`EVENTSTORE_URL: ${error.message}`, { cause: error }) : error;
  }
}
