import { Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg';

/** Carries every query out in a transaction of its own and rolls it back: a writer who gives up at the last moment. */
export class AbandoningPool extends Pool {
  constructor(url: string, name: string) {
    super({ connectionString: url, options: '-c role=par_app', application_name: name, max: 4, lock_timeout: 3_000 });
    this.on('connect', (client) => client.on('error', () => undefined)); // Cut off by the test.
    // The overloads of the driver's method cannot be told one by one; the log calls it with one value only.
    this.query = ((query: QueryArrayConfig) => this.abandon(query)) as unknown as Pool['query'];
  }

  private async abandon(query: QueryArrayConfig): Promise<QueryArrayResult> {
    const client = await this.connect();
    try {
      await client.query('BEGIN');
      return await client.query(query);
    } finally {
      await client.query('ROLLBACK').catch(() => undefined);
      client.release();
    }
  }
}
