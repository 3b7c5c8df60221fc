import { LogIntegrityError } from '../errors';
import type { Page } from '../event-store';
import type { Position, RecordedEvent } from '../recorded-event';
import { missingParts, wholeAppends } from '../whole-appends';
import type { OwnEvents, StoredEvent, StoredPosition } from './own-events';

/** Makes a page of what `$all` holds behind a position: ours in, the rest passed over, no append cut in two. */
export class PageBuilder {
  /** Where to read on: a read includes this position. Undefined: from the start. */
  cursor: StoredPosition | undefined;
  /** Whether something stands behind a page that is full. */
  hasMore = false;
  private readonly events: RecordedEvent[] = [];
  /** The last position looked at. */
  private seen: Position | undefined;
  /** The last position looked at before the append that is being read. */
  private seenBefore: Position | undefined;

  constructor(
    private readonly after: Position | undefined,
    private readonly limit: number,
    private readonly own: OwnEvents,
  ) {
    this.seen = after;
    this.seenBefore = after;
    this.cursor = after === undefined ? undefined : { commit: after, prepare: after };
  }

  /** How many more events this page needs at least; 0 when it is full. */
  get wanted(): number {
    return Math.max(this.limit - this.events.length, missingParts(this.events));
  }

  /** Whether the page could end here. */
  get isWhole(): boolean {
    return missingParts(this.events) === 0;
  }

  /** Takes the next event of `$all`. Throws LogIntegrityError for what nobody writes by right. */
  take(event: StoredEvent): void {
    const { position } = event;
    if (!position || this.isBehind(position)) return;
    if (this.wanted === 0) {
      this.hasMore = true;
      return;
    }
    const mine = this.own.of(event);
    if (mine) this.add(mine);
    this.cursor = position;
    if (position.commit === position.prepare) this.seen = position.commit;
  }

  /** The page: an append that is not all there is held back. */
  page(endReached: boolean): Page {
    const events = wholeAppends(this.events);
    return { events, next: this.isWhole ? this.seen : this.seenBefore, atEnd: endReached && !this.hasMore };
  }

  private isBehind({ commit, prepare }: StoredPosition): boolean {
    if (!this.cursor) return false;
    return commit < this.cursor.commit || (commit === this.cursor.commit && prepare <= this.cursor.prepare);
  }

  private add(event: RecordedEvent): void {
    const last = this.events.at(-1);
    if (last && !this.isWhole) {
      if (!continues(last, event)) throw torn(last);
    } else {
      // Whoever asks for a page from within an append gets the rest; anywhere else an append begins with its first part.
      const mayBeginWithin = !last && this.after !== undefined;
      if (event.metadata.part !== 1 && !mayBeginWithin) throw torn(event);
      this.seenBefore = this.seen;
    }
    this.events.push(event);
  }
}

function continues(last: RecordedEvent, { stream, revision, metadata }: RecordedEvent): boolean {
  return (
    stream === last.stream &&
    revision === last.revision + 1n &&
    metadata.commandId === last.metadata.commandId &&
    metadata.part === last.metadata.part + 1 &&
    metadata.parts === last.metadata.parts
  );
}

/** Appends are all or nothing: events of one that are missing in the middle of the log were taken out. */
function torn({ stream, revision, metadata }: RecordedEvent): LogIntegrityError {
  return new LogIntegrityError(
    `Nhật ký bị can thiệp: ở luồng ${stream}, quanh số ${revision}, một lần ghi không còn đủ ${metadata.parts} sự kiện.`,
  );
}
