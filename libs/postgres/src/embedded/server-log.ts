import { existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster';

/** Where a server writes, and from which byte on it is this server that does. */
export interface Log {
  readonly file: string;
  readonly fd: number;
  readonly start: number;
}

/** PostgreSQL's own log; started anew above 10 MB. */
export function openLog({ folder }: Cluster): Log {
  const file = join(folder, 'postgres.log');
  const size = existsSync(file) ? statSync(file).size : 0;
  return size > 10_000_000
    ? { file, fd: openSync(file, 'w', 0o600), start: 0 }
    : { file, fd: openSync(file, 'a', 0o600), start: size };
}

/** Why a server ended at its start: its last FATAL line. */
export function reason({ file, start }: Log): string {
  const lines = readFileSync(file).subarray(start).toString().trimEnd().split('\n');
  return lines.findLast((line) => line.includes('FATAL')) ?? (lines.at(-1) || `xem ${file}`);
}
