import type { Stamped } from './unless-kept';

/**
 * An answer as it is sent: JSON in UTF-8, in parts, as most of it is what is kept, and copying it for each reader makes V8 clear up memory in
 * full every few seconds. `about`: what has to be known of it without reading it; `asOf`: the position it is true for.
 */
export class JsonText<About = undefined> {
  constructor(
    readonly parts: readonly Buffer[],
    readonly about: About,
    readonly asOf: string | null = null,
  ) {}

  /** In bytes. */
  get length(): number {
    return this.parts.reduce((sum, { length }) => sum + length, 0);
  }

  toString(): string {
    return Buffer.concat(this.parts).toString();
  }
}

/** An answer as JSON in UTF-8: what stands before and after the value of `asOf`. */
export interface Written<About, Basis = undefined> {
  readonly before: Buffer;
  /** In parts, so that an answer can share what it has in common with the one before. */
  readonly after: readonly Buffer[];
  readonly about: About;
  /** What the answer was made of, kept with it for the next one, and what it takes of memory, about. */
  readonly basis: Basis;
  readonly basisBytes: number;
}

interface Kept<About, Basis> extends Written<About, Basis> {
  readonly stamp: string;
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
    ask: (kept: Pick<Kept<About, Basis>, 'stamp' | 'basis'> | undefined) => Promise<Stamped<Found>>,
    write: (found: Found, basis: Basis | undefined) => Written<About, Basis> | undefined,
  ): Promise<JsonText<About>> {
    const known = this.kept.get(key);
    const { found, asOf, stamp } = await ask(known);
    const written = found === null ? undefined : write(found, known?.basis);
    if (found !== null && !written) {
      if (!known) throw new Error('What was found does not make an answer');
      this.forget(key);
      return this.answer(key, ask, write);
    }
    const kept = written ? { stamp, ...written } : known;
    if (!kept) throw new Error('Nothing was found, and nothing is kept');
    this.keep(key, kept);
    const position = Buffer.from(asOf === null ? 'null' : `"${asOf}"`);
    return new JsonText([kept.before, position, ...kept.after], kept.about, asOf);
  }

  /** The last one of the map is the one asked for last. */
  private keep(key: string, kept: Kept<About, Basis>): void {
    this.forget(key);
    this.kept.set(key, kept);
    this.bytes += bytesOf(kept);
    for (const [oldest] of this.kept) {
      if (this.bytes <= this.mostBytes) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const kept = this.kept.get(key);
    if (kept === undefined) return;
    this.bytes -= bytesOf(kept);
    this.kept.delete(key);
  }
}

function bytesOf({ before, after, basisBytes }: Written<unknown, unknown>): number {
  return after.reduce((sum, { length }) => sum + length, before.length + basisBytes);
}
