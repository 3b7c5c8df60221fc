import { EventRegistry, EventStore } from '@app/event-store';
import { Injectable } from '@nestjs/common';
import { ancestorsOf } from './ancestors';
import { type Unit, unit, unitStream } from './unit';
import type { UnitEvent } from './unit.events';

/** What the log itself says of a unit, for decisions about something else. */
@Injectable()
export class UnitReader {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /** The initial state when nothing is known of such a unit. */
  async read(unitId: string): Promise<Unit> {
    let state = unit.initial;
    for await (const event of this.store.read(unitStream(unitId))) {
      state = unit.evolve(state, this.registry.decode<UnitEvent>(event));
    }
    return state;
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
}
