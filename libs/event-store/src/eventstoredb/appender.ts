import { type AppendResult, type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { LogIntegrityError, StoreUnavailable } from '../errors';
import type { Appended, ExpectedRevision } from '../event-store';
import type { NewEvent } from '../recorded-event';
import { type EncodedEvent, validateAppend } from '../validate-append';
import type { Connection } from './connection';
import { appendError, needsNewClient } from './store-error';
import { within } from './within';

/** Appends, never for longer than `timeoutMs`: what the client promises may never come. */
export class Appender {
  /** Answers of any kind that came so far: whether a client is silent, or only slow. */
  private answers = 0;

  constructor(
    private readonly connection: Connection,
    private readonly timeoutMs: number,
  ) {}

  async append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended> {
    const encoded = validateAppend(stream, expected, events);
    const client = await this.connection.client();
    const before = this.answers;
    try {
      const result = await this.call(client, stream, expected, events, encoded);
      this.answers += 1;
      return appended(stream, expected, events.length, result);
    } catch (error) {
      const silent = error instanceof TimeUp && this.answers === before;
      if (silent || needsNewClient(error)) void this.connection.replace(client);
      const meaning = appendError(error, stream, expected);
      if (!(meaning instanceof StoreUnavailable)) this.answers += 1;
      throw meaning;
    }
  }

  private call(
    client: EventStoreDBClient,
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    encoded: readonly EncodedEvent[],
  ): Promise<AppendResult> {
    const proposed = events.map(({ type, data, metadata }, index) =>
      jsonEvent({ id: encoded[index]?.id ?? '', type, data: { ...data }, metadata: { ...metadata } }),
    );
    const expectedRevision = expected === 'no-stream' ? NO_STREAM : expected;
    // No credentials here: with them the client leaves its batch stream for single calls, at about half the rate.
    const call = client.appendToStream(stream, proposed, { expectedRevision, deadline: this.timeoutMs });
    const late = (): Error => new TimeUp(`The log did not acknowledge within ${this.timeoutMs} ms`);
    return within(this.timeoutMs, this.connection.unlessCancelled(call), late);
  }
}

/** Our own time-out, not the server's. */
class TimeUp extends StoreUnavailable {}

function appended(
  stream: string,
  expected: ExpectedRevision,
  count: number,
  { nextExpectedRevision: revision, position }: AppendResult,
): Appended {
  const first = expected === 'no-stream' ? 0n : expected + 1n;
  // A stream that was deleted takes events again, and numbers them on.
  if (revision !== first + BigInt(count) - 1n) {
    throw new LogIntegrityError(
      `Nhật ký bị can thiệp: luồng ${stream} từng bị xóa và nay đánh số tiếp đến ${revision}.`,
    );
  }
  if (!position) throw new StoreUnavailable('The log acknowledged without a position');
  return { revision, position: position.commit };
}
