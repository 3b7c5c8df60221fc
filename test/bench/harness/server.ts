import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseAddresses, embeddedPostgres, type EmbeddedPostgres, migrate } from '@app/postgres';
import { Client } from 'pg';

/** A database of the benchmark's own. */
export interface BenchDatabase extends DatabaseAddresses {
  readonly name: string;
  drop(): Promise<void>;
}

/** The embedded PostgreSQL as the application runs it, fsync included, in a folder of its own. */
export class BenchServer {
  private count = 0;

  private constructor(
    readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<BenchServer> {
    const folder = mkdtempSync(join(tmpdir(), 'par-bench-'));
    const server = await embeddedPostgres(join(folder, 'postgres'));
    await migrate(server);
    return new BenchServer(folder, server);
  }

  /** Migrated and empty; or a copy of another database of the benchmark, to which nobody may be connected. */
  async database(of?: BenchDatabase): Promise<BenchDatabase> {
    this.count += 1;
    const name = `bench_${this.count}`;
    await this.maintain(`CREATE DATABASE ${name} TEMPLATE ${of?.name ?? 'par'} STRATEGY FILE_COPY`);
    const { ownerUrl, appUrl } = this.server;
    // One that cannot be dropped goes with the server: no reason to hide what happened in it.
    const drop = () => this.maintain(`DROP DATABASE IF EXISTS ${name}`).catch(said);
    return { name, ownerUrl: at(ownerUrl, name), appUrl: at(appUrl, name), drop };
  }

  async stop(): Promise<void> {
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Closed connections live on in the server for a moment, and the owner may not cut them. */
  private async maintain(sql: string): Promise<void> {
    const client = await connected(at(this.server.ownerUrl, 'postgres'));
    try {
      for (let attempt = 1; ; attempt += 1) {
        const failure = await client.query(sql).then(
          () => undefined,
          (error: Error) => error,
        );
        if (!failure) return;
        if (attempt === 50) throw failure;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    } finally {
      await client.end();
    }
  }
}

/** One connection; the caller ends it. */
export async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'par-bench' });
  await client.connect();
  return client;
}

function said(error: Error): void {
  process.stderr.write(`${error.message}\n`);
}

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.toString();
}
