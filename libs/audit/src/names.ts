import type { Recorded } from '@app/event-store';
import type { UnitEvent } from '@app/unit';

/** What a unit is called after these events, whatever day the name is for; null before it is registered. */
export function lastName(events: readonly Recorded<UnitEvent>[]): string | null {
  const names = events.flatMap((event) =>
    event.type === 'UnitRegistered' || event.type === 'UnitRenamed' ? [event.data.name] : [],
  );
  return names.at(-1) ?? null;
}
