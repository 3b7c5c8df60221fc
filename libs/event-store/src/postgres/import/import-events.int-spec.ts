import { newEvents, testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { InvalidAppend, StoreUnavailable, WrongExpectedRevision } from '../../errors';
import type { NewEvent, RecordedEvent } from '../../recorded-event';
import { PostgresEventStore } from '../postgres-event-store';
import type { BulkAppend } from './chunks';
import { importEvents } from './import-events';
import type { Imported } from './import-transaction';

let database: TestDatabase;
let store: PostgresEventStore;
let streams = 0;

beforeEach(async () => {
  database = await testDatabase();
  store = PostgresEventStore.open({ url: database.appUrl });
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const newStream = (): string => `import-s${(streams += 1)}`;

/** Appends to a new stream each: `events` of them, `parts` events at a time. */
function history(events: number, parts: number, stream = newStream()): BulkAppend[] {
  return Array.from({ length: events / parts }, (_, index) => ({
    stream,
    expected: index === 0 ? 'no-stream' : BigInt(index * parts - 1),
    events: newEvents(parts, (n) => ({ n: index * parts + n, text: 'Cải cách\thành chính\n\\ "x" \u2028 🏛️' })),
  }));
}

// eslint-disable-next-line @typescript-eslint/require-await -- a source without waiting of its own
async function* source(appends: readonly BulkAppend[]): AsyncGenerator<BulkAppend> {
  yield* appends;
}

const run = (appends: readonly BulkAppend[], eventsPerTransaction = 10, onProgress?: (imported: Imported) => void) =>
  importEvents({ url: database.ownerUrl, eventsPerTransaction }, source(appends), onProgress);

async function everything(): Promise<readonly RecordedEvent[]> {
  return (await store.page(undefined, 10_000)).events;
}

const stored = ({ id, stream, revision, position, type, data, metadata }: RecordedEvent): unknown[] => [
  ...[position, stream, revision, id, type, data, metadata],
];

describe('an import', () => {
  it('stores what the same appends would have stored, one behind the other', async () => {
    const appends = [...history(30, 3), ...history(5, 5), ...history(4, 1)];
    expect(await run(appends)).toEqual({ events: 39, lastPosition: 39n });
    const revisions = new Map<string, bigint>();
    const expected = appends.flatMap(({ stream, events }) =>
      events.map(({ id, type, data, metadata }): unknown[] => {
        const revision = (revisions.get(stream) ?? -1n) + 1n;
        revisions.set(stream, revision);
        return [stream, revision, id, type, data, metadata];
      }),
    );
    expect((await everything()).map(stored)).toEqual(expected.map((row, index) => [BigInt(index + 1), ...row]));
  });

  it('reports after every commit, of whole appends', async () => {
    const seen: number[] = [];
    const heads: Promise<bigint | undefined>[] = [];
    await run(history(28, 4), 10, ({ events }) => {
      seen.push(events);
      heads.push(store.head());
    });
    expect(seen).toEqual([12, 24, 28]);
    const committed = await Promise.all(heads);
    expect(committed.every((head, index) => Number(head ?? 0n) >= (seen[index] ?? 0))).toBe(true);
  });

  it('imports nothing from nothing', async () => {
    expect(await run([])).toEqual({ events: 0, lastPosition: 0n });
  });

  it('continues streams that exist, behind what others appended', async () => {
    const stream = newStream();
    await store.append(stream, 'no-stream', newEvents(2));
    const { lastPosition } = await run([{ stream, expected: 1n, events: newEvents(3) }]);
    expect(lastPosition).toBe(5n);
    expect((await store.append(stream, 4n, newEvents(1))).position).toBe(6n);
  });

  it('wakes those who follow', async () => {
    await store.wake(2_000, new AbortController().signal);
    const waking = store.wake(20_000, AbortSignal.timeout(15_000)).then(() => performance.now());
    const began = performance.now();
    await run(history(3, 3));
    expect((await waking) - began).toBeLessThan(10_000);
  });
});

describe('an import that is run again', () => {
  it.each([0, 1, 3, 7, 10])('goes on where it was cut off: %d of its 10 appends were there', async (there) => {
    const appends = history(30, 3);
    if (there > 0) await run(appends.slice(0, there));
    expect(await run(appends)).toEqual({ events: 30 - 3 * there, lastPosition: 30n });
    expect(await run(appends)).toEqual({ events: 0, lastPosition: 30n });
    expect((await everything()).map(({ id }) => id)).toEqual(
      appends.flatMap(({ events }) => events.map(({ id }) => id)),
    );
  });

  it('passes over an append that it holds twice itself', async () => {
    const [first, ...rest] = history(9, 3);
    if (!first) throw new Error('an append is needed');
    expect(await run([first, first, ...rest, first], 100)).toEqual({ events: 9, lastPosition: 3n });
  });

  it('passes over what was appended one by one, and the other way round', async () => {
    const [one, two] = history(6, 3) as [BulkAppend, BulkAppend];
    await store.append(one.stream, one.expected, one.events);
    expect(await run([one, two])).toEqual({ events: 3, lastPosition: 6n });
    expect(await store.append(two.stream, two.expected, two.events)).toEqual({ revision: 5n, position: 6n });
  });
});

describe('an import that is refused', () => {
  const beyond = (append: BulkAppend | undefined, changes: Partial<BulkAppend>): BulkAppend => {
    if (!append) throw new Error('an append is needed');
    return { ...append, ...changes };
  };
  const others = (events: readonly NewEvent[]): NewEvent[] =>
    events.map((event) => ({ ...event, id: newEvents(1)[0]?.id ?? '' }));

  it.each([
    ['skips a revision', (appends: BulkAppend[]) => beyond(appends[5], { expected: 40n })],
    [
      'comes with other ids',
      (appends: BulkAppend[]) => beyond(appends[2], { events: others(appends[2]?.events ?? []) }),
    ],
    ['creates a stream again', (appends: BulkAppend[]) => beyond(appends[0], { events: newEvents(3) })],
    [
      'is longer than what stands there',
      (appends: BulkAppend[]) => {
        const events = [...(appends[9]?.events ?? []), ...newEvents(1)];
        const parts = events.length;
        const marked = events.map((event, index) => ({
          ...event,
          metadata: { ...event.metadata, part: index + 1, parts },
        }));
        return beyond(appends[9], { events: marked });
      },
    ],
  ])('keeps whole transactions, and nothing of the one whose append %s', async (_, wrongOf) => {
    const appends = history(30, 3);
    const wrong = wrongOf(appends);
    const more = history(20, 2);
    const importing = run([...appends, ...more.slice(0, 2), wrong, ...more.slice(2)], 30);
    await expect(importing).rejects.toThrow(WrongExpectedRevision);
    await expect(importing).rejects.toMatchObject({ stream: wrong.stream, expected: wrong.expected, actual: 29n });
    expect(await everything()).toHaveLength(30);
  });

  it('says what could never be stored, and stores what came before in whole transactions', async () => {
    const wrong = { stream: 'no name', expected: 'no-stream' as const, events: newEvents(1) };
    await expect(run([...history(30, 3), wrong], 15)).rejects.toThrow(InvalidAppend);
    expect(await everything()).toHaveLength(30);
  });

  it('says so when an id stands elsewhere in the log', async () => {
    const events = newEvents(2);
    await store.append(newStream(), 'no-stream', events);
    await expect(run([{ stream: newStream(), expected: 'no-stream', events }])).rejects.toThrow(InvalidAppend);
    expect(await store.head()).toBe(2n);
  });

  it('hands on what its source throws', async () => {
    const appends = history(30, 3);
    async function* broken(): AsyncGenerator<BulkAppend> {
      yield* source(appends);
      throw new RangeError('the file ends here');
    }
    await expect(importEvents({ url: database.ownerUrl, eventsPerTransaction: 15 }, broken())).rejects.toThrow(
      RangeError,
    );
    expect(await everything()).toHaveLength(30);
  });

  it('lets its source close what it reads from', async () => {
    let closed = false;
    async function* file(): AsyncGenerator<BulkAppend> {
      try {
        for (;;) yield* source([...history(30, 3), { stream: newStream(), expected: 7n, events: newEvents(1) }]);
      } finally {
        closed = true;
      }
    }
    await expect(importEvents({ url: database.ownerUrl, eventsPerTransaction: 15 }, file())).rejects.toThrow(
      WrongExpectedRevision,
    );
    for (const end = Date.now() + 10_000; !closed && Date.now() < end;) await new Promise(setImmediate);
    expect(closed).toBe(true);
  });

  it('is unavailable without a server', async () => {
    const importing = importEvents({ url: 'postgresql://nobody:x@127.0.0.1:1/none' }, source(history(3, 3)));
    await expect(importing).rejects.toThrow(StoreUnavailable);
  });

  it("is not for the application's role", async () => {
    const importing = importEvents({ url: database.appUrl }, source(history(3, 3)));
    await expect(importing).rejects.toThrow(/permission denied/);
    expect(await store.head()).toBeUndefined();
  });
});

describe('an import beside others', () => {
  it('leaves the log gapless and takes its turn with appends', async () => {
    const appends = Array.from({ length: 20 }, () => history(20, 4)).flat();
    const writing = Array.from({ length: 8 }, async () => {
      const stream = newStream();
      for (let at = -1n; at < 20n; at += 1n) await store.append(stream, at < 0n ? 'no-stream' : at, newEvents(1));
    });
    const [imported] = await Promise.all([run(appends, 50), ...writing]);
    expect(imported.events).toBe(400);
    const events = await everything();
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => BigInt(index + 1)));
    expect(events).toHaveLength(400 + 8 * 21);
  });

  it('waits for whoever holds the lock, and checks what was committed until then', async () => {
    const [stream, holder] = [newStream(), new Client({ connectionString: database.appUrl })];
    await holder.connect();
    await holder.query('BEGIN');
    const [event] = newEvents(1);
    const json = [[JSON.stringify(event?.data)], [JSON.stringify(event?.metadata)]];
    await holder.query('SELECT log.append($1, -1, $2, $3, $4, $5)', [stream, [event?.id], [event?.type], ...json]);
    const importing = run([{ stream, expected: 0n, events: newEvents(2) }]);
    await Promise.race([importing, new Promise((resolve) => setTimeout(resolve, 200))]);
    await holder.query('COMMIT');
    await holder.end();
    expect(await importing).toEqual({ events: 2, lastPosition: 3n });
  });
});
