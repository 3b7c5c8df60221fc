import { randomUUID } from 'node:crypto';
import {
  type CommandContext,
  type EventStore,
  follow,
  type FollowOptions,
  type NewEvent,
  type Page,
  type Position,
  type RecordedEvent,
} from '@app/event-store';
import type { ContractSubject } from './event-store-contract';

/** Where a group of cases finds the log under test. */
export type SubjectOf = () => ContractSubject;

const RUN = randomUUID().replaceAll('-', '').slice(0, 16);
const PATIENCE_MS = 90_000;
let streams = 0;

/** A stream name that nobody used before, in this run or another. */
export function newStream(suffix = ''): string {
  streams += 1;
  return `contract-${RUN}.${streams}${suffix}`;
}

export function newContext(changes: Partial<CommandContext> = {}): CommandContext {
  const commandId = randomUUID();
  const who = { actor: 'tran.thi.b', onBehalfOf: null, role: 'appraiser' };
  return { commandId, correlationId: randomUUID(), causationId: commandId, ...who, ...changes };
}

/** One append's events: `{ n: 1 }`, `{ n: 2 }` … unless `data` is given. */
export function newEvents(count: number, data?: (n: number) => object, context = newContext()): NewEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const n = index + 1;
    const stamp = { schemaVersion: 1, recordedAt: '2024-01-31T16:59:59.999Z', part: n, parts: count };
    return { id: randomUUID(), type: 'Counted', data: data?.(n) ?? { n }, metadata: { ...context, ...stamp } };
  });
}

/** The same event with all its members its own: an adapter may hand out getters, which comparing would not look behind. */
export function plain({ id, stream, revision, position, type, data, metadata }: RecordedEvent): RecordedEvent {
  return { id, stream, revision, position, type, data, metadata };
}

/** The stream's events, plain. */
export async function readAll(store: EventStore, stream: string, upTo?: bigint): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(stream, upTo === undefined ? {} : { upTo })) events.push(plain(event));
  return events;
}

/** Writes one event of our own and gives its position: everything that a case writes later stands behind it. */
export async function mark(store: EventStore): Promise<Position> {
  const { position } = await store.append(newStream(), 'no-stream', newEvents(1));
  return position;
}

/** Those of these streams, plain. */
export function ofStreams(events: readonly RecordedEvent[], names: readonly string[]): RecordedEvent[] {
  return events.filter((event) => names.includes(event.stream)).map(plain);
}

/** Pages after a position until `count` events of these streams were seen. Events of others stay on the pages. */
export async function pagesUntil(
  store: EventStore,
  after: Position,
  limit: number,
  names: readonly string[],
  count: number,
): Promise<Page[]> {
  const pages: Page[] = [];
  const deadline = Date.now() + PATIENCE_MS;
  for (let from: Position | undefined = after, seen = 0; seen < count; from = pages.at(-1)?.next ?? from) {
    if (Date.now() > deadline) throw new Error(`Only ${seen} of ${count} events were seen`);
    const page = await store.page(from, limit);
    pages.push(page);
    seen += ofStreams(page.events, names).length;
  }
  return pages;
}

/** Follows until `enough`, and gives every batch up to then. */
export async function followUntil(
  store: EventStore,
  options: Omit<FollowOptions, 'signal'>,
  enough: (events: readonly RecordedEvent[], last: Page) => boolean | Promise<boolean>,
): Promise<Page[]> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const batches: Page[] = [];
  const events: RecordedEvent[] = [];
  try {
    for await (const batch of follow(store, { ...options, signal: patience.signal })) {
      batches.push(batch);
      events.push(...batch.events);
      if (await enough(events, batch)) return batches;
    }
  } finally {
    clearTimeout(timer);
    patience.abort();
  }
  throw new Error(`Not seen within ${PATIENCE_MS} ms`);
}

export function eventsOf(pages: readonly Page[], names: readonly string[]): RecordedEvent[] {
  return ofStreams(
    pages.flatMap((page) => page.events),
    names,
  );
}

export function numbersOf(events: readonly RecordedEvent[]): unknown[] {
  return events.map((event) => (event.data as { n?: unknown }).n);
}

/** Every append on the page is whole: from part 1 to its last part, without another append in between. */
export function expectWholeAppends(events: readonly RecordedEvent[]): void {
  let expected = 1;
  for (const { metadata } of events) {
    expect(metadata.part).toBe(expected);
    expected = metadata.part === metadata.parts ? 1 : metadata.part + 1;
  }
  expect(expected).toBe(1);
}

/** How many were fulfilled, and the reasons of the rest. */
export async function outcomes(
  attempts: readonly Promise<unknown>[],
): Promise<{ accepted: number; refused: unknown[] }> {
  const settled = await Promise.allSettled(attempts);
  const refused = settled.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
  return { accepted: settled.length - refused.length, refused };
}
