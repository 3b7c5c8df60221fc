import { type Appended, EventStore, type ExpectedRevision, type Page } from '../event-store';
import { LOG_IDENTITY_STREAM } from '../log-identity';
import type { NewEvent, Position, RecordedEvent } from '../recorded-event';
import { AllReader } from './all-reader';
import { Appender } from './appender';
import { Connection } from './connection';
import { OwnEvents } from './own-events';
import { probe, type StoreProbe } from './probe';
import { lastOf, readStream } from './stream-reader';
import { WakeUp } from './wake-up';

export interface EventStoreDbLogOptions {
  /** `esdb://…` or `esdb+discover://…` (or `kurrentdb…`), with the credentials in it. */
  readonly connectionString: string;
  /** The categories of this log's streams: their names up to the `-`. Whatever else the server holds is passed over. */
  readonly categories: readonly string[];
  /** How long an append may take before its outcome counts as unknown. Default 10 s. */
  readonly appendTimeoutMs?: number;
  /** How long a read may be silent. Default 10 s. */
  readonly readTimeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const [identityCategory = ''] = LOG_IDENTITY_STREAM.split('-');

/** The log in EventStoreDB 23.10 or newer, or KurrentDB. One for each process: its client is not to be had twice. */
export class EventStoreDbEventStore extends EventStore {
  private readonly connection: Connection;
  private readonly appender: Appender;
  private readonly all: AllReader;
  private readonly wakeUp: WakeUp;
  private readonly readTimeoutMs: number;

  /** Connects at the first call. Throws InvalidConnectionString. */
  constructor({ connectionString, categories, appendTimeoutMs, readTimeoutMs }: EventStoreDbLogOptions) {
    super();
    this.readTimeoutMs = readTimeoutMs ?? TIMEOUT_MS;
    this.connection = new Connection(connectionString);
    this.appender = new Appender(this.connection, appendTimeoutMs ?? TIMEOUT_MS);
    this.all = new AllReader(this.connection, new OwnEvents([...categories, identityCategory]), this.readTimeoutMs);
    this.wakeUp = new WakeUp(this.connection);
  }

  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return this.appender.append(stream, expected, events);
  }

  read(stream: string, { upTo }: { readonly upTo?: bigint } = {}): AsyncIterable<RecordedEvent> {
    return readStream(this.connection, this.readTimeoutMs, stream, upTo);
  }

  last(stream: string): Promise<RecordedEvent | undefined> {
    return lastOf(this.connection, this.readTimeoutMs, stream);
  }

  page(after: Position | undefined, limit: number): Promise<Page> {
    return this.all.page(after, limit);
  }

  wake(atMost: number, signal: AbortSignal): Promise<void> {
    return this.wakeUp.sleep(atMost, signal);
  }

  head(): Promise<Position | undefined> {
    return this.all.head();
  }

  eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.all.eventAt(position);
  }

  /**
   * Makes sure that the store is reached, led, and readable by this user: at start-up and for health. Throws StoreUnavailable with one
   * Vietnamese sentence that says what to look at.
   */
  probe(timeoutMs = TIMEOUT_MS): Promise<StoreProbe> {
    return probe(this.connection, timeoutMs);
  }

  async close(): Promise<void> {
    await this.connection.close();
    await this.wakeUp.close();
  }
}
