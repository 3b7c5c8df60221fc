import { type EventStoreDbServer, newEvents, type ServerVersion, startEventStoreDbServer } from '@app/testing';
import { StoreUnavailable } from '../errors';
import { follow } from '../follow';
import { EventStoreDbEventStore } from './eventstoredb-event-store';

jest.setTimeout(60_000);

const VERSIONS: readonly ServerVersion[] = ['23.10', '24.10'];
/** A wake-up comes by itself after that time: far behind the end of any test, so that nothing but news can be what woke. */
const LONG_MS = 600_000;
/** Without a wake-up for so long, nothing is on its way any more. */
const QUIET_MS = 100;
/** With the least pauses between them, these would take longer than a test may. */
const MANY_CUTS = 80;

describe.each(VERSIONS)('The wake-up of EventStoreDB %s', (version) => {
  let server: EventStoreDbServer;
  let store: EventStoreDbEventStore;
  let stop: AbortController;

  beforeEach(async () => {
    server = await startEventStoreDbServer({ version });
    store = open(server);
    stop = new AbortController();
  });

  afterEach(async () => {
    stop.abort();
    server.faults.thaw();
    await store.close();
    server.stop();
  });

  it('needs one subscription, however many wait', async () => {
    const waiting = [1, 2, 3].map(() => store.wake(LONG_MS, stop.signal));
    await Promise.all(waiting);
    expect(server.calls['read']).toBe(1);
  });

  it('comes after an append', async () => {
    await listening();
    const woken = store.wake(LONG_MS, stop.signal);
    await store.append('trap-1', 'no-stream', newEvents(1));
    await woken;
  });

  it('comes again after the subscription was cut off for being slow, at once and without a pause', async () => {
    await listening();
    for (let count = 0; count < MANY_CUTS; count += 1) {
      const woken = store.wake(LONG_MS, stop.signal);
      server.faults.cutSubscriptions('too-slow');
      await woken;
      await subscribed();
    }
    expect(server.calls['read']).toBe(1 + MANY_CUTS);
  });

  it('comes again after the server was away', async () => {
    await listening();
    const woken = store.wake(LONG_MS, stop.signal);
    server.stop();
    await pause(300);
    await server.start();
    await woken;
    await listening();
    const again = store.wake(LONG_MS, stop.signal);
    await appendSoon(1);
    await again;
  });

  it('only waits while there is no server', async () => {
    server.stop();
    const started = Date.now();
    await store.wake(200, stop.signal);
    expect(Date.now() - started).toBeGreaterThanOrEqual(150);
    await server.start();
  });

  it('never keeps a follower from seeing every event once, though it is cut off again and again', async () => {
    const alarms: unknown[] = [];
    const seen: string[] = [];
    const following = (async () => {
      const onUnavailable = (error: StoreUnavailable): void => void alarms.push(error);
      for await (const page of follow(store, { signal: stop.signal, idleMs: LONG_MS, onUnavailable })) {
        seen.push(...page.events.map(({ id }) => id));
        await pause(2);
      }
    })();
    const writer = open(server);
    const written: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      const events = newEvents(3);
      await writer.append(`trap-${count}`, 'no-stream', events);
      written.push(...events.map(({ id }) => id));
      if (count % 7 === 0) server.faults.cutSubscriptions('too-slow');
    }
    await until(() => seen.length >= written.length);
    stop.abort();
    await following;
    await writer.close();
    expect(seen).toEqual(written);
    expect(alarms).toEqual([]);
  });

  it('never keeps a follower from seeing every event once, though the server is stopped and started', async () => {
    const seen: string[] = [];
    const following = (async () => {
      for await (const page of follow(store, { signal: stop.signal, idleMs: LONG_MS })) {
        seen.push(...page.events.map(({ id }) => id));
      }
    })();
    const written: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      written.push(...(await appendSoon(count)));
      server.stop();
      await pause(50);
      await server.start();
    }
    await until(() => seen.length >= written.length);
    stop.abort();
    await following;
    expect(seen).toEqual(written);
  });

  it('wakes a follower when the rest of an append appears', async () => {
    const pages: number[] = [];
    const following = (async () => {
      for await (const page of follow(store, { signal: stop.signal, idleMs: LONG_MS })) pages.push(page.events.length);
    })();
    await store.append('trap-1', 'no-stream', newEvents(1));
    await until(() => pages.includes(1));
    // From now on the last two records of the log are not shown: half of the next append.
    server.log.hideTail(2);
    await store.append('trap-2', 'no-stream', newEvents(4));
    await pause(100);
    expect(pages.filter((count) => count > 0)).toEqual([1]);
    server.log.hideTail(0);
    await until(() => pages.includes(4));
    stop.abort();
    await following;
    expect(pages.filter((count) => count > 0)).toEqual([1, 4]);
  });

  it('ends when the store is closed', async () => {
    await listening();
    const woken = store.wake(LONG_MS, stop.signal);
    await store.close();
    await woken;
    await store.wake(LONG_MS, stop.signal);
  });

  /** Until the subscription runs, and all that its beginning sets off has come: what wakes from then on is news. */
  async function listening(): Promise<void> {
    const { signal } = stop;
    await subscribed();
    for (let sleptMs = 0; sleptMs < QUIET_MS / 2 && !signal.aborted;) {
      const began = Date.now();
      await store.wake(QUIET_MS, signal);
      sleptMs = Date.now() - began;
    }
  }

  async function subscribed(): Promise<void> {
    void store.wake(QUIET_MS, stop.signal);
    await until(() => server.faults.runningSubscriptions === 1);
  }

  /** Gives up with the test. */
  async function until(condition: () => boolean): Promise<void> {
    const { signal } = stop;
    while (!condition() && !signal.aborted) await pause(5);
  }

  async function appendSoon(n: number): Promise<string[]> {
    const events = newEvents(2);
    for (;;) {
      try {
        await store.append(`trap-${n}`, 'no-stream', events);
        return events.map(({ id }) => id);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await pause(20);
      }
    }
  }
});

function open({ connectionString }: EventStoreDbServer): EventStoreDbEventStore {
  return new EventStoreDbEventStore({ connectionString, categories: ['trap'] });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
