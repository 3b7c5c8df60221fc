import { setTimeout as sleep } from 'node:timers/promises';
import { type EventStore, follow, type Page, type RecordedEvent } from '@app/event-store';
import {
  eventsOf,
  expectWholeAppends,
  followUntil,
  mark,
  newEvents,
  newStream,
  numbersOf,
  ofStreams,
  readAll,
  type SubjectOf,
} from './event-store-contract.kit';
import { LossyEventStore } from './lossy-event-store';

export function followCases(subject: SubjectOf): void {
  describe('waking up', () => wakeCases(subject));
  describe('following the log', () => {
    historyCases(subject);
    liveCases(subject);
    endCases(subject);
    troubleCases(subject);
  });
}

/** Longer than any case waits: what returns sooner was woken. */
const LONG_MS = 60_000;

function wakeCases(subject: SubjectOf): void {
  const soon = async (waking: Promise<void>): Promise<boolean> =>
    Promise.race([waking.then(() => true), sleep(LONG_MS / 2, false, { ref: false })]);

  it('comes at the latest after the time given', async () => {
    expect(await soon(subject().store.wake(100, new AbortController().signal))).toBe(true);
  });

  it('comes at once when aborted, before or while waiting', async () => {
    const { store } = subject();
    expect(await soon(store.wake(LONG_MS, AbortSignal.abort()))).toBe(true);
    const abort = new AbortController();
    const waking = store.wake(LONG_MS, abort.signal);
    setTimeout(() => abort.abort(), 50);
    expect(await soon(waking)).toBe(true);
  });

  it.each([
    ['this client', true],
    ['another client', false],
  ])('comes soon after an append of %s, to all who wait', async (_, same) => {
    const { store, open } = subject();
    const writer = same ? store : await open();
    const { signal } = new AbortController();
    // The first wake-up may be needed to get ready; the next one must then come by itself.
    await store.wake(1000, signal);
    const waking = [store.wake(LONG_MS, signal), store.wake(LONG_MS, signal)];
    await sleep(50);
    await mark(writer);
    expect(await Promise.all(waking.map(soon))).toEqual([true, true]);
  });
}

const countOf = (events: readonly RecordedEvent[], ...names: string[]): number => ofStreams(events, names).length;

