import type { EventStoreDBClient } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
import { hostsOf, newClient } from './connection-string';
import { guardAppends } from './guarded-appends';
import { within } from './within';

/** Ends one running call with an error. */
export type Cancel = (reason: Error) => void;

const DISPOSAL_MS = 1_000;

/**
 * The one client of this log, and what runs on it. The client reconnects by itself at its next call; one that is past mending is replaced.
 * Never two at a time: clients share one list of pending appends, and the end of either rejects the appends of both.
 */
export class Connection {
  /** Where the log is, without credentials. */
  readonly hosts: string;
  private readonly running = new Set<Cancel>();
  private current: EventStoreDBClient;
  private replacing: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly connectionString: string) {
    this.hosts = hostsOf(connectionString);
    this.current = this.newClient();
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** Throws StoreUnavailable once closed. */
  async client(): Promise<EventStoreDBClient> {
    await this.replacing;
    if (this.closed) throw closedError();
    return this.current;
  }

  /** Remembers a running call, so that closing ends it: the client itself would leave it waiting for ever. */
  track(cancel: Cancel): () => void {
    this.running.add(cancel);
    return () => void this.running.delete(cancel);
  }

  /** A call's outcome, or the reason why nothing that ran on the connection will be answered. */
  async unlessCancelled<T>(call: Promise<T>): Promise<T> {
    let forget = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      forget = this.track(reject);
    });
    try {
      return await Promise.race([call, cancelled]);
    } finally {
      forget();
    }
  }

  /** Replaces a client, once however many calls failed on it. Everything that runs on it ends with StoreUnavailable. */
  async replace(useless: EventStoreDBClient): Promise<void> {
    if (this.closed || useless !== this.current) return;
    this.replacing ??= this.dispose(new StoreUnavailable('The connection to the log was made anew')).then(() => {
      this.current = this.newClient();
      this.replacing = undefined;
    });
    await this.replacing;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.replacing;
    await this.dispose(closedError());
  }

  private newClient(): EventStoreDBClient {
    return guardAppends(newClient(this.connectionString));
  }

  private async dispose(reason: Error): Promise<void> {
    for (const cancel of [...this.running]) cancel(reason);
    const late = (): Error => new Error('not disposed in time');
    await within(DISPOSAL_MS, this.current.dispose(), late).catch(() => undefined);
  }
}

function closedError(): StoreUnavailable {
  return new StoreUnavailable('The log is closed');
}
