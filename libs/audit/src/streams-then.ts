import type { EventRegistry, Recorded, RecordedEvent } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { StreamIsUnreadable } from '@app/publication';

/** Events up to the first one that cannot be read, and that one; null: all can. */
export interface Readable<Event extends DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  readonly unreadable: RecordedEvent | null;
}

/** Streams as they were at a moment: whole appends only. A stream that had no events is empty. */
export class StreamsThen {
  constructor(
    private readonly prefixes: ReadonlyMap<string, readonly RecordedEvent[]>,
    private readonly registry: EventRegistry,
  ) {}

  /** One stream, for what must be known whole. Throws StreamIsUnreadable. */
  whole<Event extends DomainEvent>(name: string): readonly Recorded<Event>[] {
    return this.recordedIn(name).map((event) => {
      try {
        return this.registry.decode<Event>(event);
      } catch (error) {
        throw new StreamIsUnreadable(name, error instanceof Error ? error.message : String(error));
      }
    });
  }

  /** Several streams in the order of the log, as far as they can be read. */
  readable<Event extends DomainEvent>(names: readonly string[]): Readable<Event> {
    const recorded = names.flatMap((name) => this.recordedIn(name)).sort((a, b) => (a.position < b.position ? -1 : 1));
    const events: Recorded<Event>[] = [];
    for (const event of recorded) {
      try {
        events.push(this.registry.decode<Event>(event));
      } catch {
        return { events, unreadable: event };
      }
    }
    return { events, unreadable: null };
  }

  private recordedIn(name: string): readonly RecordedEvent[] {
    return this.prefixes.get(name) ?? [];
  }
}
