import {
  EventRegistry,
  EventStore,
  isOnRecord,
  type Moment,
  type Position,
  type RecordedEvent,
  wholeAppends,
} from '@app/event-store';
import type { Instant } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { StreamsThen } from './streams-then';

/** A moment that cuts no append in two, and when it was: that instant, or when the event at the position was recorded. */
export interface WholeMoment {
  readonly asOf: Moment;
  readonly instant: Instant;
}

/** What the log held at a moment. Never reads projections, never answers half of an append. */
@Injectable()
export class LogAsOf {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** What of these streams was on record at the moment, now when none is said; read together. */
  async of(names: readonly string[], at: Moment | undefined): Promise<StreamsThen> {
    const prefixes = new Map<string, RecordedEvent[]>();
    const over = new Set<string>();
    for await (const event of this.store.readEach(names)) {
      const { stream } = event;
      if (over.has(stream)) continue;
      const before = prefixes.get(stream);
      if (at !== undefined && !isOnRecord(event, at)) over.add(stream);
      else if (before) before.push(event);
      else prefixes.set(stream, [event]);
    }
    const whole = [...prefixes].map(([stream, events]) => [stream, wholeAppends(events)] as const);
    return new StreamsThen(new Map(whole), this.registry);
  }

  /**
   * The moment with no append cut in two: a position within one becomes the one before it. Undefined when the log has no event at that
   * position.
   */
  async wholeMoment(at: Moment): Promise<WholeMoment | undefined> {
    if (at.position === undefined) return { asOf: at, instant: at.instant };
    const event = await this.store.eventAt(at.position);
    if (event === undefined) return undefined;
    const { part, parts, recordedAt: instant } = event.metadata;
    return { asOf: part === parts ? at : { position: (await this.firstOfAppend(event)) - 1n }, instant };
  }

  private async firstOfAppend({ stream, revision, position, metadata }: RecordedEvent): Promise<Position> {
    const first = revision - BigInt(metadata.part - 1);
    for await (const event of this.store.read(stream, { upTo: first })) {
      if (event.revision === first) return event.position;
    }
    return position;
  }
}
