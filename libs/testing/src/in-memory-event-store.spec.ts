import { eventStoreContract } from './event-store-contract';
import { InMemoryEventStore, InMemoryLog } from './in-memory-event-store';

eventStoreContract('The log in memory', () => {
  const log = new InMemoryLog();
  const open = (): Promise<InMemoryEventStore> => Promise.resolve(new InMemoryEventStore(log));
  const store = new InMemoryEventStore(log);
  return Promise.resolve({ store, open, alterations: [], tearDown: () => store.close() });
});
