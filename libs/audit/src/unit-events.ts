import type { Recorded } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import { standingEvents, type UnitEvent } from '@app/unit';

/** What a unit is called after these events, whatever day the name is for; null before it is registered. */
export function lastName(events: readonly Recorded<UnitEvent>[]): string | null {
  const names = standingEvents(events).flatMap((event) =>
    event.type === 'UnitRegistered' || event.type === 'UnitRenamed' ? [event.data.name] : [],
  );
  return names.at(-1) ?? null;
}

/** The first day without the unit; null: it goes on. */
export function endIn(events: readonly Recorded<UnitEvent>[]): LocalDate | null {
  const ends = standingEvents(events).flatMap((event) =>
    event.type === 'UnitDissolved' ? [event.data.effectiveOn] : [],
  );
  return ends.at(-1) ?? null;
}
