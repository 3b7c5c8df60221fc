import type { DataSource } from 'typeorm';
import type { Generation } from './generations';
import { type OwnConnection, ownConnection } from './own-connection';
import { HELD } from './runner-lock';

const KEY = `hashtextextended('read_model.' || $1::text || '.runs_version.' || $2::text, 0)`;

/**
 * Shows which projections this process runs, by locks that all who run the same version of one share: they end with the connection, so a
 * killed process is gone at once, and one that hangs or is cut off when nothing was heard of it for a while.
 */
export class Presence {
  private connection: OwnConnection | undefined;
  private readonly shown = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly forgottenAfterMs = 10_000,
  ) {}

  /** How many processes can run the generation, this one included. Throws when the database is away; then it is shown again the next time. */
  async count({ projection, version }: Generation): Promise<number> {
    try {
      const { session } = (this.connection ??= await this.connect());
      const name = `${projection}/${version}`;
      if (!this.shown.has(name)) await session.query(`SELECT pg_advisory_lock_shared(${KEY})`, [projection, version]);
      this.shown.add(name);
      const [row] = await session.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM (${HELD}) AS held (key) WHERE key = ${KEY}`,
        [projection, version],
      );
      return Math.max(1, row?.count ?? 1);
    } catch (error) {
      await this.leave();
      throw error;
    }
  }

  async leave(): Promise<void> {
    const { connection } = this;
    this.connection = undefined;
    this.shown.clear();
    await connection?.close();
  }

  private async connect(): Promise<OwnConnection> {
    const connection = await ownConnection(this.dataSource);
    await connection.session.query(`SET idle_session_timeout = ${this.forgottenAfterMs}`);
    return connection;
  }
}
