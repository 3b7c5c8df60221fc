import type { CarriedOut } from './carried-out';
import type { ExpectedRevision } from './event-store';
import type { Position } from './recorded-event';

/** A stream as far as a decision needs it. */
export interface StreamHistory<State = unknown> {
  readonly state: State;
  /** `no-stream` while nothing was ever written. */
  readonly revision: ExpectedRevision;
  readonly position: Position;
  /** Every command up to `revision`. None is ever taken back, only more come. */
  readonly carriedOut: CarriedOut;
}

/** How much is remembered of all streams together. */
export interface MostKnown {
  readonly streams: number;
  /** What they hold: the state of a stream, and the marks of its commands, grow with its events. */
  readonly events: number;
}

/**
 * The streams that this process wrote last, so that a file being filled in is not read again for every field. Only a memory: an append
 * at the remembered revision proves that it is the present, anything else makes the write path read the log.
 */
export class KnownStreams {
  private readonly streams = new Map<string, StreamHistory>();
  private events = 0;

  constructor(private readonly most: MostKnown) {}

  get(stream: string): StreamHistory | undefined {
    return this.streams.get(stream);
  }

  /** Remembers the stream as the one used last; what was not used for longest is forgotten. */
  remember(stream: string, history: StreamHistory): void {
    this.forget(stream);
    this.streams.set(stream, history);
    this.events += eventsOf(history);
    for (const oldest of this.streams.keys()) {
      if (oldest === stream || (this.streams.size <= this.most.streams && this.events <= this.most.events)) return;
      this.forget(oldest);
    }
  }

  forget(stream: string): void {
    const known = this.streams.get(stream);
    if (!known) return;
    this.events -= eventsOf(known);
    this.streams.delete(stream);
  }
}

const eventsOf = ({ revision }: StreamHistory): number => (revision === 'no-stream' ? 0 : Number(revision) + 1);
