import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { sha256Hex } from './account';
import type { AccountEntry } from './accounts-file';
import { type Role, roles, unitRoles } from './roles';

const names: Readonly<Record<Role, string>> = {
  'unit-officer': 'Cán bộ nhập liệu (mẫu)',
  'unit-head': 'Thủ trưởng đơn vị (mẫu)',
  appraiser: 'Người thẩm định (mẫu)',
  council: 'Thư ký Hội đồng (mẫu)',
  'survey-organiser': 'Người tổ chức khảo sát (mẫu)',
  'case-handler': 'Người xử lý phản ánh, kiến nghị (mẫu)',
  'administrator-of-units': 'Sở Nội vụ (mẫu)',
  auditor: 'Thanh tra (mẫu)',
  leader: 'Lãnh đạo UBND (mẫu)',
};

/** Writes one demo account per role, with random tokens shown in the file, unless the file is there. Readable by the owner only. */
export function ensureDemoAccounts(path: string, unitId: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(
    draft,
    `${JSON.stringify(
      roles.map((role) => demoAccount(role, unitId)),
      null,
      2,
    )}\n`,
    { mode: 0o600 },
  );
  renameSync(draft, path);
}

function demoAccount(role: Role, unitId: string): AccountEntry {
  const token = `demo-${randomBytes(24).toString('base64url')}`;
  return {
    id: `demo-${role}`,
    name: names[role],
    roles: [role],
    unitId: unitRoles.includes(role) ? unitId : null,
    tokenSha256: sha256Hex(token),
    token,
  };
}
