import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, type ClientConfig, type Connection, DatabaseError } from 'pg';

/** A line on which an answer is awaited and nothing moves is looked into after this, ms: longer than any query a reader waits for. */
const SILENT_MS = 4_500;
const LOOK_EVERY_MS = 500;
/** For asking how our server process fares, ms. */
const ASKING_MS = 2_000;

/** What the driver has and its types do not name. */
interface Inside {
  readonly connection: Connection & {
    readonly stream: Duplex & { readonly bytesRead: number; readonly bytesWritten: number };
  };
  readonly processID: number | null;
}

/**
 * A connection that does not wait for a server that has vanished without a word: power cut, an entry forgotten by a router. When an answer
 * is awaited in silence, it asks over another connection what its server process is doing. It waits on, however long, while that works;
 * it ends when that waits for its client as we wait for it, is gone, or cannot be asked twice in a row. What was awaited then fails, and pools drop the
 * connection instead of lending it again.
 */
export class WatchedClient extends Client {
  private readonly inside = this as unknown as Inside;
  private readonly config: ClientConfig;
  /** Bytes sent when the server was ready last: what was sent beyond them awaits an answer. */
  private answered = 0;
  private moved = 0;
  private movedAt = 0;

  constructor(config: ClientConfig = {}) {
    super(config);
    this.config = config;
    const { connection } = this.inside;
    // Ahead of the driver, which sends its next query on hearing this.
    connection.prependListener('readyForQuery', () => (this.answered = connection.stream.bytesWritten));
    const watch = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    connection.once('end', () => clearInterval(watch));
  }

  private look(): void {
    const { bytesRead, bytesWritten } = this.inside.connection.stream;
    const now = performance.now();
    if (bytesWritten === this.answered || bytesRead + bytesWritten !== this.moved) this.movedAt = now;
    this.moved = bytesRead + bytesWritten;
    if (now - this.movedAt < SILENT_MS) return;
    this.movedAt = now; // Not asked again before as long a silence.
    void this.endUnlessWorking(this.moved);
  }

  private async endUnlessWorking(moved: number): Promise<void> {
    let working = await this.isWorkedFor();
    if (working === undefined) {
      await pause(LOOK_EVERY_MS, undefined, { ref: false }); // One slow answer proves nothing.
      working = await this.isWorkedFor();
    }
    if (working) return;
    const { stream } = this.inside.connection;
    if (stream.bytesRead + stream.bytesWritten === moved) stream.destroy();
  }

  /** Whether our server process has something to do other than to wait for us; undefined when it cannot be asked. */
  private async isWorkedFor(): Promise<boolean | undefined> {
    const other = new Client({ ...this.config, connectionTimeoutMillis: 0, application_name: 'par-watch' });
    other.on('error', () => undefined);
    const over = new AbortController();
    try {
      return await Promise.race([this.ask(other), awake(ASKING_MS, over.signal)]);
    } catch (error) {
      return error instanceof DatabaseError || undefined; // It answers: it is there, and has no room for one more.
    } finally {
      over.abort();
      (other as unknown as Inside).connection.stream.destroy();
    }
  }

  private async ask(other: Client): Promise<boolean> {
    await other.connect();
    await other.query('SET ROLE NONE'); // The login may see what its own processes do, our role may not.
    const { rows } = await other.query<{ working: boolean }>(
      // Where a pooler answers, it tells numbers of its own: then nothing is known, and waited for.
      `SELECT pg_backend_pid() <> $2 OR EXISTS (SELECT FROM pg_stat_activity
         WHERE pid = $1 AND wait_event_type IS DISTINCT FROM 'Client') AS working`,
      [this.inside.processID, (other as unknown as Inside).processID],
    );
    return rows[0]?.working ?? false;
  }
}

const TICK_MS = 100;

/**
 * So long, ms, in which this process looked at what arrives: a tick counts the same however late it comes. A process that works for
 * seconds without looking up would take its own deafness for the server's silence.
 */
async function awake(ms: number, signal: AbortSignal): Promise<undefined> {
  for (let ticks = ms / TICK_MS; ticks > 0 && !signal.aborted; ticks -= 1) {
    await pause(TICK_MS, undefined, { ref: false });
  }
}
