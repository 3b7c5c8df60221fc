import type { Recorded } from '@app/event-store';
import type { LocalDate } from '@app/kernel';
import type { UnitEvent } from '@app/unit';

/** What a unit is called after these events, whatever day the name is for; null before it is registered. */
export function lastName(events: readonly Recorded<UnitEvent>[]): string | null {
  const names = events.flatMap((event) =>
    event.type === 'UnitRegistered' || event.type === 'UnitRenamed' ? [event.data.name] : [],
  );
  return names.at(-1) ?? null;
}

/** The first day without the unit, where it has ended. */
export function endsIn(events: readonly Recorded<UnitEvent>[]): LocalDate[] {
  return events.flatMap((event) => (event.type === 'UnitDissolved' ? [event.data.effectiveOn] : []));
}
