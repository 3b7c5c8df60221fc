import { readFileSync } from 'node:fs';
import { Samples } from './samples';
import type { Client } from './client';

/** Looks at the program once a second: its memory, and whether it says that it lives and is ready. */
export class Watch {
  /** Resident memory, MB, once a second; empty where the system does not tell. */
  readonly memory: number[] = [];
  readonly live = new Samples();
  readonly ready = new Samples();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly client: Client,
    private readonly pid: number,
  ) {
    this.timer = setInterval(() => void this.look(), 1_000);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const resident = residentMegabytes(this.pid);
    if (resident !== undefined) this.memory.push(resident);
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
