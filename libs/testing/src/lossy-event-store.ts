import {
  type Appended,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Page,
  type Position,
  type RecordedEvent,
  StoreUnavailable,
} from '@app/event-store';

/** What goes wrong at one append: the request is lost, or the append arrives and its acknowledgement is lost. */
export type Loss = 'request' | 'acknowledgement';

/** A log behind a bad line: loses the requests or acknowledgements of the next appends, and the next pages, as told. */
export class LossyEventStore extends EventStore {
  readonly losses: Loss[] = [];
  lostPages = 0;
  /** How often an append was asked for, and with which event ids. */
  readonly asked: (readonly string[])[] = [];

  constructor(private readonly inner: EventStore) {
    super();
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    this.asked.push(events.map((event) => event.id));
    const loss = this.losses.shift();
    if (loss === 'request') throw new StoreUnavailable('The request was lost');
    const appended = await this.inner.append(stream, expected, events);
    if (loss === 'acknowledgement') throw new StoreUnavailable('The acknowledgement was lost');
    return appended;
  }

  read(stream: string, options?: { readonly upTo?: bigint }): AsyncIterable<RecordedEvent> {
    return this.inner.read(stream, options);
  }

  last(stream: string): Promise<RecordedEvent | undefined> {
    return this.inner.last(stream);
  }

  async page(after: Position | undefined, limit: number): Promise<Page> {
    if (this.lostPages === 0) return this.inner.page(after, limit);
    this.lostPages -= 1;
    throw new StoreUnavailable('The page was lost');
  }

  wake(atMost: number, signal: AbortSignal): Promise<void> {
    return this.inner.wake(atMost, signal);
  }

  head(): Promise<Position | undefined> {
    return this.inner.head();
  }

  eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.inner.eventAt(position);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
