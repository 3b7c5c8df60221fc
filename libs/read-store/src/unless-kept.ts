import type { Question } from './ask';
import { SCHEMA } from './table-sql';

/** What a question that is asked `unlessKept` answers. `found` null: the rows are those of the stamp that was given. */
export interface Stamped<Found> {
  /** Of the rows behind the answer. */
  readonly stamp: string;
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
 * The question, answered only when its stamp is another than the one in the parameter `kept`, all in one snapshot. `stamp`: of the same row,
 * another one after any change of a row that the answer is made from. The tables are looked through once for both: to begin on them costs as
 * much as to read them. `life` may be asked for by `columns` and by the stamp:
 *
 * - `life.generation`: the one that is live. A stamp of numbers of transactions (`xmin`) has to name it: batches are one transaction each, and
 *   so the numbers of two generations may be the same.
 * - `life.lasts`: whether what is kept is of rows that still hold; null where nothing is kept. Every stamp begins with this life: a cut-over
 *   begins another one, unless both generations were found to hold the same, and so does a crash: runners do not wait for the disk, so it
 *   takes back what readers have seen, and gives its transactions' numbers to other contents. A server that has crashed gives up its
 *   statistics before it lets anybody in, so they begin at another moment, and one that takes its place has started at another time.
 */
export function unlessKept(
  { projection, version, columns, from, where }: OneRow,
  stamp: string,
  kept: `$${number}`,
): Question {
  return {
    projection,
    version,
    text: `SELECT s.stamp, life.position::text AS "asOf",
      CASE WHEN s.stamp IS DISTINCT FROM ${kept}::text THEN (SELECT to_json(found) FROM (SELECT ${columns}) found) END AS found
    FROM (SELECT r.*, starts_with(${kept}::text, r.begins) AS lasts
        FROM (SELECT c.generation, c.position, concat_ws('@', g.contents, pg_stat_get_bgwriter_stat_reset_time(),
            pg_postmaster_start_time(), '') AS begins
          FROM ${SCHEMA}.current_checkpoint c JOIN ${SCHEMA}.generation g USING (projection, generation)
          WHERE c.projection = '${projection}' OFFSET 0) r OFFSET 0) life
      CROSS JOIN ${from}
      CROSS JOIN LATERAL (SELECT life.begins || ${stamp} AS stamp OFFSET 0) s
    WHERE ${where}`,
  };
}
