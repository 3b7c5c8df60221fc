import {
  EventRegistry,
  EventStore,
  isOnRecord,
  type Moment,
  type Position,
  type Recorded,
  type RecordedEvent,
  wholeAppends,
} from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import { StreamIsUnreadable } from '@app/publication';
import { Injectable } from '@nestjs/common';

/** Events up to the first one that cannot be read, and whether there was one. */
export interface Readable<Event extends DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  readonly halted: boolean;
}

/** What the log held at a moment. Never reads projections, never answers half of an append. */
@Injectable()
export class LogAsOf {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The streams' events on record at the moment, in the order of the log. */
  async streams<Event extends DomainEvent>(names: readonly string[], at: Moment): Promise<Readable<Event>> {
    const prefixes = await Promise.all(names.map((name) => this.prefix(name, at)));
    return this.readable(prefixes.flat().sort((a, b) => (a.position < b.position ? -1 : 1)));
  }

  /** One stream's events on record at the moment, for what must be known whole. Throws StreamIsUnreadable. */
  async stream<Event extends DomainEvent>(name: string, at: Moment): Promise<readonly Recorded<Event>[]> {
    return (await this.prefix(name, at)).map((event) => {
      try {
        return this.registry.decode<Event>(event);
      } catch (error) {
        throw new StreamIsUnreadable(name, error instanceof Error ? error.message : String(error));
      }
    });
  }

  /**
   * The moment with no append cut in two: a position within one becomes the one before it. Undefined when the log has no event at that
   * position.
   */
  async wholeMoment(at: Moment): Promise<Moment | undefined> {
    if (at.position === undefined) return at;
    const event = await this.store.eventAt(at.position);
    if (event === undefined) return undefined;
    const { part, parts } = event.metadata;
    return part === parts ? at : { position: (await this.firstOfAppend(event)) - 1n };
  }

  private async firstOfAppend({ stream, revision, position, metadata }: RecordedEvent): Promise<Position> {
    const first = revision - BigInt(metadata.part - 1);
    for await (const event of this.store.read(stream, { upTo: first })) {
      if (event.revision === first) return event.position;
    }
    return position;
  }

  private async prefix(stream: string, at: Moment): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.read(stream)) {
      if (!isOnRecord(event, at)) break;
      events.push(event);
    }
    return wholeAppends(events);
  }

  private readable<Event extends DomainEvent>(recorded: readonly RecordedEvent[]): Readable<Event> {
    const events: Recorded<Event>[] = [];
    for (const event of recorded) {
      try {
        events.push(this.registry.decode<Event>(event));
      } catch {
        return { events, halted: true };
      }
    }
    return { events, halted: false };
  }
}
