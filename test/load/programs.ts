import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartedApp } from '../scenarios/started-app';
import { Client } from './client';
import type { LoadOptions } from './options';
import { type ProcessorTimes, processorTimes } from './processor-time';
import type { Province } from './province';

/** The api, and the projector when it is a program of its own, over a PostgreSQL of their own in a new folder. */
export class Programs {
  readonly client: Client;

  private constructor(
    /** Holds the database. */
    readonly folder: string,
    private readonly api: StartedApp,
    private readonly projector: StartedApp | undefined,
  ) {
    this.client = new Client(api.port);
  }

  static async start(province: Province, { projector, profile, atOnce }: LoadOptions): Promise<Programs> {
    const folder = mkdtempSync(join(tmpdir(), 'par-load-'));
    const accounts = join(folder, 'accounts.json');
    province.writeAccounts(accounts);
    const limit: Record<string, string> = atOnce === undefined ? {} : { REQUESTS_AT_ONCE: atOnce };
    const env = { ACCOUNTS_FILE: accounts, PROJECTOR: projector, LOG_LEVEL: 'info', ...limit, ...profiling(profile) };
    const api = await StartedApp.start({ dataDir: folder, env });
    await api.until('it lived', () => api.isLive());
    const other = projector === 'off' ? await StartedApp.start({ dataDir: folder, program: 'projector' }) : undefined;
    const programs = new Programs(folder, api, other);
    await api.ready().catch((error: unknown) => programs.stop().then(() => Promise.reject(error as Error)));
    return programs;
  }

  get pid(): number {
    return this.api.process.pid ?? 0;
  }

  processorTimes(): ProcessorTimes | undefined {
    return processorTimes(this.pid, this.projector?.process.pid, this.folder);
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.projector?.signal('SIGTERM');
    await this.api.signal('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

function profiling(folder: string | undefined): Readonly<Record<string, string>> {
  if (folder === undefined) return {};
  mkdirSync(folder, { recursive: true });
  return { NODE_OPTIONS: `--require=${join(__dirname, 'profile.js')}`, LOAD_PROFILE: resolve(folder) };
}
