import { readFileSync, statSync } from 'node:fs';
import { StartUpRefused } from '@app/postgres';
import { z } from 'zod';
import type { Account } from './account';
import { roles, separatedPairIn, unitRoles } from './roles';

const accountSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/),
  name: z.string().min(1).max(200),
  /** Standing grants; the log can add to them and revoke them. */
  roles: z.array(z.enum(roles)),
  unitId: z.string().min(1).nullable(),
  /** Null: the person signs in elsewhere. */
  tokenSha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Only demo accounts show their token. */
  token: z.string().optional(),
});
const accountsSchema = z.array(accountSchema).min(1);

export type AccountEntry = z.infer<typeof accountSchema>;

/** The accounts of a file (a JSON list). In production, demo accounts and a file that others may read are refused. Throws StartUpRefused. */
export function readAccounts(path: string, production: boolean): Account[] {
  const entries = parse(path, read(path));
  if (production) refuseInProduction(path, entries);
  refuseDuplicates(path, entries);
  for (const entry of entries) refuseRoles(path, entry);
  return entries.map(({ token: _shown, ...account }) => account);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new StartUpRefused(`Không đọc được tệp tài khoản ${path}: hãy kiểm tra đường dẫn và quyền đọc.`, { cause });
  }
}

function parse(path: string, text: string): AccountEntry[] {
  try {
    return accountsSchema.parse(JSON.parse(text));
  } catch (cause) {
    const where = cause instanceof z.ZodError ? ` (tại ${cause.issues[0]?.path.join('.') || 'gốc'})` : '';
    throw new StartUpRefused(
      `Tệp tài khoản ${path} sai khuôn dạng${where}: cần danh sách JSON gồm id, name, roles, unitId, tokenSha256.`,
      { cause },
    );
  }
}

function refuseInProduction(path: string, entries: readonly AccountEntry[]): void {
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new StartUpRefused(`Tệp tài khoản ${path} đang mở cho người khác đọc: hãy đặt quyền 600 (chmod 600).`);
  }
  if (entries.some(({ token }) => token !== undefined)) {
    throw new StartUpRefused(`Tệp tài khoản ${path} chứa tài khoản demo: chế độ production không nhận tài khoản demo.`);
  }
}

function refuseDuplicates(path: string, entries: readonly AccountEntry[]): void {
  for (const key of ['id', 'tokenSha256'] as const) {
    const values = entries.map((entry) => entry[key]);
    const twice = values.findIndex((value, at) => value !== null && values.indexOf(value) !== at);
    if (twice < 0) continue;
    const { id } = entries[twice] as AccountEntry;
    throw new StartUpRefused(`Tệp tài khoản ${path}: ${key} của tài khoản "${id}" bị trùng; mỗi người một tài khoản.`);
  }
}

function refuseRoles(path: string, { id, roles: held, unitId }: AccountEntry): void {
  const pair = separatedPairIn(held);
  if (pair) {
    throw new StartUpRefused(
      `Tệp tài khoản ${path}: "${id}" không được giữ cùng lúc hai vai trò ${pair.join(' và ')}.`,
    );
  }
  if (unitId === null && held.some((role) => unitRoles.includes(role))) {
    throw new StartUpRefused(`Tệp tài khoản ${path}: "${id}" có vai trò của đơn vị nên phải có unitId.`);
  }
}
