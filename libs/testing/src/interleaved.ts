import type { HistoryEvent } from './history';
import type { Dice } from './rough-delivery';

/** Each list in its own order, any of them next. */
export function interleaved<Item>(lists: readonly (readonly Item[])[], roll: Dice): Item[] {
  const left = lists.filter(({ length }) => length > 0).map((list) => [...list]);
  const all: Item[] = [];
  while (left.length > 0) {
    const place = roll(left.length);
    all.push(...(left[place]?.splice(0, 1) ?? []));
    if (left[place]?.length === 0) left.splice(place, 1);
  }
  return all;
}

/** The same history with its streams written in another order beside each other: each stream in its own, any of them next. */
export function shuffledAcrossStreams(history: readonly HistoryEvent[], roll: Dice): HistoryEvent[] {
  const streams = new Map<string, HistoryEvent[]>();
  for (const event of history) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return interleaved([...streams.values()], roll);
}
