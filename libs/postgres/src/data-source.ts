import { Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { WatchedClient } from './watched-client';

/** What the application runs as, whoever logged in: it reads the log, appends by the one function, owns the derived tables. */
export const appRole = 'par_app';

/** `max` connections; `name` is shown in pg_stat_activity. */
export interface ConnectionOptions {
  readonly max?: number;
  readonly name?: string;
}

/**
 * For queries that somebody waits for, ms: nobody hangs for five seconds. Work that takes longer says so in its own session
 * (`SET statement_timeout`). WatchedClient sees to a server that can no longer keep to them.
 */
const BOUNDS = {
  connectionTimeoutMillis: 2_500,
  statement_timeout: 4_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5_000,
  Client: WatchedClient,
};

/** The address with our role added to whatever options it already carries (those in an address win over any given beside it). */
export function asApp(url: string): { connectionString: string } {
  const address = new URL(url);
  const options = address.searchParams.get('options');
  if (!options?.includes(`role=${appRole}`)) {
    address.searchParams.set('options', [options, `-c role=${appRole}`].filter(Boolean).join(' '));
  }
  return { connectionString: address.toString() };
}

/** A plain pool of the application's connections. The caller ends it. */
export function appPool(url: string, { max = 10, name = 'par' }: ConnectionOptions = {}): Pool {
  const pool = new Pool({
    ...asApp(url),
    max,
    application_name: name,
    ...BOUNDS,
  });
  pool.on('error', () => undefined); // An idle connection was cut; the pool opens a new one for the next query.
  return pool;
}

/** TypeORM's options for the application's connections: no entities, no synchronisation, no migrations. */
export function appDataSourceOptions(
  url: string,
  { max = 10, name = 'par' }: ConnectionOptions = {},
): DataSourceOptions {
  const extra = { ...asApp(url), max, ...BOUNDS };
  return {
    type: 'postgres',
    url,
    applicationName: name,
    extra,
    entities: [],
    synchronize: false,
    migrationsRun: false,
  };
}

/** The same as an object that is not connected yet. */
export function appDataSource(url: string, options?: ConnectionOptions): DataSource {
  return new DataSource(appDataSourceOptions(url, options));
}
