import type { ExpectedRevision, NewEvent, Position, RecordedEvent } from './recorded-event';

export type { ExpectedRevision };

/** Where an accepted append ended: its last event's revision and position. */
export interface Appended {
  readonly revision: bigint;
  readonly position: Position;
}

/** Consecutive events of the whole log, never ending inside an append. */
export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Continue after this; moves on past events that are not ours. Undefined only when nothing has ever been read. */
  readonly next: Position | undefined;
  /** True when nothing complete stood behind this page when it was taken. */
  readonly atEnd: boolean;
}

/** How many streams are read at the same time by who needs many, where a store reads one a call. */
const STREAMS_AT_ONCE = 16;

/**
 * The log. Append-only by design: no update, no delete. Also the Nest token.
 * Two adapters hold the same contract suite; reading, batching and following are written once above it.
 */
export abstract class EventStore {
  /**
   * All or nothing, with consecutive revisions and positions. Throws WrongExpectedRevision on a lost race, InvalidAppend before
   * anything is sent when an event could not be stored, StoreUnavailable when the outcome is unknown: retry with the same ids and
   * the same expected revision, then an append that did arrive answers with its first result.
   */
  abstract append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** A stream from its start, up to and including revision `upTo`; nothing when it does not exist. */
  abstract read(stream: string, options?: { readonly upTo?: bigint }): AsyncIterable<RecordedEvent>;
  /**
   * Several streams, one after the other as they are named, each from its start; in as few calls as the store allows. What it yields of some
   * streams is read before the first of their events is given.
   */
  async *readEach(streams: readonly string[]): AsyncIterable<RecordedEvent> {
    for (let from = 0; from < streams.length; from += STREAMS_AT_ONCE) {
      const some = streams.slice(from, from + STREAMS_AT_ONCE);
      for (const events of await Promise.all(some.map((stream) => whole(this.read(stream))))) yield* events;
    }
  }
  /** A stream's last event; undefined when it does not exist. No other event is read. */
  abstract last(stream: string): Promise<RecordedEvent | undefined>;
  /** About `limit` events after `after`, in log order, never ending inside an append: an incomplete tail is held back. */
  abstract page(after: Position | undefined, limit: number): Promise<Page>;
  /** Resolves when something may have been appended, at the latest after `atMost` ms or when aborted. A hint, never data. */
  abstract wake(atMost: number, signal: AbortSignal): Promise<void>;
  /** The position of the log's last event; undefined when it is empty. For lag and "caught up", never as a resume point. */
  abstract head(): Promise<Position | undefined>;
  /** The event at exactly this position; undefined when there is none: a shorter log, or another one. For checking checkpoints. */
  abstract eventAt(position: Position): Promise<RecordedEvent | undefined>;
  /** Releases connections; pending calls reject with StoreUnavailable. */
  abstract close(): Promise<void>;
}

async function whole(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
