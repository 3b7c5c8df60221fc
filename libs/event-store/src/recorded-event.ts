import type { DomainEvent, Instant } from '@app/kernel';

/** Where an event stands in the whole log. Grows in log order; consecutive only on PostgreSQL. Compare with `undefined`, never by truthiness: 0 is a position. */
export type Position = bigint;

/** Who acts, for whom, and why: what is written with every event. */
export interface RecordedContext {
  /** UUID chosen by the caller; a repeat of the same command carries the same id. */
  readonly commandId: string;
  /** UUID shared by everything that one request set off. */
  readonly correlationId: string;
  /** The event or command that caused this one; the command itself when nothing else did. */
  readonly causationId: string;
  /** The personal account that acts. */
  readonly actor: string;
  /** The account that delegated, null when the actor acts in the own right. */
  readonly onBehalfOf: string | null;
  /** The role in which the actor acts, as held at this moment. */
  readonly role: string;
  /** SHA-256 (hex) over what is asked and by whom. When given, the command id cannot be used again for anything else. */
  readonly commandDigest?: string;
}

/** What comes with every command: who acts and why, and what the stream looked like to whoever acts. */
export interface CommandContext extends RecordedContext {
  /**
   * The revision of the stream as it was seen; the command is refused (StaleRevision) when the stream has gone on since. Undefined: not
   * asked. It is written nowhere, and a repeat of a command is recognised whatever it says.
   */
  readonly expectedRevision?: ExpectedRevision;
}

/** The revision the stream must be at: its last event's, or that it must not exist. There is no "any". */
export type ExpectedRevision = bigint | 'no-stream';

/** Mandatory metadata of every event. */
export interface EventMetadata extends RecordedContext {
  /** Which shape `data` has; see EventSchema. */
  readonly schemaVersion: number;
  /** When the application's own clock recorded it (UTC). Order comes from positions, never from this. */
  readonly recordedAt: Instant;
  /** Number of this event within its append, from 1, and how many there are: *part 2 of 3*. */
  readonly part: number;
  readonly parts: number;
}

/** An event about to be appended. */
export interface NewEvent {
  /** UUID derived from the command id, so that a retry carries the same ids. */
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly metadata: EventMetadata;
}

/** What the log adds to an event. */
export interface EventEnvelope {
  readonly id: string;
  readonly stream: string;
  /** Place within the stream, from 0, without gaps. */
  readonly revision: bigint;
  readonly position: Position;
  readonly metadata: EventMetadata;
}

/** An event as the log holds it: `data` still in the shape of its schema version. */
export interface RecordedEvent extends EventEnvelope {
  readonly type: string;
  readonly data: object;
}

/** An event of a known type, decoded to its newest shape: what folds and projections receive. Discriminated by `type`. */
export type Recorded<Event extends DomainEvent> = Event extends DomainEvent ? Event & EventEnvelope : never;
