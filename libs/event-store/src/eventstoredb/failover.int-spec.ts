import { randomUUID } from 'node:crypto';
import {
  changeLeader,
  type EventStoreDbServer,
  newEvents,
  startEventStoreDbCluster,
  startEventStoreDbServer,
} from '@app/testing';
import { StoreUnavailable } from '../errors';
import type { NewEvent } from '../recorded-event';
import { EventStoreDbEventStore } from './eventstoredb-event-store';

const WRITERS = 8;

const cleanUp: (() => unknown)[] = [];

afterEach(async () => {
  for (const each of cleanUp.splice(0).reverse()) await each();
});

describe('Writers that repeat what was not acknowledged', () => {
  it('lose nothing and write nothing twice while a single server is killed ten times', async () => {
    const server = await startEventStoreDbServer();
    cleanUp.push(() => server.stop());
    const writers = new Writers(server.connectionString);
    for (let round = 0; round < 10; round += 1) {
      await writers.progress();
      server.stop();
      await pause(20);
      await server.start();
    }
    await writers.stop();
    writers.expectAllOnce(server);
  });

  it('lose nothing while the leader of a cluster is killed or stands down, and find the new one', async () => {
    const nodes = await startEventStoreDbCluster(3);
    cleanUp.push(...nodes.map((node) => () => node.stop()));
    const seeds = nodes.map(({ address }) => `${address.host}:${address.port}`).join(',');
    const writers = new Writers(`esdb://${seeds}?tls=false&discoveryInterval=20`);
    for (const how of ['killed', 'stands-down', 'killed'] as const) {
      await writers.progress();
      await changeLeader(nodes, how);
    }
    await writers.progress();
    await writers.stop();
    for (const node of nodes) writers.expectAllOnce(node);
  });
});

/** Each appends to a stream of its own, one append after the other. */
class Writers {
  private readonly store: EventStoreDbEventStore;
  private readonly acknowledged = new Map<string, string[]>();
  private readonly running: Promise<unknown>;
  private stopping = false;

  constructor(connectionString: string) {
    this.store = new EventStoreDbEventStore({ connectionString, categories: ['trap'], appendTimeoutMs: 2_000 });
    cleanUp.push(
      () => this.store.close(),
      () => this.stop(),
    );
    for (let count = 0; count < WRITERS; count += 1) {
      this.acknowledged.set(`trap-${randomUUID().replaceAll('-', '')}`, []);
    }
    this.running = Promise.all([...this.acknowledged].map(([stream, ids]) => this.write(stream, ids)));
  }

  /** Resolves when each was acknowledged two more appends. */
  async progress(): Promise<void> {
    const before = new Map([...this.acknowledged].map(([stream, ids]) => [stream, ids.length]));
    const lagging = (): boolean =>
      [...this.acknowledged].some(([stream, ids]) => ids.length < (before.get(stream) ?? 0) + 4);
    while (lagging()) await pause(5);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  expectAllOnce({ log }: EventStoreDbServer): void {
    for (const [stream, ids] of this.acknowledged) {
      expect(log.stream(stream).records.map(({ id }) => id)).toEqual(ids);
    }
  }

  private async write(stream: string, acknowledged: string[]): Promise<void> {
    for (let revision = -1n; !this.stopping;) {
      const events = newEvents(2);
      revision = await surely(this.store, stream, revision, events);
      acknowledged.push(...events.map(({ id }) => id));
    }
  }
}

async function surely(
  store: EventStoreDbEventStore,
  stream: string,
  at: bigint,
  events: readonly NewEvent[],
): Promise<bigint> {
  const expected = at < 0n ? 'no-stream' : at;
  for (;;) {
    try {
      return (await store.append(stream, expected, events)).revision;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(10);
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
