import type { Page, Position } from '@app/event-store';
import {
  eventsOf,
  expectWholeAppends,
  mark,
  newEvents,
  newStream,
  numbersOf,
  ofStreams,
  pagesUntil,
  plain,
  readAll,
  type SubjectOf,
} from './event-store-contract.kit';

export function pageCases(subject: SubjectOf): void {
  describe('paging through the log', () => {
    orderCases(subject);
    cutCases(subject);
  });
}

function orderCases(subject: SubjectOf): void {
  it('gives what stands behind a position, never the event at it', async () => {
    const { store } = subject();
    const stream = newStream();
    const first = await store.append(stream, 'no-stream', newEvents(1));
    await store.append(
      stream,
      0n,
      newEvents(2, (n) => ({ n: n + 1 })),
    );
    const pages = await pagesUntil(store, first.position, 100, [stream], 2);
    expect(numbersOf(eventsOf(pages, [stream]))).toEqual([2, 3]);
  });

  it('gives the events of several streams in the order of their appends', async () => {
    const { store } = subject();
    const names = [newStream(), newStream(), newStream()];
    const start = await mark(store);
    for (const stream of names) await store.append(stream, 'no-stream', newEvents(2));
    for (const stream of [...names].reverse())
      await store.append(
        stream,
        1n,
        newEvents(1, () => ({ n: 3 })),
      );
    const events = eventsOf(await pagesUntil(store, start, 100, names, 9), names);
    const [a, b, c] = names;
    expect(events.map((event) => event.stream)).toEqual([a, a, b, b, c, c, c, b, a]);
  });

  it('gives growing positions', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(20));
    const pages = await pagesUntil(store, start, 7, [stream], 20);
    const positions = pages.flatMap((page) => page.events.map((event) => event.position));
    expect([start, ...positions].every((each, index, all) => index === 0 || each > (all[index - 1] ?? each))).toBe(
      true,
    );
  });

  it('gives the same events as reading their stream', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    await store.append(
      stream,
      'no-stream',
      newEvents(5, (n) => ({ n, text: 'Khối ᴀ 🏛️' })),
    );
    const pages = await pagesUntil(store, start, 3, [stream], 5);
    expect(eventsOf(pages, [stream])).toEqual(await readAll(store, stream));
  });

  it('gives an append at the position that was acknowledged', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    const { position } = await store.append(stream, 'no-stream', newEvents(3));
    expect(eventsOf(await pagesUntil(store, start, 100, [stream], 3), [stream]).at(-1)?.position).toBe(position);
  });

  it('begins at the beginning without a position, the same each time', async () => {
    const { store } = subject();
    await mark(store);
    const first = async (): Promise<Page> => {
      for (let from: Position | undefined; ;) {
        const page: Page = await store.page(from, 3);
        // A log may begin with events that are not ours; such pages are empty and lead on.
        if (page.events.length > 0 || page.atEnd) return page;
        from = page.next;
      }
    };
    const [one, again] = [await first(), await first()];
    expect(one.events.length).toBeGreaterThan(0);
    expect(again.events.map(plain)).toEqual(one.events.map(plain));
  });

  it('holds no system events', async () => {
    const { store } = subject();
    const page = await store.page(undefined, 200);
    expect(page.events.filter((event) => /^\$/.test(event.stream) || /^\$/.test(event.type))).toEqual([]);
  });
}

function cutCases(subject: SubjectOf): void {
  it.each([1, 2, 3, 4, 5, 7, 11])('never ends inside an append: about %d events a page', async (limit) => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(3));
    await store.append(stream, 2n, newEvents(4));
    await store.append(stream, 6n, newEvents(1));
    const pages = await pagesUntil(store, start, limit, [stream], 8);
    for (const page of pages) expectWholeAppends(ofStreams(page.events, [stream]));
    expect(numbersOf(eventsOf(pages, [stream]))).toEqual([1, 2, 3, 1, 2, 3, 4, 1]);
  });

  it('gives a large append whole on the smallest page', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(300));
    const pages = await pagesUntil(store, start, 1, [stream], 300);
    expect(pages.map((page) => ofStreams(page.events, [stream]).length).filter((count) => count > 0)).toEqual([300]);
  });

  it('does not call it the end when the rest of an append fills the page up to another one', async () => {
    const { store } = subject();
    const start = await mark(store);
    const streams = [newStream(), newStream(), newStream()];
    for (const [index, stream] of streams.entries()) {
      await store.append(stream, 'no-stream', newEvents(index === 1 ? 2 : 1));
    }
    const { events, atEnd } = await store.page(start, 2);
    expect([ofStreams(events, streams).length, atEnd]).toEqual([3, false]);
  });

  it('holds no more than the limit when every append is one event', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(1));
    for (let at = 0n; at < 9n; at += 1n) await store.append(stream, at, newEvents(1));
    const pages = await pagesUntil(store, start, 4, [stream], 10);
    expect(Math.max(...pages.map((page) => ofStreams(page.events, [stream]).length))).toBeLessThanOrEqual(4);
  });

  it('continues where a page ended: joined pages hold every event once', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(50));
    await store.append(
      stream,
      49n,
      newEvents(50, (n) => ({ n: n + 50 })),
    );
    const pages = await pagesUntil(store, start, 9, [stream], 100);
    expect(numbersOf(eventsOf(pages, [stream]))).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('can be continued after any event that ends an append, by any client', async () => {
    const { store, open } = subject();
    const stream = newStream();
    const middle = await store.append(stream, 'no-stream', newEvents(2));
    await store.append(stream, 1n, newEvents(3));
    const pages = await pagesUntil(await open(), middle.position, 2, [stream], 3);
    expect(eventsOf(pages, [stream]).map((event) => event.revision)).toEqual([2n, 3n, 4n]);
  });
}
