import { InMemoryEventStore, LossyEventStore, newEvents } from '@app/testing';
import { LogIntegrityError } from './errors';
import type { Page } from './event-store';
import { follow } from './follow';
import { backoffDelay, systemTimers } from './pause';
import type { Position } from './recorded-event';

async function filled(count: number): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  for (let n = 0; n < count; n += 1) await store.append(`note-${n}`, 'no-stream', newEvents(1));
  return store;
}

/** Remembers which pages were asked for. */
class WatchedEventStore extends LossyEventStore {
  readonly pagesAsked: (Position | undefined)[] = [];
  wakes = 0;

  override page(after: Position | undefined, limit: number): Promise<Page> {
    this.pagesAsked.push(after);
    return super.page(after, limit);
  }

  override wake(atMost: number, signal: AbortSignal): Promise<void> {
    this.wakes += 1;
    return super.wake(atMost, signal);
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Aborted after each test: a wake-up that nobody waits for any more would hold the process up, some of them for a minute. */
let abort: AbortController;
beforeEach(() => {
  abort = new AbortController();
});
afterEach(() => abort.abort());

describe('following the log', () => {
  it('fetches the next page while the consumer works, and no more than one', async () => {
    const store = new WatchedEventStore(await filled(6));
    const following = follow(store, { signal: abort.signal, limit: 2 });
    await following.next();
    await settle();
    expect(store.pagesAsked).toEqual([undefined, 2n]);
    await following.next();
    await settle();
    expect(store.pagesAsked).toEqual([undefined, 2n, 4n]);
  });

  it('does not fetch ahead at the end: what comes meanwhile comes together', async () => {
    const inner = await filled(1);
    const following = follow(inner, { signal: abort.signal });
    await following.next();
    for (let n = 0; n < 5; n += 1) await inner.append(`more-${n}`, 'no-stream', newEvents(1));
    expect(await following.next()).toMatchObject({ value: { events: { length: 5 }, atEnd: true } });
  });

  it('rests at the end when told to: what comes meanwhile makes one page', async () => {
    const store = new WatchedEventStore(await filled(1));
    const rests: number[] = [];
    const pause = async (ms: number): Promise<void> => {
      rests.push(ms);
      for (const name of ['a', 'b', 'c']) await store.append(`meanwhile-${name}`, 'no-stream', newEvents(1));
    };
    const timers = { ...systemTimers, pause };
    const following = follow(store, { signal: abort.signal, restMs: () => 10, timers });
    await following.next();
    expect(await following.next()).toMatchObject({ value: { events: { length: 3 }, atEnd: true } });
    expect(rests).toEqual([10]);
    expect(store.pagesAsked).toHaveLength(2);
  });

  it('does not rest while there is more to read', async () => {
    const pause = () => Promise.reject(new Error('rested'));
    const timers = { ...systemTimers, pause };
    const following = follow(await filled(4), { signal: abort.signal, limit: 2, restMs: () => 10, timers });
    await following.next();
    expect(await following.next()).toMatchObject({ value: { events: { length: 2 } } });
  });

  it('does not ask for pages while nothing happens', async () => {
    const store = new WatchedEventStore(await filled(1));
    const following = follow(store, { signal: abort.signal, idleMs: 60_000 });
    await following.next();
    const waiting = following.next();
    await settle();
    const asked = store.pagesAsked.length;
    await settle();
    expect(store.pagesAsked).toHaveLength(asked);
    abort.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('asks for one wake-up at a time however busy the log is', async () => {
    const inner = await filled(1);
    const store = new WatchedEventStore(inner);
    store.wake = function (this: WatchedEventStore): Promise<void> {
      this.wakes += 1;
      return new Promise(() => undefined);
    };
    const following = follow(store, { signal: abort.signal });
    await following.next();
    for (let n = 0; n < 50; n += 1) {
      await inner.append(`busy-${n}`, 'no-stream', newEvents(1));
      await following.next();
    }
    expect(store.wakes).toBe(1);
  });

  it('does not sleep through an append that slips in behind the last page', async () => {
    const inner = await filled(1);
    const store = new WatchedEventStore(inner);
    const following = follow(store, { signal: abort.signal, idleMs: 60_000 });
    await following.next();
    let slipped = false;
    store.page = async (after, limit) => {
      const page = await inner.page(after, limit);
      if (!slipped) await inner.append('slipped-1', 'no-stream', newEvents(1));
      slipped = true;
      return page;
    };
    expect(await following.next()).toMatchObject({ value: { events: [{ stream: 'slipped-1' }] } });
  });

  it('looks by the clock when the wake-up itself fails', async () => {
    const inner = await filled(0);
    const store = new WatchedEventStore(inner);
    store.wake = () => Promise.reject(new Error('no wake-up to be had'));
    const following = follow(store, { signal: abort.signal, idleMs: 10 });
    await following.next();
    const coming = following.next();
    await inner.append('late-1', 'no-stream', newEvents(1));
    expect(await coming).toMatchObject({ value: { events: { length: 1 } } });
  });

  it('stops at an integrity error: it is not waited out', async () => {
    const store = new WatchedEventStore(await filled(3));
    store.page = () => Promise.reject(new LogIntegrityError('altered'));
    const following = follow(store, { signal: abort.signal });
    await expect(following.next()).rejects.toThrow(LogIntegrityError);
  });

  it('shows an error of the page fetched ahead after the page before it was delivered', async () => {
    const store = new WatchedEventStore(await filled(4));
    const page = store.page.bind(store);
    store.page = (after, limit) =>
      after === undefined ? page(after, limit) : Promise.reject(new LogIntegrityError('altered'));
    const following = follow(store, { signal: abort.signal, limit: 2 });
    expect(await following.next()).toMatchObject({ value: { events: { length: 2 } } });
    await settle();
    await expect(following.next()).rejects.toThrow(LogIntegrityError);
  });

  it('ends when aborted although the store hangs', async () => {
    const store = new WatchedEventStore(await filled(0));
    store.page = () => new Promise(() => undefined);
    const hanging = follow(store, { signal: abort.signal }).next();
    abort.abort();
    expect(await hanging).toEqual({ done: true, value: undefined });
  });

  it('ends at once when aborted while it waits out an unavailable store', async () => {
    const store = new WatchedEventStore(await filled(0));
    store.lostPages = 1000;
    const backoff = { firstMs: 60_000, longestMs: 60_000 };
    const waiting = follow(store, { signal: abort.signal, backoff }).next();
    await settle();
    abort.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('counts position 0 as a position', async () => {
    const store = new WatchedEventStore(await filled(1));
    await follow(store, { after: 0n, signal: abort.signal }).next();
    expect(store.pagesAsked).toEqual([0n]);
  });
});

describe('backing off', () => {
  it.each([
    [1, 50, 100],
    [2, 100, 200],
    [3, 200, 400],
    [9, 500, 1000],
    [5000, 500, 1000],
  ])('waits before repeat %d between %d and %d ms, as chance will have it', (attempt, least, most) => {
    const limits = { firstMs: 100, longestMs: 1000 };
    expect(backoffDelay(attempt, limits, () => 0)).toBe(least);
    expect(backoffDelay(attempt, limits, () => 1)).toBe(most);
  });
});
