import { type ContractSubject, eventStoreContract, startEventStoreDbServer, whereVersionsDiffer } from '@app/testing';
import { full } from '../../../../test/stress/kit/full';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';
import { openEventStoreDb } from './open';

/** What the contract asks for is to succeed, on a busy machine as well. */
const patient = { appendTimeoutMs: 40_000, readTimeoutMs: 40_000 };

/** EventStoreDB 24.10 and KurrentDB 25 answer some things differently; the contract holds there, too: every run tries those, the full form all. */
const groups = full ? undefined : whereVersionsDiffer;

async function setUp(): Promise<ContractSubject> {
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
}

eventStoreContract('The log in EventStoreDB 24.10', setUp, groups);

async function startServer(): Promise<{ connectionString: string; stop: () => void }> {
  const server = await startEventStoreDbServer({ version: '24.10' });
  return { connectionString: server.connectionString, stop: () => server.stop() };
}
