import {
  type Appended,
  AppendQueue,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Page,
  type Position,
  type RecordedEvent,
  validateAppend,
} from '@app/event-store';
import type { LogServer } from './log-server';
import type { Process } from './process';

/** The log as one process reaches it: the real group commit in front, a network between. */
export class SimulatedEventStore extends EventStore {
  private readonly queue: AppendQueue;

  constructor(
    private readonly process: Process,
    private readonly server: LogServer,
  ) {
    super();
    this.queue = new AppendQueue((appends) => {
      const what = appends.map(({ stream, expected, events }) => `${events.length} to ${stream}@${expected}`);
      return server.call(process, `append ${what.join(', ')}`, () => server.append(appends));
    });
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return this.queue.append({ stream, expected, events: validateAppend(stream, expected, events) });
  }

  async *read(stream: string, { upTo }: { readonly upTo?: bigint } = {}): AsyncIterable<RecordedEvent> {
    yield* await this.server.call(this.process, `read ${stream}`, () => this.server.read(stream, upTo));
  }

  async last(stream: string): Promise<RecordedEvent | undefined> {
    return (await this.server.call(this.process, `last of ${stream}`, () => this.server.read(stream, undefined))).at(
      -1,
    );
  }

  page(after: Position | undefined, limit: number): Promise<Page> {
    return this.server.call(this.process, `page after ${after}`, () => this.server.page(after, limit));
  }

  async wake(atMost: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    const awake = (): void => over.abort();
    this.server.listeners.add(awake);
    signal.addEventListener('abort', awake, { once: true });
    if (!signal.aborted) await this.process.pause(atMost, over.signal);
    signal.removeEventListener('abort', awake);
    this.server.listeners.delete(awake);
  }

  head(): Promise<Position | undefined> {
    return this.server.call(this.process, 'head', () => this.server.head?.position);
  }

  eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.server.call(this.process, `event at ${position}`, () => this.server.eventAt(position));
  }

  close(): Promise<void> {
    this.queue.close();
    return Promise.resolve();
  }
}
