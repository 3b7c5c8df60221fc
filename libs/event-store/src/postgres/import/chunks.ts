import { setImmediate as turn } from 'node:timers/promises';
import { validateAppend } from '../../validate-append';
import { copyTail } from './copy-text';
import type { BulkAppend } from './import-events';

/** An append that was checked, with what COPY needs of it. */
export interface ImportAppend {
  readonly stream: string;
  readonly expected: BulkAppend['expected'];
  /** The revision expected as the database counts: -1 for no stream. */
  readonly at: bigint;
  readonly ids: readonly string[];
  /** One text per event: all that stands behind its revision in a line of COPY. */
  readonly tails: readonly string[];
}

const MOST_CHARACTERS = 16_000_000;
/** So many events are checked between two turns of the event loop: a source that never waits must not starve the socket. */
const EVENTS_PER_TURN = 250;

/** Whole appends, checked, up to `most` events or about 16 MB at a time. Throws InvalidAppend. */
export async function* chunksOf(
  appends: AsyncIterable<BulkAppend>,
  most: number,
): AsyncGenerator<readonly ImportAppend[], undefined> {
  let chunk: ImportAppend[] = [];
  let [events, characters, sinceTurn] = [0, 0, 0];
  for await (const append of appends) {
    const checked = check(append);
    chunk.push(checked);
    events += checked.ids.length;
    sinceTurn += checked.ids.length;
    for (const tail of checked.tails) characters += tail.length;
    if (events >= most || characters >= MOST_CHARACTERS) {
      yield chunk;
      chunk = [];
      [events, characters] = [0, 0];
    }
    if (sinceTurn >= EVENTS_PER_TURN) {
      sinceTurn = 0;
      await turn();
    }
  }
  if (chunk.length > 0) yield chunk;
  return undefined;
}

function check({ stream, expected, events }: BulkAppend): ImportAppend {
  const encoded = validateAppend(stream, expected, events);
  return {
    stream,
    expected,
    at: expected === 'no-stream' ? -1n : expected,
    ids: encoded.map(({ id }) => id),
    tails: encoded.map(copyTail),
  };
}
