import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartedApp } from '../scenarios/started-app';
import { Client } from './client';
import type { LoadOptions } from './options';
import { type ProcessorTimes, processorTimes } from './processor-time';
import type { Province } from './province';

/** One api or several of them, and the projector when it is a program of its own, over a PostgreSQL of their own in a new folder. */
export class Programs {
  readonly client: Client;

  private constructor(
    /** Holds the database. */
    readonly folder: string,
    private readonly apis: readonly StartedApp[],
    private readonly projector: StartedApp | undefined,
  ) {
    this.client = new Client(this.ports);
  }

  static async start(province: Province, { apis, projector, profile, atOnce }: LoadOptions): Promise<Programs> {
    const folder = mkdtempSync(join(tmpdir(), 'par-load-'));
    const accounts = join(folder, 'accounts.json');
    province.writeAccounts(accounts);
    const limit: Record<string, string> = atOnce === undefined ? {} : { REQUESTS_AT_ONCE: atOnce };
    // All callers of a country come from this one address here.
    const rates = { REQUESTS_PER_SECOND_PER_ACCOUNT: '99999', REQUESTS_PER_SECOND_PER_ADDRESS: '99999' };
    const env = {
      ...rates,
      ACCOUNTS_FILE: accounts,
      PROJECTOR: projector,
      LOG_LEVEL: 'info',
      ...limit,
      ...profiling(profile),
    };
    const first = await StartedApp.start({ dataDir: folder, env });
    await first.until('it lived', () => first.isLive());
    const others = Array.from({ length: apis - 1 }, () => StartedApp.start({ dataDir: folder, env }));
    const all = [first, ...(await Promise.all(others))];
    const own = projector === 'off' ? await StartedApp.start({ dataDir: folder, program: 'projector' }) : undefined;
    const programs = new Programs(folder, all, own);
    const ready = Promise.all(all.map((api) => api.ready()));
    await ready.catch((error: unknown) => programs.stop().then(() => Promise.reject(error as Error)));
    return programs;
  }

  /** Of the apis. */
  get ports(): readonly number[] {
    return this.apis.map(({ port }) => port);
  }

  /** Of the apis. */
  get pids(): readonly number[] {
    return this.apis.map(({ process }) => process.pid ?? 0);
  }

  processorTimes(): ProcessorTimes | undefined {
    return processorTimes(this.pids, this.projector?.process.pid, this.folder);
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.projector?.signal('SIGTERM');
    await Promise.all(this.apis.map((api) => api.signal('SIGTERM')));
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

function profiling(folder: string | undefined): Readonly<Record<string, string>> {
  if (folder === undefined) return {};
  mkdirSync(folder, { recursive: true });
  return { NODE_OPTIONS: `--require=${join(__dirname, 'profile.js')}`, LOAD_PROFILE: resolve(folder) };
}
