import type { EventStore, Page, Position } from '@app/event-store';
import {
  eventsOf,
  expectWholeAppends,
  mark,
  newEvents,
  newStream,
  ofStreams,
  pagesUntil,
  plain,
  readAll,
  type SubjectOf,
} from './event-store-contract.kit';

export function pageEndCases(subject: SubjectOf): void {
  describe('paging to the end of the log', () => endCases(subject));
  describe('paging while others write', () => liveCases(subject));
  describe('looking at one position', () => positionCases(subject));
}

async function lastPage(store: EventStore, after: Position): Promise<Page> {
  for (let from: Position | undefined = after; ;) {
    const page: Page = await store.page(from, 1000);
    if (page.atEnd) return page;
    from = page.next;
  }
}

function endCases(subject: SubjectOf): void {
  it('says when the end was reached', async () => {
    const { store } = subject();
    expect((await lastPage(store, await mark(store))).atEnd).toBe(true);
  });

  it('does not say so while more stands behind the page', async () => {
    const { store } = subject();
    const start = await mark(store);
    const stream = newStream();
    for (let round = 0; round < 6; round += 1) {
      await store.append(stream, round === 0 ? 'no-stream' : BigInt(round - 1), newEvents(1));
    }
    expect((await store.page(start, 2)).atEnd).toBe(false);
  });

  it('keeps the place at the end of the log, and goes on from there', async () => {
    const { store } = subject();
    const start = await mark(store);
    const { next } = await lastPage(store, start);
    expect(next).toBeDefined();
    expect((next ?? 0n) >= start).toBe(true);
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(2));
    expect(eventsOf(await pagesUntil(store, next ?? start, 10, [stream], 2), [stream])).toHaveLength(2);
  });
}

/** Writes appends of 1 to 4 events from many writers, each to a stream of its own. */
async function writeMuch(stores: readonly EventStore[], names: readonly string[], rounds: number): Promise<void> {
  const write = async (stream: string, index: number): Promise<void> => {
    const store = stores[index % stores.length];
    let expected: bigint | 'no-stream' = 'no-stream';
    for (let round = 0; round < rounds && store; round += 1) {
      expected = (await store.append(stream, expected, newEvents(1 + ((index + round) % 4)))).revision;
    }
  };
  await Promise.all(names.map(write));
}

function liveCases(subject: SubjectOf): void {
  it('loses, repeats and splits nothing while 16 writers of two clients append', async () => {
    const { store, open } = subject();
    const other = await open();
    const start = await mark(store);
    const names = Array.from({ length: 16 }, () => newStream());
    const total = names.reduce((sum, _, index) => {
      return sum + Array.from({ length: 12 }, (__, round) => 1 + ((index + round) % 4)).reduce((a, b) => a + b, 0);
    }, 0);
    const [pages] = await Promise.all([
      pagesUntil(store, start, 5, names, total),
      writeMuch([store, other], names, 12),
    ]);
    for (const page of pages) expectWholeAppends(ofStreams(page.events, names));
    for (const stream of names) expect(eventsOf(pages, [stream])).toEqual(await readAll(store, stream));
  });

  it('shows an acknowledged append at once, also to another client', async () => {
    const { store, open } = subject();
    const other = await open();
    for (let round = 0; round < 20; round += 1) {
      const before = await mark(store);
      const stream = newStream();
      const { position } = await store.append(stream, 'no-stream', newEvents(2));
      let [seen, after]: [number, Position | undefined] = [0, before];
      while (after !== undefined && after < position) {
        const page: Page = await (round % 2 ? store : other).page(after, 100);
        seen += ofStreams(page.events, [stream]).length;
        if (page.atEnd) break;
        after = page.next;
      }
      expect(seen).toBe(2);
    }
  });
}

function positionCases(subject: SubjectOf): void {
  it('names the head of the log: not before what was acknowledged', async () => {
    const { store, open } = subject();
    const position = await mark(store);
    expect(((await store.head()) ?? -1n) >= position).toBe(true);
    expect(((await (await open()).head()) ?? -1n) >= position).toBe(true);
  });

  it('gives the event at its position', async () => {
    const { store } = subject();
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(3));
    for (const event of await readAll(store, stream)) {
      const found = await store.eventAt(event.position);
      expect(found && plain(found)).toEqual(event);
    }
  });

  it('gives no event at a position behind the end', async () => {
    const { store } = subject();
    const head = (await store.head()) ?? 0n;
    expect(await store.eventAt(head + 1_000_000_000_000n)).toBeUndefined();
  });
}
