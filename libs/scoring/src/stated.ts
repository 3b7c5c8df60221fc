import type { EventEnvelope } from '@app/event-store';
import type { Stated } from './facts';

/** Which event states a fact. */
export function stated({ id, revision }: Pick<EventEnvelope, 'id' | 'revision'>): Stated {
  return { eventId: id, revision: revision.toString() };
}

/** Whether `fact` was stated before what is known already, in the one stream that states facts of its kind. */
export function isOlder(fact: Stated, known: Stated | null | undefined): boolean {
  return known !== null && known !== undefined && BigInt(fact.revision) < BigInt(known.revision);
}

/** The record's own entry: an id that happens to be called `constructor` is an id like any other. */
export function entry<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
