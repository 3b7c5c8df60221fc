import { randomUUID } from 'node:crypto';
import { checkCommit } from './commit-check';
import {
  type Expected,
  LAST_REVISION,
  type LogRecord,
  metaStreamOf,
  type ProposedEvent,
  type WriteOutcome,
} from './log-record';
import { MemoryStream, type StreamLimits } from './memory-stream';
import { RecentIds } from './recent-ids';

const JSON_TYPE = 'application/json';
const BYTES_TYPE = 'application/octet-stream';
/** What a record costs beside its texts. Any number will do: positions only grow. */
const RECORD_OVERHEAD = 80;

/** The data of one server or cluster, in memory. Outlives the server, so that a restart finds it again. */
export class MemoryLog {
  /** All records in log order. */
  readonly records: LogRecord[] = [];
  /** Called after every append. */
  readonly listeners = new Set<() => void>();
  private readonly streams = new Map<string, MemoryStream>();
  private readonly recent: RecentIds;
  private end = 0n;
  private hidden = 0;

  constructor(recentIds = 100_000) {
    this.recent = new RecentIds(recentIds);
    // A real log is never empty: a node writes about itself before anybody else does.
    for (const stream of ['$epochs', '$settings', '$users', '$stats']) {
      this.append(stream, 'any', [systemEvent('$started', { node: 'test' })]);
    }
  }

  /** How many records a reader of `$all` sees; a stream's readers always see all of it. */
  get visible(): number {
    return this.records.length - this.hidden;
  }

  /** Hides the last records from readers of `$all`, as half an append can be seen for a moment. 0 shows everything again. */
  hideTail(count: number): void {
    this.hidden = count;
    this.tellListeners();
  }

  stream(name: string): MemoryStream {
    return this.streams.get(name) ?? new MemoryStream();
  }

  append(name: string, expected: Expected, events: readonly ProposedEvent[]): WriteOutcome {
    const stream = this.stream(name);
    const ids = events.map((event) => event.id);
    const check = checkCommit(stream, name, expected, ids, this.recent);
    if (check !== 'write') return check;
    if (stream.softDeleted) this.limit(name, { $tb: stream.last + 1n });
    // No events at all take a position, too, and leave the stream as it was.
    let position = events.length === 0 ? this.advance(RECORD_OVERHEAD) : 0n;
    for (const event of events) position = this.write(name, event).position;
    this.tellListeners();
    const { last } = this.stream(name);
    return { kind: 'written', revision: last < 0n ? 'no_stream' : last, position };
  }

  /** Soft: the stream reads as missing until it is appended to again. */
  delete(name: string, expected: Expected): WriteOutcome {
    return this.refused(name, expected) ?? this.limit(name, { $tb: LAST_REVISION });
  }

  /** For ever. */
  tombstone(name: string, expected: Expected): WriteOutcome {
    const refused = this.refused(name, expected);
    if (refused) return refused;
    const event = { ...systemEvent('$streamDeleted', undefined), contentType: BYTES_TYPE };
    this.stream(name).tombstone = this.record(name, LAST_REVISION, event);
    this.tellListeners();
    return { kind: 'written', revision: LAST_REVISION, position: this.lastPosition };
  }

  /** What a restarted server no longer knows. */
  forgetRecentIds(): void {
    this.recent.forget();
  }

  /** The index of the first visible record at or behind a position. */
  indexFrom(position: bigint): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.records[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a position lies within the log but at no record. */
  isInsideRecord(position: bigint): boolean {
    return position < this.lastPosition && this.records[this.indexFrom(position)]?.position !== position;
  }

  get lastPosition(): bigint {
    return this.records.at(-1)?.position ?? 0n;
  }

  private refused(name: string, expected: Expected): WriteOutcome | undefined {
    const stream = this.stream(name);
    if (stream.last < 0n && !stream.tombstone) return { kind: 'wrong-expected-version', current: 'no_stream' };
    const check = checkCommit(stream, name, expected, [randomUUID()], this.recent);
    return check === 'write' ? undefined : check;
  }

  private limit(name: string, limits: StreamLimits): WriteOutcome {
    return this.append(metaStreamOf(name), 'any', [systemEvent('$metadata', limits)]);
  }

  private write(name: string, event: ProposedEvent): LogRecord {
    const stream = this.kept(name);
    const contentType = event.contentType === JSON_TYPE ? JSON_TYPE : BYTES_TYPE;
    const record = this.record(name, stream.last + 1n, { ...event, contentType });
    stream.records.push(record);
    this.recent.add(record);
    if (event.type === '$metadata' && name.startsWith('$$')) this.kept(name.slice(2)).limit(parseLimits(event.data));
    return record;
  }

  private kept(name: string): MemoryStream {
    const stream = this.stream(name);
    this.streams.set(name, stream);
    return stream;
  }

  private record(stream: string, revision: bigint, event: ProposedEvent): LogRecord {
    const bytes = RECORD_OVERHEAD + 2 * stream.length + event.data.length + event.metadata.length;
    const record = { ...event, stream, revision, position: this.advance(bytes), created: ticksNow() };
    this.records.push(record);
    return record;
  }

  private advance(bytes: number): bigint {
    const position = this.end;
    this.end += BigInt(bytes);
    return position;
  }

  private tellListeners(): void {
    for (const listener of this.listeners) listener();
  }
}

function systemEvent(type: string, data: object | undefined): ProposedEvent {
  const text = data === undefined ? '' : JSON.stringify(data, (_key, value: unknown) => jsonNumber(value));
  return { id: randomUUID(), type, contentType: JSON_TYPE, data: Buffer.from(text), metadata: new Uint8Array() };
}

/** The largest revision is no safe integer: written as text, read back by BigInt. */
function jsonNumber(value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function parseLimits(data: Uint8Array): StreamLimits {
  try {
    return JSON.parse(Buffer.from(data).toString('utf8')) as StreamLimits;
  } catch {
    return {};
  }
}

function ticksNow(): bigint {
  return BigInt(Date.now()) * 10_000n;
}
