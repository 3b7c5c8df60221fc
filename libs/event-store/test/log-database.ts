import { testDatabase, type TestDatabase } from '@app/testing';
import { Client } from 'pg';

let streams = 0;

/** The name of a stream that no case of this file has used. */
export const newStream = (): string => `group-s${(streams += 1)}`;
export const newStreams = (count: number): string[] => Array.from({ length: count }, newStream);

/** A log in a database of its own, and a connection of the application's to ask it directly. */
export class LogDatabase {
  private constructor(
    private readonly database: TestDatabase,
    readonly client: Client,
  ) {}

  static async open(): Promise<LogDatabase> {
    const database = await testDatabase();
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    return new LogDatabase(database, client);
  }

  get appUrl(): string {
    return this.database.appUrl;
  }

  get ownerUrl(): string {
    return this.database.ownerUrl;
  }

  /** How many events the log holds, and the position of the last: the same where it has no gap. */
  async extent(): Promise<{ count: number; max: number }> {
    const { rows } = await this.client.query<{ count: number; max: number }>(
      'SELECT count(*)::int, coalesce(max(position), 0)::int AS max FROM log.events',
    );
    return rows[0] ?? { count: -1, max: -1 };
  }

  async drop(): Promise<void> {
    await this.client.end();
    await this.database.drop();
  }
}
