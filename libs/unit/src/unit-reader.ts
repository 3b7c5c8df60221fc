import { ConcurrentChange, EventRegistry, EventStore, type ExpectedRevision, type Recorded } from '@app/event-store';
import { fold } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ancestorsOf } from './ancestors';
import type { UnitChange } from './correction.events';
import { type Unit, unit, unitStream } from './unit';
import { lastTelling, standingEvents } from './unit-change';
import type { Telling } from './unit-change-withdrawal';
import type { UnitEvent } from './unit.events';

/** The event that told a change, undefined: none stands on record, and the stream it was looked for in, at its revision. */
export interface FoundChange {
  readonly told: Telling | undefined;
  readonly stream: string;
  readonly revision: ExpectedRevision;
}

/** What the log itself says of a unit, for decisions about something else. */
@Injectable()
export class UnitReader {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The initial state when nothing is known of such a unit. */
  async read(unitId: string): Promise<Unit> {
    return fold(unit, await this.eventsOf(unitId));
  }

  /** Every unit that the unit came out of by decrees on record, wholly or in part, over any number of generations. */
  async ancestors(unitId: string): Promise<ReadonlySet<string>> {
    return ancestorsOf(unitId, async (id) => (await this.read(id)).predecessors);
  }

  /** What the log says of several units, by id. */
  async readAll(unitIds: readonly string[]): Promise<ReadonlyMap<string, Unit>> {
    const known = new Map<string, Unit>();
    for (const unitId of unitIds) known.set(unitId, await this.read(unitId));
    return known;
  }

  /** Which event told the change: an id stands beside the event in the log, not in what the unit folds to. */
  async find(unitId: string, change: UnitChange): Promise<FoundChange> {
    const events = await this.eventsOf(unitId);
    const revision = events.at(-1)?.revision ?? 'no-stream';
    return { told: lastTelling(standingEvents(events), change), stream: unitStream(unitId), revision };
  }

  private async eventsOf(unitId: string): Promise<readonly Recorded<UnitEvent>[]> {
    const events: Recorded<UnitEvent>[] = [];
    for await (const event of this.store.read(unitStream(unitId))) events.push(this.registry.decode<UnitEvent>(event));
    return events;
  }
}

/** The event, for a decision on the unit at a revision: nothing may have been told since it was looked for. Throws ConcurrentChange. */
export function toldAt({ told, stream, revision }: FoundChange, decidedOn: ExpectedRevision): Telling | undefined {
  if (revision !== decidedOn) throw new ConcurrentChange(stream);
  return told;
}
