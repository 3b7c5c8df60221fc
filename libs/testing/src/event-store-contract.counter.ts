import { type CommandContext, type CommandResult, EventRegistry, type EventStore, WritePath } from '@app/event-store';
import { type Aggregate, assertNever, type EventOf, eventSchema, ManualClock } from '@app/kernel';
import { newContext, newStream, readAll } from './event-store-contract.kit';

/** One more of something. */
export const counted = eventSchema('Counted').startingAs<{ n: number }>();
/** A second type, that has an upcaster. */
export const renamed = eventSchema('Renamed')
  .startingAs<{ name: string }>()
  .upcastTo<{ name: string; reason: string }>((v1) => ({ ...v1, reason: 'unknown' }));
/** What a counter's stream holds. */
export type CounterEvent = EventOf<typeof counted> | EventOf<typeof renamed>;

/** A counter as its events add up to it. */
export interface Counter {
  readonly total: number;
  readonly reasons: readonly string[];
}

const counter: Aggregate<Counter, CounterEvent> = {
  initial: { total: 0, reasons: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'Counted':
        return { ...state, total: state.total + event.data.n };
      case 'Renamed':
        return { ...state, reasons: [...state.reasons, event.data.reason] };
      default:
        return assertNever(event);
    }
  },
};

/** When every command of the cases is carried out. */
export const NOW = '2024-03-01T02:03:04.005Z';
const registry = new EventRegistry([counted, renamed]);
/** Adds n. */
export const add = (n: number) => (): CounterEvent[] => [counted.of({ n })];

interface Run {
  readonly stream?: string;
  readonly context?: CommandContext;
  readonly decide?: (state: Counter, now: string) => readonly CounterEvent[];
}

/** Carries out a command as a process would that has just started. */
export function run(
  store: EventStore,
  { stream = newStream(), context = newContext(), decide = add(1) }: Run,
): Promise<CommandResult> {
  return new WritePath(store, registry, new ManualClock(NOW)).execute(counter, stream, context, decide);
}

/** What the stream adds up to. */
export async function totalOf(store: EventStore, stream: string): Promise<number> {
  const events = await readAll(store, stream);
  return events.reduce((total, event) => total + ((event.data as { n?: number }).n ?? 0), 0);
}
