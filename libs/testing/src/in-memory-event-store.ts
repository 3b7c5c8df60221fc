import {
  type Appended,
  type EncodedEvent,
  EventStore,
  type ExpectedRevision,
  missingParts,
  type NewEvent,
  type Page,
  type Position,
  type RecordedEvent,
  Sleepers,
  StoreUnavailable,
  validateAppend,
  WrongExpectedRevision,
} from '@app/event-store';

/** JSON stays text, so that nobody can alter the log through an object that was handed out. */
interface StoredEvent extends EncodedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
}

/** One log, held in memory; several stores may share it, as several processes share a real one. */
export class InMemoryLog {
  readonly events: StoredEvent[] = [];
  readonly streams = new Map<string, StoredEvent[]>();
  readonly sleepers = new Sleepers();
}

/** The EventStore port without a server, for specs of what stands above it. It keeps the whole contract of the log. */
export class InMemoryEventStore extends EventStore {
  private closed = false;

  constructor(private readonly log = new InMemoryLog()) {
    super();
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return this.answer(() => {
      const encoded = validateAppend(stream, expected, events);
      const at = expected === 'no-stream' ? -1n : expected;
      const present = this.log.streams.get(stream) ?? [];
      const last = BigInt(present.length) - 1n;
      if (last === at) return this.add(stream, at, encoded);
      const same = encoded.map(({ id }, index) => present[Number(at) + 1 + index]?.id === id);
      const end = present[Number(at) + encoded.length];
      if (end && same.every(Boolean)) return end;
      throw new WrongExpectedRevision(stream, expected, last < 0n ? 'no-stream' : last);
    });
  }

  async *read(stream: string, options: { readonly upTo?: bigint } = {}): AsyncIterable<RecordedEvent> {
    const { upTo } = options;
    const present = await this.answer(() => [...(this.log.streams.get(stream) ?? [])]);
    for (const event of present) {
      if (upTo === undefined || event.revision <= upTo) yield recorded(event);
    }
  }

  last(stream: string): Promise<RecordedEvent | undefined> {
    return this.answer(() => {
      const event = this.log.streams.get(stream)?.at(-1);
      return event && recorded(event);
    });
  }

  page(after: Position | undefined, limit: number): Promise<Page> {
    return this.answer(() => {
      const from = Number(after ?? 0n);
      const cut = this.log.events.slice(from, from + limit).map(recorded);
      const end = from + cut.length + missingParts(cut);
      const events = [...cut, ...this.log.events.slice(from + cut.length, end).map(recorded)];
      return { events, next: events.at(-1)?.position ?? after, atEnd: end >= this.log.events.length };
    });
  }

  wake(atMost: number, signal: AbortSignal): Promise<void> {
    return this.closed ? Promise.resolve() : this.log.sleepers.sleep(atMost, signal);
  }

  head(): Promise<Position | undefined> {
    return this.answer(() => this.log.events.at(-1)?.position);
  }

  eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.answer(() => {
      const event = this.log.events[Number(position) - 1];
      return event && recorded(event);
    });
  }

  close(): Promise<void> {
    this.closed = true;
    this.log.sleepers.wakeAll();
    return Promise.resolve();
  }

  private add(stream: string, at: bigint, encoded: readonly EncodedEvent[]): Appended {
    const before = this.log.events.length;
    const added = encoded.map((event, index) => ({
      ...event,
      stream,
      revision: at + BigInt(index + 1),
      position: BigInt(before + index + 1),
    }));
    this.log.events.push(...added);
    this.log.streams.set(stream, [...(this.log.streams.get(stream) ?? []), ...added]);
    this.log.sleepers.wakeAll();
    const { length } = added;
    return { revision: at + BigInt(length), position: BigInt(before + length) };
  }

  private async answer<T>(work: () => T): Promise<T> {
    await Promise.resolve();
    if (this.closed) throw new StoreUnavailable('The log was closed');
    return work();
  }
}

function recorded({ data, metadata, ...event }: StoredEvent): RecordedEvent {
  return {
    ...event,
    data: JSON.parse(data) as object,
    metadata: JSON.parse(metadata) as RecordedEvent['metadata'],
  };
}
