import { Pool } from 'pg';
import { DURABLE } from './durable';

/** Where the log's database is, and how many connections may be made to it. */
export interface PostgresLogOptions {
  /** Address of the database, with a login that may act as `par_app`. */
  readonly url: string;
  /** Connections for appends and reads; one more listens for wake-ups. */
  readonly max?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
}

/** Nobody waits longer than these: a writer that stalls inside the log's lock must not stall all others for ever. */
const TIMEOUTS = {
  connectionTimeoutMillis: 2_500,
  lock_timeout: 3_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
  /**
   * The client's own watch, for a server that fell silent. Longer than any statement may take: a living server answers first, so that what
   * became of an append is known.
   */
  query_timeout: 12_000,
};

/**
 * Of every connection before its first use, not in `options`: those of an address win over any given beside it. What is asked of the log
 * goes by the same index whatever is asked for (reads.int-spec): no plan is made twice.
 */
const SESSION = `SET plan_cache_mode = force_generic_plan; ${DURABLE}`;

/** Connections that act as `par_app`: they may read the log and append by its function, nothing else; what they commit is on the disk. */
export function openPool({ url, max = 8, name = 'par-log' }: PostgresLogOptions): Pool {
  return new Pool({
    connectionString: url,
    options: '-c role=par_app',
    verify: (client, done) => void client.query(SESSION).then(() => done(), done),
    application_name: name,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5_000,
    max,
    ...TIMEOUTS,
  });
}
