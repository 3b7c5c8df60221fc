import { accessEvents } from '@app/access';
import { assessmentEvents } from '@app/assessment';
import { caseworkEvents } from '@app/casework';
import { ensureLogIdentity, type EventRegistry, logEvents, type Position } from '@app/event-store';
import { type DomainEvent, type Instant, ManualClock } from '@app/kernel';
import { calendarEvents, periodEvents } from '@app/period';
import { openingEvents, publicationEvents } from '@app/publication';
import { surveyEvents } from '@app/survey';
import { blockEvents, officialCodeEvents, unitEvents } from '@app/unit';
import { InMemoryEventStore } from './in-memory-event-store';

/** What an EventRegistry is made of. */
export type AnyEventSchema = ConstructorParameters<typeof EventRegistry>[0][number];

/** An event as a history names it: what happened, and in which stream. */
export interface HistoryEvent extends DomainEvent {
  readonly stream: string;
  readonly recordedAt?: Instant;
}

/** An event of a history: `inStream('block-so', blockDefined.of(…))`. */
export function inStream(stream: string, event: DomainEvent, recordedAt?: Instant): HistoryEvent {
  return { stream, type: event.type, data: event.data, ...(recordedAt && { recordedAt }) };
}

/** Every event type that a unit's year, a projection or an account is told by. */
export const everySchema: readonly AnyEventSchema[] = [
  ...logEvents,
  ...accessEvents,
  ...unitEvents,
  ...officialCodeEvents,
  ...blockEvents,
  ...periodEvents,
  ...calendarEvents,
  ...assessmentEvents,
  ...surveyEvents,
  ...caseworkEvents,
  ...openingEvents,
  ...publicationEvents,
];

const NEWEST: ReadonlyMap<string, number> = new Map(everySchema.map(({ type, version }) => [type, version]));

/** A log holding a history, with the ids `…000000000001`, `…2` in order; its identity is position 1. */
export async function logOf(
  history: readonly HistoryEvent[],
  store = new InMemoryEventStore(),
): Promise<InMemoryEventStore> {
  await identityOf(store);
  for (const event of history) await appendTo(store, event);
  return store;
}

/** The id of a log, which gets one if it has none. */
export async function identityOf(store: InMemoryEventStore): Promise<string> {
  return (await ensureLogIdentity(store, new ManualClock('2024-01-01T00:00:00.000Z'))).logId;
}

/** Adds one event to the end of its stream. */
export async function appendTo(
  store: InMemoryEventStore,
  { stream, type, data, recordedAt }: HistoryEvent,
): Promise<Position> {
  const number = ((await store.head()) ?? 0n) + 1n;
  const id = eventIdAt(number);
  let last: bigint | undefined;
  for await (const { revision } of store.read(stream)) last = revision;
  const who = { commandId: id, correlationId: id, causationId: id, actor: 'test', onBehalfOf: null, role: 'test' };
  const metadata = {
    ...who,
    schemaVersion: NEWEST.get(type) ?? 1,
    recordedAt: recordedAt ?? '2024-01-01T00:00:00.000Z',
    part: 1,
    parts: 1,
  };
  return (await store.append(stream, last ?? 'no-stream', [{ id, type, data, metadata }])).position;
}

/** The id of the event that `logOf` put at a position. */
export function eventIdAt(position: bigint | number): string {
  return `00000000-0000-4000-8000-${position.toString().padStart(12, '0')}`;
}
