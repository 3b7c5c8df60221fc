import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { StartUpRefused } from '@app/postgres';
import { readSecret } from './issuers-file';

/** The 32 bytes (64 hexadecimal digits) of a file; made at the first start, readable by its owner only. Throws StartUpRefused. */
export function sessionKeyIn(path: string, production: boolean): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const text = readSecret(path, production);
  if (/^[0-9a-f]{64}$/.test(text)) return new Uint8Array(Buffer.from(text, 'hex'));
  throw new StartUpRefused(`SESSION_KEY_FILE ${path} phải gồm đúng 64 chữ số thập lục phân (openssl rand -hex 32).`);
}
