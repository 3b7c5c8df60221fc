import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { metadataOf, scored, scoredData } from '../data/scored';
import type { Figures } from '../harness/contest';
import type { BenchDatabase } from '../harness/server';

/** Whether PostgreSQL's own load generator is installed. */
export const pgbenchIsThere = spawnSync('pgbench', ['--version']).status === 0;

/** The INSERT of one event over and over, without node: `rate` in transactions per second. The table must be there. */
export class Pgbench {
  private readonly script: string;
  private rounds = 0;

  constructor(
    private readonly database: BenchDatabase,
    folder: string,
  ) {
    this.script = join(folder, `${database.name}.pgbench`);
    const json = (value: object) => JSON.stringify(value).replaceAll("'", "''").replaceAll(':', ': ');
    writeFileSync(
      this.script,
      `\\set n :n + 1
INSERT INTO raw_events (stream, revision, id, type, data, metadata) VALUES ('pgbench-' || :round || '.' || :client_id, :n,
  gen_random_uuid(), '${scored.type}', '${json(scoredData('u1', 1))}', '${json(metadataOf())}');
`.replaceAll(/\n {2}/g, ' '),
    );
  }

  async run(clients: number, ms: number): Promise<Figures> {
    this.rounds += 1;
    const { hostname, port, username, password, pathname } = new URL(this.database.ownerUrl);
    // Whole seconds only; 64 clients may need one of them to log in.
    const seconds = String(Math.max(clients > 16 ? 3 : 1, Math.round(ms / 1000)));
    const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(2, clients)), '-T', seconds];
    const variables = ['-D', 'n=0', '-D', `round=${this.rounds}`, '-f', this.script];
    const address = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
    const { stdout } = await promisify(execFile)('pgbench', [...load, ...variables, ...address], { env });
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (rate === undefined) throw new Error(`pgbench says no rate: ${stdout}`);
    return { rate: Number(rate) };
  }
}
