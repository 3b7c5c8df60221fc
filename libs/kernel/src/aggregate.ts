import type { DomainEvent } from './domain-event';

/** The state a decision needs, and how each event changes it. Pure: no clock, no ids, no I/O. */
export interface Aggregate<State, Event extends DomainEvent> {
  readonly initial: State;
  evolve(this: void, state: State, event: Event): State;
}

/** The state after `events`, in order. */
export function fold<State, Event extends DomainEvent>(
  { initial, evolve }: Aggregate<State, Event>,
  events: Iterable<Event>,
): State {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** Makes the compiler demand that every case is handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
