import { setImmediate as turn } from 'node:timers/promises';
import type { ExpectedRevision } from '../../event-store';
import type { NewEvent } from '../../recorded-event';
import { validateAppend } from '../../validate-append';
import { type CopyRows, RowWriter } from './copy-rows';

/** One append of an import, as `EventStore.append` takes it. */
export interface BulkAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

/** An append that was checked, with what COPY needs of it. */
export interface ImportAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** The revision expected as the database counts: -1 for no stream. */
  readonly at: bigint;
  readonly ids: readonly string[];
  readonly rows: CopyRows;
}

const MOST_BYTES = 16_000_000;
/** So many events are checked between two turns of the event loop: a source that never waits must not starve the socket. */
const EVENTS_PER_TURN = 250;

/** Whole appends, checked, up to `most` events or about 16 MB at a time. Throws InvalidAppend. */
export async function* chunksOf(
  appends: AsyncIterable<BulkAppend>,
  most: number,
): AsyncGenerator<readonly ImportAppend[], undefined> {
  let [chunk, writer]: [ImportAppend[], RowWriter] = [[], new RowWriter()];
  let [events, bytes, sinceTurn] = [0, 0, 0];
  for await (const append of appends) {
    const checked = check(append, writer);
    chunk.push(checked);
    events += checked.ids.length;
    sinceTurn += checked.ids.length;
    bytes += checked.rows.end - (checked.rows.begins[0] ?? 0);
    if (events >= most || bytes >= MOST_BYTES) {
      yield chunk;
      [chunk, writer] = [[], new RowWriter()];
      [events, bytes] = [0, 0];
    }
    if (sinceTurn >= EVENTS_PER_TURN) {
      sinceTurn = 0;
      await turn();
    }
  }
  if (chunk.length > 0) yield chunk;
  return undefined;
}

function check({ stream, expected, events }: BulkAppend, writer: RowWriter): ImportAppend {
  const encoded = validateAppend(stream, expected, events);
  const at = expected === 'no-stream' ? -1n : expected;
  const ids = encoded.map(({ id }) => id);
  return { stream, expected, at, ids, rows: writer.write(stream, at + 1n, encoded) };
}
