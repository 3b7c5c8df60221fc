import type { EventFailed } from './errors';
import type { Generation } from './generations';
import type { Refused, Waiting } from './read-model';
import { SCHEMA, type Statement } from './table-sql';

/** Enters a partition as standing still, or where it stands still now. */
export function hold(generation: Generation, { partition, event, failure, attempts }: Refused): Statement {
  return {
    sql: `INSERT INTO ${SCHEMA}.quarantine (projection, generation, partition, position, event_id, event_type, stream, stage, groups, error, attempts)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (projection, generation, partition) DO UPDATE SET position = EXCLUDED.position, event_id = EXCLUDED.event_id,
         event_type = EXCLUDED.event_type, stream = EXCLUDED.stream, stage = EXCLUDED.stage, groups = EXCLUDED.groups,
         error = EXCLUDED.error, attempts = EXCLUDED.attempts`,
    parameters: [
      ...idsOf(generation),
      partition,
      event.position.toString(),
      event.id,
      event.type,
      event.stream,
      ...told(failure),
      attempts,
    ],
  };
}

/** Enters events as waiting; those known to wait are left as they are. */
export function park(generation: Generation, waiting: readonly Waiting[]): Statement {
  const column = (value: (one: Waiting) => string) => waiting.map(value);
  return {
    sql: `INSERT INTO ${SCHEMA}.parked_event (projection, generation, position, partition, event_id, event_type, stream)
       SELECT $1, $2, * FROM unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])
       ON CONFLICT (projection, generation, position) DO NOTHING`,
    parameters: [
      ...idsOf(generation),
      column(({ event }) => event.position.toString()),
      column(({ partition }) => partition),
      column(({ event }) => event.id),
      column(({ event }) => event.type),
      column(({ event }) => event.stream),
    ],
  };
}

export function releasePartition(generation: Generation, partition: string): Statement {
  return {
    sql: `DELETE FROM ${SCHEMA}.quarantine WHERE projection = $1 AND generation = $2 AND partition = $3`,
    parameters: [...idsOf(generation), partition],
  };
}

/** Answers `position` and `event_id` of the events that waited, in order. */
export function releaseEvents(generation: Generation, partition: string): Statement {
  return {
    sql: `WITH released AS (DELETE FROM ${SCHEMA}.parked_event
         WHERE projection = $1 AND generation = $2 AND partition = $3 RETURNING position, event_id)
       SELECT position::text, event_id FROM released ORDER BY released.position`,
    parameters: [...idsOf(generation), partition],
  };
}

function idsOf({ projection, generation }: Generation): [string, number] {
  return [projection, generation];
}

function told({ stage, groups, message }: EventFailed): [string, string, string] {
  return [stage, JSON.stringify(groups), message.slice(0, 4000).replaceAll('\0', '\uFFFD')];
}
