import type { Expected, LogRecord, WriteOutcome } from './log-record';
import type { MemoryStream } from './memory-stream';
import type { RecentIds } from './recent-ids';

/** `write` when the events are new and fit, else the answer. */
export type CommitCheck = 'write' | WriteOutcome;

/**
 * Whether an append fits, repeats an earlier one, or is refused; as recorded. At an exact revision a repeat is recognised in the stream
 * itself, whenever it comes; at `any` and `stream_exists` only among the ids seen lately. The id alone decides.
 */
export function checkCommit(
  stream: MemoryStream,
  name: string,
  expected: Expected,
  ids: readonly string[],
  recent: RecentIds,
): CommitCheck {
  if (stream.tombstone) return { kind: 'stream-deleted' };
  if (expected === 'stream_exists') {
    if (stream.softDeleted) return { kind: 'stream-deleted' };
    if (stream.last < 0n) return wrongVersion(stream);
  }
  if (expected === 'any' || expected === 'stream_exists') return checkAnywhere(stream, name, ids, recent);
  return checkAt(stream, expected === 'no_stream' ? -1n : expected, ids);
}

function checkAnywhere(stream: MemoryStream, name: string, ids: readonly string[], recent: RecentIds): CommitCheck {
  let last: LogRecord | undefined;
  for (const id of ids) {
    const known = recent.find(id, name);
    if (!known) return last ? wrongVersion(stream) : 'write';
    last = known;
  }
  return last ? repeated(last) : 'write';
}

function checkAt(stream: MemoryStream, expected: bigint, ids: readonly string[]): CommitCheck {
  if (expected > stream.last) return wrongVersion(stream);
  if (expected === stream.last) return 'write';
  const before = Number(expected) + 1;
  const known = ids.map((id, index) => ({ id, record: stream.records[before + index] }));
  const last = known.at(-1)?.record;
  if (last && known.every(({ id, record }) => record?.id === id)) return repeated(last);
  const startsAnew = expected === -1n && stream.softDeleted && known[0]?.record?.id !== known[0]?.id;
  return startsAnew ? 'write' : wrongVersion(stream);
}

function repeated({ revision, position }: LogRecord): WriteOutcome {
  return { kind: 'written', revision, position };
}

function wrongVersion(stream: MemoryStream): WriteOutcome {
  return { kind: 'wrong-expected-version', current: stream.last < 0n ? 'no_stream' : stream.last };
}
