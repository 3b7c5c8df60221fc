import type { RecordedEvent } from '@app/event-store';
import type { Standing } from './checkpoint';
import type { EventFailed } from './errors';
import type { Generation } from './generations';
import type { Session } from './session';
import { SCHEMA } from './table-sql';

/** An event of a partition that stands still: the faulty one first, then those that wait behind it. */
export interface Parked {
  readonly position: bigint;
  readonly eventId: string;
}

/** The partitions of one generation that stand still, as known inside one transaction. */
export class Quarantine {
  private readonly since = new Map<string, { position: bigint; attempts: number }>();

  /** `held`: what stands still now, as read with the checkpoint locked. */
  constructor(
    private readonly session: Session,
    private readonly generation: Generation,
    held: Standing['held'],
  ) {
    for (const { partition, ...since } of held) this.since.set(partition, since);
  }

  /** Whether an event of the partition at this position must wait. */
  holds(partition: string, position: bigint): boolean {
    const held = this.since.get(partition);
    return held !== undefined && position >= held.position;
  }

  /** From now on the partition stands still at this event. */
  async add(partition: string, event: RecordedEvent, failure: EventFailed): Promise<void> {
    const attempts = (this.since.get(partition)?.attempts ?? 0) + 1;
    this.since.set(partition, { position: event.position, attempts });
    await this.session.query(
      `INSERT INTO ${SCHEMA}.quarantine (projection, generation, partition, position, event_id, event_type, stream, stage, groups, error, attempts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (projection, generation, partition) DO UPDATE SET position = EXCLUDED.position, event_id = EXCLUDED.event_id,
         event_type = EXCLUDED.event_type, stream = EXCLUDED.stream, stage = EXCLUDED.stage, groups = EXCLUDED.groups,
         error = EXCLUDED.error, attempts = EXCLUDED.attempts`,
      [
        ...this.ids,
        partition,
        event.position.toString(),
        event.id,
        event.type,
        event.stream,
        ...told(failure),
        attempts,
      ],
    );
    await this.park([{ partition, event }]);
  }

  /** Records that these events wait. */
  async park(waiting: readonly { partition: string; event: RecordedEvent }[]): Promise<void> {
    if (waiting.length === 0) return;
    const column = (value: (event: RecordedEvent) => string) => waiting.map(({ event }) => value(event));
    await this.session.query(
      `INSERT INTO ${SCHEMA}.parked_event (projection, generation, position, partition, event_id, event_type, stream)
       SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
       ON CONFLICT (projection, generation, position) DO NOTHING`,
      [
        ...this.ids,
        column(({ position }) => position.toString()),
        waiting.map(({ partition }) => partition),
        column(({ id }) => id),
        column(({ type }) => type),
        column(({ stream }) => stream),
      ],
    );
  }

  /** Lets a partition go and answers the events that waited, in order. They are quarantined again if one fails again. */
  async release(partition: string): Promise<Parked[]> {
    await this.session.query(
      `DELETE FROM ${SCHEMA}.quarantine WHERE projection = $1 AND generation = $2 AND partition = $3`,
      [...this.ids, partition],
    );
    const held = this.since.get(partition);
    // Later than any position: nothing waits any more, and the count of attempts is kept for a repeat.
    if (held) this.since.set(partition, { ...held, position: 2n ** 64n });
    const rows = await this.session.query<{ position: string; event_id: string }>(
      `WITH released AS (DELETE FROM ${SCHEMA}.parked_event
         WHERE projection = $1 AND generation = $2 AND partition = $3 RETURNING position, event_id)
       SELECT position::text, event_id FROM released ORDER BY released.position`,
      [...this.ids, partition],
    );
    return rows.map(({ position, event_id: eventId }) => ({ position: BigInt(position), eventId }));
  }

  private get ids(): [string, number] {
    return [this.generation.projection, this.generation.generation];
  }
}

function told({ stage, groups, message }: EventFailed): [string, string, string] {
  return [stage, JSON.stringify(groups), message.slice(0, 4000).replaceAll('\0', '\uFFFD')];
}
