import type { QueryArrayConfig } from 'pg';
import { COLUMNS, textQuery } from './event-rows';

/** Events of a stream that are fetched at once. */
export const CHUNK = 1000;

/** Events of a stream that are fetched together with those of other streams: nobody waits long for a neighbour's. A file has fewer. */
export const START = 200;

/** Streams that are fetched by one statement: whole, and so with all their events. */
export const STREAMS = 200;

/** How the log is read: each by an index, whatever it is asked for, so that a connection plans it once, also while the log is empty. */
export const READS = {
  'log-behind': `SELECT ${COLUMNS} FROM log.events WHERE position > $1 ORDER BY position LIMIT $2`,
  'log-at': `SELECT ${COLUMNS} FROM log.events WHERE position = $1`,
  'log-head': 'SELECT position FROM log.events ORDER BY position DESC LIMIT 1',
  // What each of several streams begins with, for those who ask at the same time; the same stream may be named twice.
  'log-starts': `SELECT s.place, e.position, e.stream, e.revision, e.id, e.type, e.data, e.metadata
    FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS s (name, up_to, place)
    CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM log.events
      WHERE stream = s.name AND revision >= 0 AND revision <= s.up_to ORDER BY revision LIMIT ${START}) e`,
  'log-stream': `SELECT ${COLUMNS} FROM log.events WHERE stream = $1 AND revision >= $2 AND revision <= $3 ORDER BY revision LIMIT ${CHUNK}`,
  // A nested loop goes through the names in their order. That revisions are not below 0 makes the index's order cheaper than sorting.
  'log-streams': `SELECT e.position, e.stream, e.revision, e.id, e.type, e.data, e.metadata
    FROM unnest($1::text[]) WITH ORDINALITY AS s (name, place)
    CROSS JOIN LATERAL (SELECT ${COLUMNS} FROM log.events WHERE stream = s.name AND revision >= 0 ORDER BY revision) e`,
  'log-last': `SELECT ${COLUMNS} FROM log.events WHERE stream = $1 ORDER BY revision DESC LIMIT 1`,
} as const;

/** The prepared statements stay with their connections. */
export function reading(name: keyof typeof READS, ...values: readonly unknown[]): QueryArrayConfig {
  return textQuery(READS[name], values, name);
}
