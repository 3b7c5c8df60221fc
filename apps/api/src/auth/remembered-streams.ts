import { type EventRegistry, type EventStore, StoreUnavailable } from '@app/event-store';
import { type Aggregate, type DomainEvent } from '@app/kernel';

/** For so long what was read of a stream is taken for the present, ms: what ends a right or a session holds at the latest then, in every process. */
const FRESH_MS = 2_000;
/** The log answers within this, ms, or counts as away. */
const PATIENCE_MS = 2_000;
/** While the log is away, what is known of a stream serves for so long, ms: nothing can be written, but what is known can be read. */
const TRUSTED_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

interface Remembered<State> {
  readonly state: State;
  readonly readAt: number;
  /** Looked for last: when it was read, or when the log gave no answer. */
  askedAt: number;
}

/** Short streams that nearly every request asks about, read from the log and remembered for a moment. */
export class RememberedStreams<State, Event extends DomainEvent> {
  private readonly remembered = new Map<string, Remembered<State>>();
  private readonly coming = new Map<string, Promise<State>>();

  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
    private readonly aggregate: Aggregate<State, Event>,
  ) {}

  /** At most two seconds old while the log answers. Throws StoreUnavailable when it does not and nothing is known. */
  async of(stream: string): Promise<State> {
    const known = this.remembered.get(stream);
    if (known && performance.now() - known.askedAt < FRESH_MS) return known.state;
    return this.presentOr(stream, known);
  }

  /** What was remembered is no longer so. */
  forget(stream: string): void {
    this.remembered.delete(stream);
    this.coming.delete(stream);
  }

  private async presentOr(stream: string, known: Remembered<State> | undefined): Promise<State> {
    try {
      return await this.readOnce(stream);
    } catch (error) {
      const isAway = error instanceof StoreUnavailable;
      if (!isAway || !known || performance.now() - known.readAt > TRUSTED_MS) throw error;
      known.askedAt = performance.now();
      return known.state;
    }
  }

  /** Many requests at once read a stream once. */
  private readOnce(stream: string): Promise<State> {
    const running = this.coming.get(stream);
    if (running) return running;
    const reading = inTime(this.read(stream)).finally(() => {
      if (this.coming.get(stream) === reading) this.coming.delete(stream);
    });
    this.coming.set(stream, reading);
    return reading;
  }

  private async read(stream: string): Promise<State> {
    const readAt = performance.now();
    let state = this.aggregate.initial;
    for await (const event of this.store.read(stream)) {
      state = this.aggregate.evolve(state, this.registry.decode<Event>(event));
    }
    this.remember(stream, { state, readAt, askedAt: readAt });
    return state;
  }

  private remember(stream: string, known: Remembered<State>): void {
    this.remembered.delete(stream);
    this.remembered.set(stream, known);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size > MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
  }
}

/** Throws StoreUnavailable when the log has not answered within two seconds. */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('The log did not answer in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
