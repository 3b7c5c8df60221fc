import type { Recorded } from '@app/event-store';
import type { DomainEvent } from '@app/kernel';
import type { ScoreEvent } from '@app/scoring';
import type { Act } from './file-course';

type Type = ScoreEvent['type'];

/** An event of a unit-year of one of these types. */
export type Of<Wanted extends Type> = Recorded<Extract<ScoreEvent, { type: Wanted }>>;

/** Those of these types, in the order of the log. */
export function ofTypes<Wanted extends Type>(
  events: readonly Recorded<ScoreEvent>[],
  ...types: readonly Wanted[]
): Of<Wanted>[] {
  return events.filter((event): event is Of<Wanted> => (types as readonly Type[]).includes(event.type));
}

/** Who recorded an event, in whose name, in which role and when. */
export function actOf({ id, type, position, metadata }: Recorded<DomainEvent>): Act {
  const { actor, onBehalfOf, role, recordedAt } = metadata;
  return { eventId: id, type, actor, onBehalfOf, role, recordedAt, position: position.toString() };
}
