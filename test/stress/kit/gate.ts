import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const KEY = 4_711;

/**
 * A gate in the database: whoever writes to the table waits in the middle of the transaction for as long as the gate is shut. So a test
 * catches a process at exactly that point, and kills it there.
 */
export class Gate {
  private constructor(private readonly client: Client) {}

  /** `url` must be able to make triggers on the tables: the application's address for derived tables. Open at first. */
  static async before(url: string, tables: readonly string[]): Promise<Gate> {
    const client = new Client({ connectionString: url, application_name: 'gate' });
    client.on('error', () => undefined); // The database is dropped under it.
    await client.connect();
    await client.query(`CREATE OR REPLACE FUNCTION read_model.pass_gate() RETURNS trigger LANGUAGE plpgsql AS $pass$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${KEY}, hashtext(TG_TABLE_NAME)); RETURN NULL; END $pass$`);
    for (const table of tables) {
      await client.query(`CREATE OR REPLACE TRIGGER gate BEFORE INSERT OR UPDATE ON read_model.${table}
        FOR EACH STATEMENT EXECUTE FUNCTION read_model.pass_gate()`);
    }
    return new Gate(client);
  }

  async shut(table: string): Promise<void> {
    await this.client.query('SELECT pg_advisory_lock($1, hashtext($2))', [KEY, table]);
  }

  /** Resolves with the server process that stands at the gate. Throws after `atMost` ms. */
  async visitor(atMost = 30_000): Promise<number> {
    for (const end = Date.now() + atMost; Date.now() < end; await sleep(10)) {
      const sql = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = $1 AND NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      const { rows } = await this.client.query<{ pid: number }>(sql, [KEY]);
      if (rows[0]) return rows[0].pid;
    }
    throw new Error('Nobody came to the gate');
  }

  /** Ends the visitor's connection where it stands, as a server does that crashes: its statement is not finished either. */
  async cut(visitor: number): Promise<void> {
    await this.client.query(`SET ROLE NONE; SELECT pg_terminate_backend(${visitor}); SET ROLE par_app`);
  }

  /** Lets everybody pass and waits until this visitor's connection is gone. */
  async openAfter(visitor: number): Promise<void> {
    await this.open();
    for (;;) {
      const { rows } = await this.client.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [visitor]);
      if (rows.length === 0) return;
      await sleep(10);
    }
  }

  async open(): Promise<void> {
    await this.client.query('SELECT pg_advisory_unlock_all()');
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
