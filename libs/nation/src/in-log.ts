import { type EventStore, LOG_IDENTITY_STREAM } from '@app/event-store';
import { NationIds } from './ids';
import type { NationPlan } from './nation-plan';

/**
 * How many events of the plan stand in a log with gapless positions; undefined when it holds anything else, or has no identity. Every
 * event of a plan is known by its number, and a log only grows: the first and the last tell of all between them.
 */
export async function eventsInLog(store: EventStore, plan: NationPlan): Promise<number | undefined> {
  const head = (await store.head()) ?? 0n;
  const identity = await store.eventAt(1n);
  if (identity?.stream !== LOG_IDENTITY_STREAM) return undefined;
  const ids = new NationIds(plan);
  for (const position of head > 1n ? [2n, head] : []) {
    const event = await store.eventAt(position);
    if (event?.id !== ids.eventId(Number(position - 1n))) return undefined;
  }
  return Number(head - 1n);
}