function historyCases(subject: SubjectOf): void {
  it('delivers history first and then what is appended meanwhile', async () => {
    const { store } = subject();
    const [after, stream] = [await mark(store), newStream()];
    await store.append(stream, 'no-stream', newEvents(3));
    let appended = false;
    const batches = await followUntil(store, { after }, async (events, last) => {
      if (last.atEnd && !appended)
        await store.append(
          stream,
          2n,
          newEvents(2, (n) => ({ n: n + 3 })),
        );
      appended ||= last.atEnd;
      return countOf(events, stream) === 5;
    });
    expect(numbersOf(eventsOf(batches, [stream]))).toEqual([1, 2, 3, 4, 5]);
  });

  it('resumes after the last event applied, without repeating it', async () => {
    const { store } = subject();
    const [start, stream] = [await mark(store), newStream()];
    for (let at = 0; at < 10; at += 1) {
      await store.append(
        stream,
        at === 0 ? 'no-stream' : BigInt(at - 1),
        newEvents(1, () => ({ n: at })),
      );
    }
    const first = await followUntil(store, { after: start, limit: 3 }, (events) => countOf(events, stream) >= 4);
    const applied = eventsOf(first, [stream]);
    const after = first.at(-1)?.events.at(-1)?.position;
    const rest = await followUntil(store, { after }, (events) => countOf(events, stream) >= 10 - applied.length);
    expect(numbersOf([...applied, ...eventsOf(rest, [stream])])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('delivers whole appends however small the batches are', async () => {
    const { store } = subject();
    const [after, stream] = [await mark(store), newStream()];
    await store.append(stream, 'no-stream', newEvents(3));
    await store.append(stream, 2n, newEvents(5));
    const batches = await followUntil(store, { after, limit: 2 }, (events) => countOf(events, stream) === 8);
    for (const batch of batches) expectWholeAppends(ofStreams(batch.events, [stream]));
  });

  it('delivers the same to two followers', async () => {
    const { store, open } = subject();
    const [after, names] = [await mark(store), [newStream(), newStream()]];
    const enough = (events: readonly RecordedEvent[]): boolean => countOf(events, ...names) === 20;
    const [one, two] = [followUntil(store, { after }, enough), followUntil(await open(), { after, limit: 3 }, enough)];
    for (const stream of names) await store.append(stream, 'no-stream', newEvents(4));
    for (const stream of names) await store.append(stream, 3n, newEvents(6));
    expect(eventsOf(await one, names)).toEqual(eventsOf(await two, names));
  });
}

function liveCases(subject: SubjectOf): void {
  it('delivers what another client appends', async () => {
    const { store, open } = subject();
    const [after, stream, other] = [await mark(store), newStream(), await open()];
    const following = followUntil(store, { after }, (events) => countOf(events, stream) === 2);
    await other.append(stream, 'no-stream', newEvents(2));
    expect(eventsOf(await following, [stream])).toHaveLength(2);
  });

  it('is woken: it does not sleep through an append', async () => {
    const { store } = subject();
    const after = await mark(store);
    // Looks by itself only every minute; ten appends in a row are delivered sooner than that.
    const names = Array.from({ length: 10 }, () => newStream());
    const began = Date.now();
    let next = 0;
    await followUntil(store, { after, idleMs: LONG_MS }, async (events, last) => {
      const due = countOf(events, ...names) === next && (next > 0 || last.atEnd);
      const stream = due ? names[next] : undefined;
      if (stream) next += 1;
      if (stream) await store.append(stream, 'no-stream', newEvents(1));
      return countOf(events, ...names) === names.length;
    });
    expect(Date.now() - began).toBeLessThan(LONG_MS / 2);
  });

  it('loses nothing when the consumer is slower than the writers', async () => {
    const { store } = subject();
    const [after, names] = [await mark(store), Array.from({ length: 4 }, () => newStream())];
    const following = followUntil(store, { after, limit: 50 }, async (events) => {
      await sleep(20);
      return countOf(events, ...names) === 400;
    });
    await Promise.all(names.map((stream) => writeOneByOne(store, stream, 20, 5)));
    const events = eventsOf(await following, names);
    for (const stream of names) expect(ofStreams(events, [stream])).toEqual(await readAll(store, stream));
  });

  it('gathers what came meanwhile into larger batches', async () => {
    const { store } = subject();
    const [after, stream] = [await mark(store), newStream()];
    let wrote = false;
    const batches = await followUntil(store, { after }, async (events, last) => {
      if (last.atEnd && !wrote) await writeOneByOne(store, stream, 30, 1);
      wrote ||= last.atEnd;
      return countOf(events, stream) === 30;
    });
    expect(batches.filter((batch) => countOf(batch.events, stream) > 0).length).toBeLessThanOrEqual(3);
  });
}

async function writeOneByOne(store: EventStore, stream: string, appends: number, size: number): Promise<void> {
  let expected: bigint | 'no-stream' = 'no-stream';
  for (let round = 0; round < appends; round += 1) {
    expected = (await store.append(stream, expected, newEvents(size))).revision;
  }
}

function endCases(subject: SubjectOf): void {
  it('tells that the end was reached even when there is nothing to deliver', async () => {
    const { store } = subject();
    const batches = await followUntil(store, { after: await mark(store) }, (_, last) => last.atEnd);
    expect(batches.at(-1)?.atEnd).toBe(true);
  });

  it('ends quietly when aborted while it waits', async () => {
    const { store } = subject();
    const abort = new AbortController();
    const after = await mark(store);
    const began = Date.now();
    for await (const batch of follow(store, { after, signal: abort.signal, idleMs: LONG_MS })) {
      if (batch.atEnd) setTimeout(() => abort.abort(), 30);
    }
    expect(Date.now() - began).toBeLessThan(LONG_MS / 2);
  });

  it('delivers nothing when aborted from the beginning', async () => {
    const batches: Page[] = [];
    for await (const batch of follow(subject().store, { signal: AbortSignal.abort() })) batches.push(batch);
    expect(batches).toEqual([]);
  });

  it('delivers nothing more once aborted', async () => {
    const { store } = subject();
    const [after, abort] = [await mark(store), new AbortController()];
    for (let more = 0; more < 6; more += 1) await mark(store);
    let batches = 0;
    for await (const batch of follow(store, { after, limit: 1, signal: abort.signal })) {
      batches += batch.events.length > 0 ? 1 : 0;
      if (batches === 2) abort.abort();
    }
    expect(batches).toBe(2);
  });
}

function troubleCases(subject: SubjectOf): void {
  it('goes on by itself after pages that the store did not answer', async () => {
    const { store } = subject();
    const lossy = new LossyEventStore(store);
    const [after, stream] = [await mark(store), newStream()];
    await writeOneByOne(store, stream, 10, 2);
    const attempts: number[] = [];
    const options = {
      after,
      limit: 4,
      backoff: { firstMs: 1, longestMs: 4 },
      onUnavailable: (_: Error, attempt: number) => attempts.push(attempt),
    };
    lossy.lostPages = 3;
    const batches = await followUntil(lossy, options, (events, last) => {
      if (last.events.length > 0 && attempts.length === 3) lossy.lostPages = 2;
      return countOf(events, stream) === 20;
    });
    expect(eventsOf(batches, [stream])).toEqual(await readAll(store, stream));
    expect(attempts.slice(0, 5)).toEqual([1, 2, 3, 1, 2]);
  });

  it('tells that it is at the end again when the store comes back, though nothing was appended', async () => {
    const { store } = subject();
    const [lossy, after, abort] = [new LossyEventStore(store), await mark(store), new AbortController()];
    const options = { after, idleMs: 20, backoff: { firstMs: 1, longestMs: 4 }, signal: abort.signal };
    let ends = 0;
    for await (const page of follow(lossy, options)) {
      if (!page.atEnd) continue;
      lossy.lostPages = 1;
      if (++ends === 3) abort.abort();
    }
    expect(ends).toBe(3);
  });
}
