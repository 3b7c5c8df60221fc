import { BACKWARDS, END, type EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import type { Page } from '../event-store';
import type { Position, RecordedEvent } from '../recorded-event';
import { collect } from './collect';
import type { Connection } from './connection';
import type { OwnEvents, StoredEvent, StoredPosition } from './own-events';
import { PageBuilder } from './page-builder';
import { isBadPosition, storeError } from './store-error';

/** A read fetches at least so many events: those of others may lie between ours. */
const SMALLEST_READ = 32;
const LARGEST_READ = 4096;
/** After looking at so many a page ends, though others filled the log so far. */
const LOOKED_AT = 50_000;

/** Reads `$all`, which holds our events in the order of the log, and those of others between them. */
export class AllReader {
  private known: { readonly end: Position; readonly head: Position | undefined } | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly own: OwnEvents,
    private readonly idleMs: number,
  ) {}

  /** See EventStore.page. The client offers no filter here, and ignores one without a word. */
  async page(after: Position | undefined, limit: number): Promise<Page> {
    const builder = new PageBuilder(after, Math.max(1, limit), this.own);
    for (let lookedAt = 0; ;) {
      // One more than needed tells whether anything stands behind; the first is the one that the read starts from.
      const count = between(SMALLEST_READ, builder.wanted + 2, LARGEST_READ);
      const read = await this.forwards(builder.cursor, count, (event) => builder.take(event));
      lookedAt += read;
      const endReached = read < count;
      if (endReached || builder.wanted === 0 || (lookedAt >= LOOKED_AT && builder.isWhole)) {
        return builder.page(endReached);
      }
    }
  }

  /** The position of our last event. Looks back only as far as was not looked before. */
  async head(): Promise<Position | undefined> {
    let cursor: StoredPosition | undefined;
    let end: Position | undefined;
    let head: Position | undefined;
    for (let count = 8; ; count = Math.min(2 * count, LARGEST_READ)) {
      let read = 0;
      let reachedKnown = false;
      await this.backwards(cursor, count, (event) => {
        read += 1;
        cursor = event.position ?? cursor;
        const position = event.position?.commit ?? 0n;
        end ??= position;
        reachedKnown ||= this.known !== undefined && position <= this.known.end;
        if (!reachedKnown && head === undefined && this.own.of(event)) head = position;
      });
      if (head !== undefined || reachedKnown || read < count) break;
    }
    head ??= this.known?.head;
    if (end !== undefined) this.known = { end, head };
    return head;
  }

  /** Our event at exactly this position. */
  async eventAt(position: Position): Promise<RecordedEvent | undefined> {
    const refused = (error: unknown): 'refused' => {
      if (isBadPosition(error)) return 'refused';
      throw error;
    };
    const found = await this.beginningAt(position).catch(refused);
    if (found !== 'refused') return found;
    // Newer servers refuse a position at which no event begins, older ones fail without a name; so does any in passing trouble.
    // Only what is refused on both sides of a read that was answered is not there.
    await this.backwards(undefined, 1, () => undefined);
    const again = await this.beginningAt(position).catch(refused);
    return again === 'refused' ? undefined : again;
  }

  private async beginningAt(position: Position): Promise<RecordedEvent | undefined> {
    let found: RecordedEvent | undefined;
    await this.forwards({ commit: position, prepare: position }, 1, (event) => {
      if (event.position?.commit === position) found = this.own.of(event);
    });
    return found;
  }

  /** Gives how many events came; fewer than `maxCount` at the end of the log. */
  private async forwards(
    from: StoredPosition | undefined,
    maxCount: number,
    take: (event: StoredEvent) => void,
  ): Promise<number> {
    let read = 0;
    const options = { direction: FORWARDS, fromPosition: from ?? START, maxCount } as const;
    await this.read(
      (client) => client.readAll(options),
      (event) => {
        read += 1;
        take(event);
      },
    );
    return read;
  }

  private backwards(
    from: StoredPosition | undefined,
    maxCount: number,
    take: (event: StoredEvent) => void,
  ): Promise<void> {
    const options = { direction: BACKWARDS, fromPosition: from ?? END, maxCount } as const;
    return this.read((client) => client.readAll(options), take);
  }

  private async read(
    begin: (client: EventStoreDBClient) => ReturnType<EventStoreDBClient['readAll']>,
    take: (event: StoredEvent) => void,
  ): Promise<void> {
    try {
      await collect(this.connection, this.idleMs, begin, ({ event }) => {
        if (event) take(event);
      });
    } catch (error) {
      throw storeError(error);
    }
  }
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
