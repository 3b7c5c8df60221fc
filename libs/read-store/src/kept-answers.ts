import type { Question } from './ask';

/** An answer as it is sent: JSON in UTF-8. `about`: what has to be known of it without reading it; `asOf`: the position it is true for. */
export class JsonText<About = undefined> {
  constructor(
    readonly bytes: Buffer,
    readonly about: About,
    readonly asOf: string | null = null,
  ) {}
}

/** What a question that is asked `unlessKept` answers. `found` null: the rows are those of the stamp that was given. */
export interface Stamped<Found> {
  readonly stamp: string;
  /** Position of the log, as text: other events move it too, so it is no part of the stamp. Null: a part has applied nothing yet. */
  readonly asOf: string | null;
  readonly found: Found | null;
}

/** An answer as JSON: what stands before and after the value of `asOf`. */
export interface Written<About> {
  readonly before: string;
  readonly after: string;
  readonly about: About;
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
 * The question, answered only when its stamp is another than `parameter`, all in one snapshot. `stamp`: of the same row, another one after
 * any change of a row that the answer is made from. So it is made of the rows' `xmin`, the transaction that wrote them. The tables are looked
 * through once for both: to begin on them costs as much as to read them.
 *
 * The number of a transaction stands for what it wrote only within one generation, whose batches are one transaction each, and only as
 * long as the server runs: runners do not wait for the disk, so a crash takes back what readers have seen, and gives its number to other
 * contents. A server that has crashed gives up its statistics before it lets anybody in, so they begin at another moment, and another server
 * that takes its place has started at another time: both belong to the stamp, as the generation does.
 */
export function unlessKept(
  { projection, version, columns, from, where }: OneRow,
  stamp: string,
  parameter: `$${number}`,
): Question {
  return {
    projection,
    version,
    text: `SELECT s.stamp, c.position::text AS "asOf",
      CASE WHEN s.stamp IS DISTINCT FROM ${parameter}::text THEN (SELECT to_json(found) FROM (SELECT ${columns}) found) END AS found
    FROM ${from}
      CROSS JOIN read_model.current_checkpoint c
      CROSS JOIN LATERAL (SELECT concat_ws('@', ${stamp}, c.generation,
        pg_stat_get_bgwriter_stat_reset_time(), pg_postmaster_start_time()) AS stamp OFFSET 0) s
    WHERE ${where} AND c.projection = '${projection}'`,
  };
}

interface Kept<About> {
  readonly stamp: string;
  readonly before: Buffer;
  readonly after: Buffer;
  readonly about: About;
}

/**
 * Answers as text, written anew only when the rows behind them have changed. Each time the question is asked, with the stamp of what is
 * kept, so that no answer is older than its question. What nobody asked for longest goes first.
 */
export class KeptAnswers<About = undefined> {
  private readonly kept = new Map<string, Kept<About>>();
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  /** `ask` is given the stamp of what is kept, null without; `write` makes the text of what it found. Rejects as they do. */
  async answer<Found>(
    key: string,
    ask: (stamp: string | null) => Promise<Stamped<Found>>,
    write: (found: Found) => Written<About>,
  ): Promise<JsonText<About>> {
    const known = this.kept.get(key);
    const { stamp, asOf, found } = await ask(known?.stamp ?? null);
    const kept = found === null ? known : made(stamp, write(found));
    if (!kept) throw new Error('Nothing was found, and nothing is kept');
    this.keep(key, kept);
    return new JsonText(
      Buffer.concat([kept.before, Buffer.from(asOf === null ? 'null' : `"${asOf}"`), kept.after]),
      kept.about,
      asOf,
    );
  }

  /** The last one of the map is the one asked for last. */
  private keep(key: string, kept: Kept<About>): void {
    this.forget(key);
    this.kept.set(key, kept);
    this.bytes += sizeOf(kept);
    for (const [oldest] of this.kept) {
      if (this.bytes <= this.mostBytes) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const kept = this.kept.get(key);
    if (kept) this.bytes -= sizeOf(kept);
    this.kept.delete(key);
  }
}

function made<About>(stamp: string, { before, after, about }: Written<About>): Kept<About> {
  return { stamp, before: Buffer.from(before), after: Buffer.from(after), about };
}

function sizeOf({ before, after }: Kept<unknown>): number {
  return before.length + after.length;
}
