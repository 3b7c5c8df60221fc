import { Client, type ClientConfig } from 'pg';
import { type Backoff, backoffDelay, pause } from '../pause';
import { Sleepers } from '../sleepers';

const BACKOFF: Backoff = { firstMs: 100, longestMs: 5_000 };

/** One connection that only listens; it is made at the first sleep and made again whenever it is lost. */
export class LogListener {
  private readonly sleepers = new Sleepers();
  private readonly closing = new AbortController();
  private listening: Promise<void> | undefined;

  constructor(private readonly config: ClientConfig) {}

  async sleep(atMost: number, signal: AbortSignal): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.listening ??= this.listen();
    await this.sleepers.sleep(atMost, signal);
  }

  /** Something was appended, here or elsewhere. */
  readonly ring = (): void => this.sleepers.wakeAll();

  async close(): Promise<void> {
    this.closing.abort();
    this.ring();
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.closing;
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const heard = await this.session();
      if (heard) attempt = 1;
      // While nobody listened, anything may have been appended.
      this.ring();
      await pause(backoffDelay(attempt, BACKOFF), signal);
    }
  }

  /** Listens until the connection ends; tells whether it ever got that far. */
  private async session(): Promise<boolean> {
    const { signal } = this.closing;
    const client = new Client(this.config);
    const over = new AbortController();
    const end = (): void => over.abort();
    client.on('error', end).on('end', end).on('notification', this.ring);
    signal.addEventListener('abort', end, { once: true });
    try {
      await client.connect();
      await client.query('LISTEN log_appended');
      this.ring();
      if (!signal.aborted) await aborted(over.signal);
      return true;
    } catch {
      return false;
    } finally {
      signal.removeEventListener('abort', end);
      await client.end().catch(() => undefined);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
