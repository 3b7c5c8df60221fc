import type { Question } from './ask';

/** What is known of the rows behind an answer that is kept. */
export interface Seen {
  readonly stamp: string;
  /** The oldest transaction that had not ended when they were read: what changed a row since is none before it. */
  readonly seen: string;
}

/** What a question that is asked `unlessKept` answers. `found` null: the rows are those of the stamp that was given. */
export interface Stamped<Found> extends Seen {
  /** Position of the log, as text: other events move it too, so it is no part of the stamp. Null: a part has applied nothing yet. */
  readonly asOf: string | null;
  readonly found: Found | null;
}

/** An answer that is one row: what stands between SELECT and FROM, the tables that it is made from, and which row. */
export interface OneRow extends Omit<Question, 'text'> {
  readonly columns: string;
  readonly from: string;
  readonly where: string;
}

/** The question as it stands. */
export function alone({ projection, version, columns, from, where }: OneRow): Question {
  return { projection, version, text: `SELECT ${columns} FROM ${from} WHERE ${where}` };
}

/**
 * The question, answered only when its stamp is another than the one given as the first of the two `parameters`, all in one snapshot. `stamp`:
 * of the same row, another one after any change of a row that the answer is made from. So it is made of the rows' `xmin`, the transaction
 * that wrote them. The tables are looked through once for both: to begin on them costs as much as to read them.
 *
 * The number of a transaction stands for what it wrote only within one life of the rows: within one generation, whose batches are one
 * transaction each, and only as long as the server runs: runners do not wait for the disk, so a crash takes back what readers have seen, and
 * gives its number to other contents. A server that has crashed gives up its statistics before it lets anybody in, so they begin at another
 * moment, and another server that takes its place has started at another time: a stamp begins with both, and with the generation.
 *
 * `life.since` may be asked for by `columns` and `from` (see `isNew`): how many transactions ago what is kept was read, null where the
 * rows have begun another life, or nothing is kept. The second parameter is `Seen.seen`. `xmin` has 32 bits, so what is kept for a thousand
 * million transactions is asked for anew.
 */
export function unlessKept(
  { projection, version, columns, from, where }: OneRow,
  stamp: string,
  [kept, seen]: readonly [`$${number}`, `$${number}`],
): Question {
  return {
    projection,
    version,
    text: `SELECT s.stamp, life.seen::text AS seen, life.position::text AS "asOf",
      CASE WHEN s.stamp IS DISTINCT FROM ${kept}::text THEN (SELECT to_json(found) FROM (SELECT ${columns}) found) END AS found
    FROM (SELECT r.*, CASE WHEN starts_with(${kept}::text, r.begins) AND r.seen - ${seen}::bigint < 1000000000
          THEN age((${seen}::bigint & 4294967295)::text::xid) END AS since
        FROM (SELECT c.position, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS seen, concat_ws('@', c.generation,
            pg_stat_get_bgwriter_stat_reset_time(), pg_postmaster_start_time(), '') AS begins
          FROM read_model.current_checkpoint c WHERE c.projection = '${projection}' OFFSET 0) r OFFSET 0) life
      CROSS JOIN ${from}
      CROSS JOIN LATERAL (SELECT life.begins || ${stamp} AS stamp OFFSET 0) s
    WHERE ${where}`,
  };
}

/** Within `unlessKept`: whether the row may be another than when what is kept was read. */
export function isNew(row: string): string {
  return `(life.since IS NULL OR age(${row}.xmin) <= life.since)`;
}
