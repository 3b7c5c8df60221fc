import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a keeper tells each client, one JSON text a line. A client says only `bye`, or nothing and is gone. */
export type KeeperMessage = { readonly port: number } | { readonly refused: string };

/** A client's last word: it leaves in good order and waits until the keeper closes the connection. */
export const bye = 'bye\n';

/**
 * Where the keeper of this folder listens. The address is its lock as well: only one process can hold it, and the system frees it
 * when that process ends, however it ends. On Linux an abstract socket, on Windows a named pipe, else a socket file.
 */
export function keeperAddress(folder: string): string {
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24);
  if (process.platform === 'linux') return `\0par-keeper-${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\par-keeper-${id}` : join(tmpdir(), `par-keeper-${id}`);
}
