import { readdirSync, readFileSync } from 'node:fs';

/** Processor time so far, ms, of the programs that serve, and of the one that asks; undefined where the system does not tell. */
export interface ProcessorTimes {
  readonly api: number;
  readonly projector: number;
  readonly postgres: number;
  /** Of this program, which asks: it takes its share of the same machine. */
  readonly asking: number;
}

const ticksPerSecond = 100;

/** Of the apis, the projector and every process of the PostgreSQL below `folder` (its sessions keep its name in their command). */
export function processorTimes(
  apis: readonly number[],
  projector: number | undefined,
  folder: string,
): ProcessorTimes | undefined {
  try {
    const stats = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [statOf(Number(name))] : []));
    const server = stats.find((stat) => stat?.command.includes('-D') && stat.command.includes(folder));
    const sessions = stats.filter((stat) => stat && server && (stat.parent === server.pid || stat.pid === server.pid));
    const of = (pid: number | undefined) => stats.find((stat) => stat?.pid === pid)?.milliseconds ?? 0;
    return {
      api: apis.reduce((sum, api) => sum + of(api), 0),
      projector: of(projector),
      postgres: sessions.reduce((sum, stat) => sum + (stat?.milliseconds ?? 0), 0),
      asking: of(process.pid),
    };
  } catch {
    return undefined;
  }
}

function statOf(pid: number): { pid: number; parent: number; milliseconds: number; command: string } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // With what its ended children used: sessions of PostgreSQL come and go.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const milliseconds = (ticks * 1000) / ticksPerSecond;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return { pid, parent: Number(fields[1]), milliseconds, command };
  } catch {
    return undefined; // It ended meanwhile.
  }
}
