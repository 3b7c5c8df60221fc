import { type EventStore, PostgresEventStore } from '@app/event-store';
import type { Config } from '../config/config';
import type { Databases } from './open-databases';

/** The log that the configuration names. Throws StartUpRefused when it cannot be reached; the caller closes it. */
export async function openEventStore(_config: Config, { appUrl }: Databases): Promise<EventStore> {
  const store = PostgresEventStore.open({ url: appUrl });
  await store.head();
  return store;
}
