import { eventStoreContract, startEventStoreDbServer } from '@app/testing';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';
import { openEventStoreDb } from './open';

const real = process.env.EVENTSTORE_URL;

/** What the contract asks for is to succeed, on a busy machine as well. */
const patient = { appendTimeoutMs: 40_000, readTimeoutMs: 40_000 };

/** Against the server that EVENTSTORE_URL names, else against the protocol server. */
eventStoreContract(`The log in ${real ? 'a real EventStoreDB' : 'EventStoreDB'}`, async () => {
  const server = real ? undefined : await startEventStoreDbServer();
  const connectionString = real ?? server?.connectionString ?? '';
  const opened: EventStoreDbEventStore[] = [];
  const open = (): Promise<EventStoreDbEventStore> => {
    const store = openEventStoreDb({ connectionString, categories: ['contract'], ...patient });
    opened.push(store);
    return Promise.resolve(store);
  };
  return {
    store: await open(),
    open,
    alterations: [],
    tearDown: async () => {
      await Promise.all(opened.map((store) => store.close()));
      server?.stop();
    },
  };
});
