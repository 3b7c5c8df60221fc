import { eventStoreContract, startEventStoreDbServer } from '@app/testing';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';
import { openEventStoreDb } from './open';

/** What the contract asks for is to succeed, on a busy machine as well. */
const patient = { appendTimeoutMs: 40_000, readTimeoutMs: 40_000 };

/** EventStoreDB 24.10 and KurrentDB 25 answer some things differently; the contract holds there, too. */
eventStoreContract('The log in EventStoreDB 24.10', async () => {
  const { connectionString, stop } = await startServer();
  const opened: EventStoreDbEventStore[] = [];
  const open = (): Promise<EventStoreDbEventStore> => {
    const store = openEventStoreDb({ connectionString, categories: ['contract'], ...patient });
    opened.push(store);
    return Promise.resolve(store);
  };
  const tearDown = async (): Promise<void> => {
    await Promise.all(opened.map((store) => store.close()));
    stop();
  };
  return { store: await open(), open, alterations: [], tearDown };
});

async function startServer(): Promise<{ connectionString: string; stop: () => void }> {
  const server = await startEventStoreDbServer({ version: '24.10' });
  return { connectionString: server.connectionString, stop: () => server.stop() };
}
