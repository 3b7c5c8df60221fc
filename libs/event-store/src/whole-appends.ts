import type { RecordedEvent } from './recorded-event';

/** How many more events the append needs whose beginning ends this list; 0 when the list ends with a whole append. */
export function missingParts(events: readonly RecordedEvent[]): number {
  const last = events.at(-1)?.metadata;
  return last ? last.parts - last.part : 0;
}

/** The list without an incomplete append at its end. */
export function wholeAppends(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const last = events.at(-1)?.metadata;
  return last && last.part < last.parts ? events.slice(0, -last.part) : events;
}
