import type { Pool, QueryArrayConfig } from 'pg';
import { type Appended, EventStore, type ExpectedRevision, type Page } from '../event-store';
import type { NewEvent, Position, RecordedEvent } from '../recorded-event';
import { validateAppend } from '../validate-append';
import { streamNameFault } from '../stream-name';
import { Together } from '../together';
import { missingParts } from '../whole-appends';
import { callAppend } from './append-calls';
import { AppendQueue } from './append-queue';
import { type EventRow, recordedEvent } from './event-rows';
import { LogListener } from './log-listener';
import { openPool, type PostgresLogOptions } from './open-pool';
import { CHUNK, reading, START, STREAMS } from './reads';
import { storeError } from './store-errors';

const LAST_REVISION = 2n ** 63n - 1n;

/** What a stream begins with, up to and including a revision. */
interface Start {
  readonly stream: string;
  readonly upTo: bigint;
}

/** The log in one table of PostgreSQL; positions are gapless from 1. Schema `log` comes from the migrations. */
export class PostgresEventStore extends EventStore {
  private readonly listener: LogListener;
  private readonly queue = new AppendQueue(async (appends) => {
    const outcomes = await callAppend((query) => this.rows(query), appends);
    if (outcomes.some(({ accepted }) => accepted)) this.listener.ring();
    return outcomes;
  });

  private readonly starts = new Together((asked: readonly Start[]) => this.startsOf(asked));

  /** Takes over the pool: `close` ends it. Its connections must act as `par_app`, outside any transaction. */
  constructor(private readonly pool: Pool) {
    super();
    // An idle connection that is lost is replaced at the next call; without a listener it would end the process.
    pool.on('error', () => undefined);
    this.listener = new LogListener(pool.options);
  }

  static open(options: PostgresLogOptions): PostgresEventStore {
    return new PostgresEventStore(openPool(options));
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    return this.queue.append({ stream, expected, events: validateAppend(stream, expected, events) });
  }

  async *read(stream: string, { upTo = LAST_REVISION }: { readonly upTo?: bigint } = {}): AsyncIterable<RecordedEvent> {
    // Others travel with it: what the server would refuse is answered here.
    if (streamNameFault(stream) !== undefined) return;
    const last = upTo < LAST_REVISION ? upTo : LAST_REVISION;
    const start = await this.starts.ask({ stream, upTo: last });
    yield* start.map(recordedEvent);
    if (start.length < START) return;
    for (let from = BigInt(START); from <= last; from += BigInt(CHUNK)) {
      const rows = await this.rows(reading('log-stream', stream, from.toString(), last.toString()));
      yield* rows.map((row) => recordedEvent(row as EventRow));
      if (rows.length < CHUNK) return;
    }
  }

  /** A statement for every 200 streams, whatever they hold. */
  override async *readEach(streams: readonly string[]): AsyncIterable<RecordedEvent> {
    for (let from = 0; from < streams.length; from += STREAMS) {
      const rows = await this.rows(reading('log-streams', streams.slice(from, from + STREAMS)));
      yield* rows.map((row) => recordedEvent(row as EventRow));
    }
  }

  async last(stream: string): Promise<RecordedEvent | undefined> {
    const [row] = await this.rows(reading('log-last', stream));
    return row && recordedEvent(row as EventRow);
  }

  async page(after: Position | undefined, limit: number): Promise<Page> {
    // One more than asked for tells whether anything stands behind the page.
    const found = await this.behind(after ?? 0n, limit + 1);
    const cut = found.slice(0, limit);
    const end = cut.length + missingParts(cut);
    // The page may swallow the one that was to tell: then another one has to.
    const enough = end < found.length || (end === found.length && found.length <= limit);
    const rest = enough ? [] : await this.behind(found.at(-1)?.position ?? 0n, end - found.length + 1);
    const all = [...found, ...rest];
    const events = all.slice(0, end);
    return { events, next: events.at(-1)?.position ?? after, atEnd: all.length <= end };
  }

  wake(atMost: number, signal: AbortSignal): Promise<void> {
    return this.listener.sleep(atMost, signal);
  }

  async head(): Promise<Position | undefined> {
    const [row] = await this.rows(reading('log-head'));
    return row?.[0] === undefined ? undefined : BigInt(row[0]);
  }

  async eventAt(position: Position): Promise<RecordedEvent | undefined> {
    const [row] = await this.rows(reading('log-at', position.toString()));
    return row && recordedEvent(row as EventRow);
  }

  async close(): Promise<void> {
    this.queue.close();
    await this.listener.close();
    if (!this.pool.ended) await this.pool.end();
  }

  /** Of each the first START events. */
  private async startsOf(asked: readonly Start[]): Promise<readonly EventRow[][]> {
    const values = [asked.map(({ stream }) => stream), asked.map(({ upTo }) => upTo.toString())];
    const starts = asked.map((): EventRow[] => []);
    for (const [place, ...row] of await this.rows(reading('log-starts', ...values))) {
      starts[Number(place) - 1]?.push(row as EventRow);
    }
    return starts;
  }

  private async behind(position: Position, count: number): Promise<RecordedEvent[]> {
    const rows = await this.rows(reading('log-behind', position.toString(), count));
    return rows.map((row) => recordedEvent(row as EventRow));
  }

  private async rows(query: QueryArrayConfig): Promise<string[][]> {
    try {
      return (await this.pool.query<string[]>(query)).rows;
    } catch (error) {
      throw storeError(error);
    }
  }
}
