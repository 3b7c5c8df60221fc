import type { Question } from './ask';

/** An answer as it is sent: JSON in UTF-8. `about`: what has to be known of it without reading it; `asOf`: the position it is true for. */
export class JsonText<About = undefined> {
  constructor(
    readonly bytes: Buffer,
    readonly about: About,
    readonly asOf: string | null = null,
  ) {}
}

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

/** An answer as JSON: what stands before and after the value of `asOf`. */
export interface Written<About, Basis = undefined> {
  readonly before: string;
  readonly after: string;
  readonly about: About;
  /** What the answer was made of, kept with it for the next one (see `isNew`), and what it takes of memory, about. */
  readonly basis: Basis;
  readonly basisBytes: number;
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
 * rows have begun another life, or nothing is kept. The second parameter is `Seen.seen`; numbers of 32 bits serve for less than half of them.
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
    FROM (SELECT r.*, CASE WHEN starts_with(${kept}::text, r.begins) AND r.seen - ${seen}::bigint < 2000000000
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

interface Kept<About, Basis> extends Seen {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly about: About;
  readonly basis: Basis;
  readonly bytes: number;
}

/**
 * Answers as text, written anew only when the rows behind them have changed. Each time the question is asked, with the stamp of what is
 * kept, so that no answer is older than its question. What nobody asked for longest goes first.
 */
export class KeptAnswers<About = undefined, Basis = undefined> {
  private readonly kept = new Map<string, Kept<About, Basis>>();
  private bytes = 0;

  constructor(private readonly mostBytes: number) {}

  /**
   * `ask` is told what is kept, if anything is; `write` makes the text of what was found and of the basis that is kept. Undefined from it
   * means that they do not belong together: then everything is asked for. Rejects as they do.
   */
  async answer<Found>(
    key: string,
    ask: (kept: Seen | undefined) => Promise<Stamped<Found>>,
    write: (found: Found, basis: Basis | undefined) => Written<About, Basis> | undefined,
  ): Promise<JsonText<About>> {
    const known = this.kept.get(key);
    const { found, asOf, ...seen } = await ask(known);
    const written = found === null ? undefined : write(found, known?.basis);
    if (found !== null && !written) {
      if (!known) throw new Error('What was found does not make an answer');
      this.forget(key);
      return this.answer(key, ask, write);
    }
    const kept = written ? made(seen, written) : known;
    if (!kept) throw new Error('Nothing was found, and nothing is kept');
    this.keep(key, kept);
    return new JsonText(
      Buffer.concat([kept.before, Buffer.from(asOf === null ? 'null' : `"${asOf}"`), kept.after]),
      kept.about,
      asOf,
    );
  }

  /** The last one of the map is the one asked for last. */
  private keep(key: string, kept: Kept<About, Basis>): void {
    this.forget(key);
    this.kept.set(key, kept);
    this.bytes += kept.bytes;
    for (const [oldest] of this.kept) {
      if (this.bytes <= this.mostBytes) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.bytes -= this.kept.get(key)?.bytes ?? 0;
    this.kept.delete(key);
  }
}

function made<About, Basis>({ stamp, seen }: Seen, written: Written<About, Basis>): Kept<About, Basis> {
  const { about, basis, basisBytes } = written;
  const [before, after] = [Buffer.from(written.before), Buffer.from(written.after)];
  return { stamp, seen, before, after, about, basis, bytes: before.length + after.length + basisBytes };
}
