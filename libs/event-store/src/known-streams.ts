import type { ExpectedRevision } from './event-store';
import type { FirstAnswer } from './first-answer';
import type { Position } from './recorded-event';

/** A stream as far as a decision needs it. */
export interface StreamHistory<State = unknown> {
  readonly state: State;
  /** `no-stream` while nothing was ever written. */
  readonly revision: ExpectedRevision;
  readonly position: Position;
  /** First answers by command id: every one up to `revision`. They never change, only more come. */
  readonly answers: Map<string, FirstAnswer>;
}

/**
 * The streams that this process wrote last, so that a file being filled in is not read again for every field. Only a memory: an append
 * at the remembered revision proves that it is the present, anything else makes the write path read the log.
 */
export class KnownStreams {
  private readonly streams = new Map<string, StreamHistory>();

  constructor(private readonly most: number) {}

  get(stream: string): StreamHistory | undefined {
    return this.streams.get(stream);
  }

  /** Remembers the stream as the one used last; what was not used for longest is forgotten. */
  remember(stream: string, history: StreamHistory): void {
    this.streams.delete(stream);
    this.streams.set(stream, history);
    const [oldest] = this.streams.keys();
    if (this.streams.size > this.most && oldest !== undefined) this.streams.delete(oldest);
  }

  forget(stream: string): void {
    this.streams.delete(stream);
  }
}
