import type { EncodedEvent } from '../../validate-append';

/** The columns in the order of the rows below. */
export const COPY_LOG =
  'COPY log.events (position, stream, revision, id, type, data, metadata) FROM STDIN (FORMAT binary)';

/** Signature, flags and extension length of COPY's binary form; and what ends it. */
export const COPY_HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
export const COPY_TRAILER = Buffer.from([0xff, 0xff]);

const COLUMNS = 7;
const PAGE_BYTES = 1_000_000;
/** A character of a string has at most three bytes in UTF-8; lengths and fixed columns of a row have 70. */
const [BYTES_PER_CHARACTER, BYTES_PER_ROW] = [3, 70];
/** Where a row keeps its position: behind the number of columns and the length of the first. */
const POSITION_AT = 6;

/** The rows of one append, behind one another in a page, and where each begins. */
export interface CopyRows {
  readonly page: Buffer;
  readonly begins: readonly number[];
  readonly end: number;
}

/**
 * Writes rows in the form in which COPY reads them with the least work, outside the heap, before the log is locked; positions are known
 * only under the lock and are put in then.
 */
export class RowWriter {
  private page = Buffer.allocUnsafe(PAGE_BYTES);
  private at = 0;

  /** The rows of an append whose first event has revision `first`. */
  write(stream: string, first: bigint, events: readonly EncodedEvent[]): CopyRows {
    this.makeRoom(stream, events);
    let revision = first;
    const begins = events.map(({ id, type, data, metadata }) => {
      const begin = this.at;
      this.at = this.page.writeInt16BE(COLUMNS, begin);
      this.bigint(0n);
      this.text(stream);
      this.bigint(revision);
      revision += 1n;
      this.uuid(id);
      for (const value of [type, data, metadata]) this.text(value);
      return begin;
    });
    return { page: this.page, begins, end: this.at };
  }

  /** Rows of one append stay in one page. */
  private makeRoom(stream: string, events: readonly EncodedEvent[]): void {
    let most = 0;
    for (const { type, data, metadata } of events) {
      const characters = stream.length + type.length + data.length + metadata.length;
      most += BYTES_PER_ROW + BYTES_PER_CHARACTER * characters;
    }
    if (this.at + most <= this.page.length) return;
    this.page = Buffer.allocUnsafe(Math.max(PAGE_BYTES, most));
    this.at = 0;
  }

  private bigint(value: bigint): void {
    this.at = this.page.writeInt32BE(8, this.at);
    this.at = this.page.writeBigInt64BE(value, this.at);
  }

  private uuid(id: string): void {
    this.at = this.page.writeInt32BE(16, this.at);
    this.at += this.page.write(id.replaceAll('-', ''), this.at, 'hex');
  }

  private text(value: string): void {
    const length = this.page.write(value, this.at + 4, 'utf8');
    this.page.writeInt32BE(length, this.at);
    this.at += 4 + length;
  }
}

/** COPY's whole stream: these rows behind the log's head, each stretch of a page as it is. */
export function* copyStream(appends: readonly CopyRows[], head: bigint): Generator<Buffer> {
  yield COPY_HEADER;
  let position = head;
  let [page, from, to]: [Buffer, number, number] = [COPY_TRAILER, 0, 0];
  for (const rows of appends) {
    for (const begin of rows.begins) rows.page.writeBigInt64BE((position += 1n), begin + POSITION_AT);
    const [begin = rows.end] = rows.begins;
    if (rows.page !== page || begin !== to) {
      if (to > from) yield page.subarray(from, to);
      [page, from] = [rows.page, begin];
    }
    to = rows.end;
  }
  if (to > from) yield page.subarray(from, to);
  yield COPY_TRAILER;
}
