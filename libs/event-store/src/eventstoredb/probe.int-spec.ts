import { createServer, type Server } from 'node:net';
import { type EventStoreDbServer, startEventStoreDbCluster, startEventStoreDbServer } from '@app/testing';
import { StoreUnavailable } from '../errors';
import { StoreAccessDenied } from './errors';
import { EventStoreDbEventStore } from './eventstoredb-event-store';

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

describe('Before it starts, the program makes sure that EventStoreDB', () => {
  it('is there: a single node leads itself', async () => {
    const server = await startServer();
    const { host, port } = server.address;
    expect(await open(server.connectionString).probe()).toEqual({ leader: `${host}:${port}`, members: 1 });
  });

  it('is found by discovery, under the name of KurrentDB, too', async () => {
    const [leader, ...followers] = await startCluster();
    const [seed] = followers;
    const address = `kurrentdb+discover://${seed?.address.host}:${seed?.address.port}?tls=false`;
    const found = await open(address).probe();
    expect(found).toEqual({ leader: `${leader?.address.host}:${leader?.address.port}`, members: 3 });
  });

  it('runs; else it says where it looked, and that TLS may be the cause', async () => {
    const server = await startServer();
    server.stop();
    const { port } = server.address;
    const refused = await refusal(server.connectionString);
    expect(refused.message).toContain(`127.0.0.1:${port}`);
    expect(refused.message).toMatch(/TLS/);
  });

  it('speaks TLS or not, as the address says; both mistakes are named', async () => {
    const server = await startServer();
    const { host, port } = server.address;
    expect((await refusal(`esdb://admin:secret@${host}:${port}?tls=true`)).message).toMatch(/TLS/);
    expect((await refusal(`esdb://admin:secret@${host}:${port}?tls=true`)).message).not.toMatch(/secret/);
    const closing = await closingServer();
    const { port: other } = closing.address() as { port: number };
    expect((await refusal(`esdb://127.0.0.1:${other}?tls=false`)).message).toMatch(/TLS/);
  });

  it('has a leader: a cluster without one is named', async () => {
    const nodes = await startCluster();
    const [leader, follower] = nodes;
    leader?.stop();
    const { message } = await refusal(follower?.connectionString ?? '');
    expect(message).toMatch(/2 nút hoạt động nhưng chưa có nút dẫn đầu/);
  });

  it('answers in time', async () => {
    const server = await startServer();
    server.faults.freeze();
    const started = Date.now();
    expect((await refusal(server.connectionString, 300)).message).toMatch(/không trả lời trong 0.3 giây/);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('lets this user read', async () => {
    const server = await startServer();
    server.faults.denyAccess = true;
    const denied = await refusal(server.connectionString);
    expect(denied).toBeInstanceOf(StoreAccessDenied);
    expect(denied.message).toMatch(/từ chối người dùng/);
  });
});

async function startServer(): Promise<EventStoreDbServer> {
  const server = await startEventStoreDbServer();
  cleanUp.push(() => server.stop());
  return server;
}

async function startCluster(): Promise<readonly EventStoreDbServer[]> {
  const nodes = await startEventStoreDbCluster(3);
  cleanUp.push(...nodes.map((node) => () => node.stop()));
  return nodes;
}

async function refusal(connectionString: string, timeoutMs?: number): Promise<Error> {
  const error: unknown = await open(connectionString)
    .probe(timeoutMs)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreUnavailable);
  return error as Error;
}

function open(connectionString: string): EventStoreDbEventStore {
  const store = new EventStoreDbEventStore({ connectionString, categories: ['trap'] });
  cleanUp.push(() => store.close());
  return store;
}

/** Ends every connection at once, as a TLS server does with one that begins in plain text. */
function closingServer(): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  cleanUp.push(() => server.close());
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
