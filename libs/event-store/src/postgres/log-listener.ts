import { Client, type ClientConfig } from 'pg';
import { Listener, type SessionEnd } from '../listener';

/** One connection that only listens; it is made at the first sleep and made again whenever it is lost. */
export class LogListener extends Listener {
  constructor(private readonly config: ClientConfig) {
    super();
  }

  /** Listens until the connection ends; it held when it ever got that far. */
  protected async session(): Promise<SessionEnd> {
    const client = new Client(this.config);
    const over = new AbortController();
    const end = (): void => over.abort();
    client.on('error', end).on('end', end).on('notification', this.ring);
    this.closed.addEventListener('abort', end, { once: true });
    try {
      await client.connect();
      await client.query('LISTEN log_appended');
      this.ring();
      if (!this.closed.aborted) await aborted(over.signal);
      return 'held';
    } catch {
      return 'failed';
    } finally {
      this.closed.removeEventListener('abort', end);
      await client.end().catch(() => undefined);
      // While nobody listened, anything may have been appended.
      this.ring();
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
