import type { Recorded } from '@app/event-store';
import type { UnitChange } from './correction.events';
import type { UnitEvent } from './unit.events';

/** The change that an event tells; undefined: it tells none that can be withdrawn. */
export function changeIn({ type, data }: UnitEvent): UnitChange | undefined {
  switch (type) {
    case 'UnitRenamed':
      return { kind: 'renaming', effectiveOn: data.effectiveOn, predecessorIds: [] };
    case 'UnitLevelChanged':
      return { kind: 'level-change', effectiveOn: data.effectiveOn, predecessorIds: [] };
    case 'UnitDissolved':
      return { kind: 'dissolution', effectiveOn: data.effectiveOn, predecessorIds: [] };
    case 'LineageRecorded': {
      const { kind, effectiveOn, predecessors } = data;
      return { kind, effectiveOn, predecessorIds: predecessors.map(({ unitId }) => unitId).sort() };
    }
    default:
      return undefined;
  }
}

/** The last event that tells the change. */
export function lastTelling<Event extends UnitEvent>(events: readonly Event[], change: UnitChange): Event | undefined {
  return events.findLast((event) => isSame(changeIn(event), change));
}

function isSame(one: UnitChange | undefined, other: UnitChange): boolean {
  return one !== undefined && nameOf(one) === nameOf(other);
}

function nameOf({ kind, effectiveOn, predecessorIds }: UnitChange): string {
  return [kind, effectiveOn, ...[...predecessorIds].sort()].join(' ');
}

/** What a unit's events say that stands: without the changes that were withdrawn, and their withdrawals. */
export function standingEvents(events: readonly Recorded<UnitEvent>[]): readonly Recorded<UnitEvent>[] {
  const withdrawn = new Set(events.flatMap((event) => (event.type === 'ChangeWithdrawn' ? [event.data.eventId] : [])));
  return events.filter(({ id, type }) => type !== 'ChangeWithdrawn' && !withdrawn.has(id));
}
