import { EventRegistry, EventStore } from '@app/event-store';
import type { EventOf } from '@app/kernel';
import { ancestorsOf, changeWithdrawn, lineageRecorded, successionRuled, unitStream } from '@app/unit';
import { Injectable } from '@nestjs/common';

type DescentEvent = EventOf<typeof lineageRecorded | typeof changeWithdrawn | typeof successionRuled>;

/** What units came out of, as far as it was found out: for one request. */
export type KnownAncestors = Map<string, Promise<ReadonlySet<string>>>;

/** Which units came out of which. Asks the log itself, from the successors, who tell it (ADR 19). */
@Injectable()
export class LogLineage {
  constructor(
    private readonly store: EventStore,
    private readonly registry: EventRegistry,
  ) {}

  /**
   * Whether one of these is the unit, came out of it, or is one that it came out of: over however many generations, wholly or in part, by a
   * change of lineage or by a ruling on succession. Units that came out of the same one are strangers to each other.
   * What is `known` is not asked of the log again, and what is found out becomes known.
   */
  async isOneOf(unitId: string, others: readonly string[], known: KnownAncestors = new Map()): Promise<boolean> {
    if (others.length === 0 || others.includes(unitId)) return others.length > 0;
    const before = await this.ancestors(unitId, known);
    for (const other of others) {
      if (before.has(other) || (await this.ancestors(other, known)).has(unitId)) return true;
    }
    return false;
  }

  /** These units, and every one that they came out of, as above. */
  async withAncestors(unitIds: readonly string[], known: KnownAncestors = new Map()): Promise<readonly string[]> {
    const before = await Promise.all(unitIds.map((unitId) => this.ancestors(unitId, known)));
    return [...new Set([...unitIds, ...before.flatMap((found) => [...found])])];
  }

  private ancestors(unitId: string, known: KnownAncestors): Promise<ReadonlySet<string>> {
    const found = known.get(unitId) ?? ancestorsOf(unitId, (id) => this.predecessors(id));
    known.set(unitId, found);
    return found;
  }

  private async predecessors(unitId: string): Promise<string[]> {
    const named = new Map<string, readonly string[]>();
    for await (const event of this.store.read(unitStream(unitId))) {
      if (!DESCENT.has(event.type)) continue;
      const { id, type, data } = this.registry.decode<DescentEvent>(event);
      if (type === 'ChangeWithdrawn') named.delete(data.eventId);
      else if (type === 'LineageRecorded')
        named.set(
          id,
          data.predecessors.map((predecessor) => predecessor.unitId),
        );
      else if (data.predecessorId !== null) named.set(id, [data.predecessorId]);
    }
    return [...named.values()].flat();
  }
}

const DESCENT: ReadonlySet<string> = new Set([lineageRecorded.type, changeWithdrawn.type, successionRuled.type]);
