import type { Client, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { clientSession } from './connection-session';
import type { Session } from './session';

/** One connection that no pool knows. */
export interface OwnConnection {
  readonly session: Session;
  /** Ends it, and with it whatever it held. */
  close(): Promise<void>;
}

/**
 * Opens a connection as those of the pool are, but not from it: how many parts are kept up here is up to the read models that exist, and
 * must not take connections from readers.
 */
export async function ownConnection(dataSource: DataSource): Promise<OwnConnection> {
  const { options } = (dataSource.driver as unknown as { readonly master: Pool }).master;
  const client = new (options.Client as typeof Client)(options);
  client.on('error', () => undefined); // Whoever works on it meets the same trouble.
  await client.connect();
  return { session: clientSession(() => Promise.resolve(client)), close: () => client.end() };
}
