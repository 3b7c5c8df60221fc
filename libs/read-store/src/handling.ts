import type { EventRegistry, Recorded, RecordedEvent } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { EventFailed } from './errors';
import { Operations } from './operations';
import { type AnyProjection, categoryOf, type ProjectionWriter } from './projection';

/** Answers nothing; its type would let a promise pass. */
type Handler = (event: Recorded<DomainEvent>, write: ProjectionWriter<string>) => unknown;

/** Events that a projection is concerned with, and what its handlers want done. */
export interface Collected {
  readonly events: readonly RecordedEvent[];
  readonly operations: Operations;
}

/** What one projection does with events, before anything is written. */
export class Handling {
  private readonly known: ReadonlySet<string>;

  constructor(
    readonly projection: AnyProjection,
    private readonly registry: EventRegistry,
  ) {
    this.known = new Set(registry.types);
  }

  /** Those of types it handles, and of types that nobody knows in the streams it reads: these are poison, never passed over. */
  concerning(events: readonly RecordedEvent[]): RecordedEvent[] {
    const { on, categories } = this.projection;
    return events.filter(
      ({ type, stream }) =>
        Object.hasOwn(on, type) || (!this.known.has(type) && categories.includes(categoryOf(stream))),
    );
  }

  /** Its own stream when the projection cannot say: a partition always exists. */
  partitionOf(event: RecordedEvent): string {
    try {
      return this.projection.partition(event);
    } catch {
      return event.stream;
    }
  }

  /** Runs the handlers. Throws EventFailed. */
  collect(events: readonly RecordedEvent[]): Collected {
    const operations = new Operations(this.projection);
    for (const event of events) this.handle(event, operations);
    return { events, operations };
  }

  /** Runs one event's handler. Throws EventFailed, and then `operations` may hold a part of what it wanted. */
  handle(event: RecordedEvent, operations: Operations): void {
    let stage: EventFailed['stage'] = 'decode';
    try {
      const decoded = this.registry.decode(event);
      stage = 'handle';
      const answer = (this.projection.on[event.type] as Handler)(decoded, operations);
      // What it wants later would be lost without a word.
      if (answer instanceof Promise) throw new TypeError('A handler must end where it began, not promise to');
    } catch (error) {
      throw new EventFailed(stage, [], error);
    }
  }
}
