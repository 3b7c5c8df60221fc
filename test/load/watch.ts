import { readFileSync } from 'node:fs';
import { Samples } from './samples';
import { Client } from './client';

/**
 * Looks at the apis once a second: their memory, and whether they say that they live and are ready. Over a connection of its own, as whoever
 * watches a service has: what waits for a connection under overload is the load, not the question how the api is.
 */
export class Watch {
  /** Resident memory of all together, MB, once a second; empty where the system does not tell. */
  readonly memory: number[] = [];
  readonly live = new Samples();
  readonly ready = new Samples();
  private readonly timer: NodeJS.Timeout;
  private readonly client: Client;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    ports: readonly number[],
    private readonly pids: readonly number[],
  ) {
    this.client = new Client(ports);
    this.timer = setInterval(() => {
      this.looking = Promise.all([this.looking, this.look()]);
    }, 1_000);
  }

  /** Resolves when the last look is answered: one that is cut short would count as a failure. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    this.client.close();
  }

  private async look(): Promise<void> {
    const resident = this.pids.map(residentMegabytes).filter((each) => each !== undefined);
    if (resident.length === this.pids.length) this.memory.push(resident.reduce((sum, each) => sum + each, 0));
    await Promise.all([this.health('live', this.live), this.health('ready', this.ready)]);
  }

  private async health(check: string, samples: Samples): Promise<void> {
    const asked = performance.now();
    const { status } = await this.client.send({ path: `/health/${check}` });
    samples.add(performance.now() - asked, status);
  }
}

function residentMegabytes(pid: number): number | undefined {
  try {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return line === undefined ? undefined : Number(line) / 1024;
  } catch {
    return undefined;
  }
}
