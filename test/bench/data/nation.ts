import { type BulkAppend, importEvents } from '@app/event-store';
import { nationAppends, type NationPlan, planOfAbout } from '@app/nation';
import { type BenchDatabase, connected } from '../harness/server';
import { giveIdentity } from './seed';

/** Any other number would do. */
const SEED = 34;

/**
 * Brings about so many events of the made-up nation of `libs/nation` into a log, streamed as `par generate` does: of the nation nothing is
 * held. The preparation of a contest, never what is measured. Answers how many events were brought in, the log's identity with them.
 */
export async function seedNation(database: BenchDatabase, about: number): Promise<number> {
  await giveIdentity(database);
  const { events } = await importEvents({ url: database.ownerUrl }, appendsOf(planOfAbout(about, SEED)));
  const client = await connected(database.ownerUrl);
  // As the server does by itself a minute later, and then in the midst of a round.
  await client.query('VACUUM ANALYZE log.events').finally(() => client.end());
  return events + 1;
}

async function* appendsOf(plan: NationPlan): AsyncGenerator<BulkAppend> {
  for (const append of nationAppends(plan)) yield await Promise.resolve(append);
}

/** What a log takes on the disk. */
export interface LogSize {
  readonly events: number;
  /** Bytes of its rows per event. */
  readonly rows: number;
  /** Bytes of the indexes over them per event. */
  readonly indexes: number;
}

export async function logSize({ ownerUrl }: BenchDatabase): Promise<LogSize> {
  const client = await connected(ownerUrl);
  const { rows } = await client
    .query<LogSize>(
      `SELECT count(*)::float8 AS events, pg_table_size('log.events')::float8 / count(*) AS rows,
         pg_indexes_size('log.events')::float8 / count(*) AS indexes FROM log.events`,
    )
    .finally(() => client.end());
  if (!rows[0]) throw new Error('The log cannot be measured');
  return rows[0];
}
