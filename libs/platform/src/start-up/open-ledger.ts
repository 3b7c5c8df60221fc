import { type EventStore, ensureLogIdentity } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config';
import { openDatabases } from './open-databases';
import { openEventStore } from './open-event-store';
import { refuseWrongClock } from './refuse-wrong-clock';

/** The log and the database that an app runs on, both reached and ready. */
export interface OpenLedger {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  /** The database as the application enters it, for those who need connections of their own. */
  readonly appUrl: string;
  /** The database as its owner enters it, as far as such a login is known: for bulk imports into the log. */
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

/** Opens what the configuration names and gives a new log its identity. Throws StartUpRefused; close it when done. */
export async function openLedger(config: Config): Promise<OpenLedger> {
  const clock = new SystemClock();
  const databases = await openDatabases(config);
  try {
    await refuseWrongClock(databases.dataSource, clock);
    const store = await openEventStore(config, databases);
    await ensureLogIdentity(store, clock);
    const { dataSource, appUrl, ownerUrl } = databases;
    return { store, dataSource, appUrl, ownerUrl, close: () => store.close().finally(() => databases.close()) };
  } catch (error) {
    await databases.close();
    throw error;
  }
}
