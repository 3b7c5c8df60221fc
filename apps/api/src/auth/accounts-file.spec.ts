import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts, sha256Hex } from './account';
import { type AccountEntry, readAccounts } from './accounts-file';
import { ensureDemoAccounts } from './demo-accounts';
import { roles } from './roles';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tài khoản '));
  path = join(folder, 'accounts.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const appraiser: AccountEntry = {
  id: 'lan',
  name: 'Lan',
  roles: ['appraiser'],
  unitId: null,
  tokenSha256: sha256Hex('a-long-enough-token'),
};
function given(entries: unknown, mode = 0o600): void {
  writeFileSync(path, JSON.stringify(entries));
  chmodSync(path, mode);
}

it('finds the person by the token and nobody by another', () => {
  given([appraiser]);
  const accounts = new Accounts(readAccounts(path, true));
  expect(accounts.ofToken('a-long-enough-token')?.id).toBe('lan');
  expect(accounts.ofToken('a-long-enough-toker')).toBeUndefined();
});

it('takes people who sign in elsewhere, and who get their rights from the log', () => {
  given([
    { ...appraiser, tokenSha256: null },
    { ...appraiser, id: 'hoa', roles: [], tokenSha256: null },
  ]);
  expect(readAccounts(path, true).map(({ id, roles: held }) => [id, held])).toEqual([
    ['lan', ['appraiser']],
    ['hoa', []],
  ]);
});

it('writes one demo account per role, readable by the owner only, and never overwrites it', () => {
  ensureDemoAccounts(path, 'so-noi-vu');
  const first = readFileSync(path, 'utf8');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((JSON.parse(first) as AccountEntry[]).map((entry) => entry.roles)).toEqual(roles.map((role) => [role]));
  ensureDemoAccounts(path, 'another');
  expect(readFileSync(path, 'utf8')).toBe(first);
});

it('accepts demo accounts for the demo and refuses them in production', () => {
  ensureDemoAccounts(path, 'so-noi-vu');
  expect(readAccounts(path, false)).toHaveLength(roles.length);
  expect(() => readAccounts(path, true)).toThrow(/tài khoản demo/);
});

it('refuses a file that others may read, in production', () => {
  given([appraiser], 0o604);
  expect(() => readAccounts(path, true)).toThrow(/chmod 600/);
});

it.each([
  ['not JSON', '{', /sai khuôn dạng/],
  ['a missing file', undefined, /Không đọc được/],
  ['an unknown role', [{ ...appraiser, roles: ['admin'] }], /sai khuôn dạng \(tại 0\.roles\.0\)/],
  ['no accounts', [], /sai khuôn dạng/],
  ['one id twice', [appraiser, { ...appraiser, tokenSha256: sha256Hex('x') }], /id của tài khoản "lan" bị trùng/],
  ['one token twice', [appraiser, { ...appraiser, id: 'hoa' }], /tokenSha256 của tài khoản "hoa" bị trùng/],
  ['who appraises and publishes', [{ ...appraiser, roles: ['appraiser', 'administrator-of-units'] }], /hai vai trò/],
  ['who appraises and writes for the council', [{ ...appraiser, roles: ['appraiser', 'council'] }], /hai vai trò/],
  [
    'who enters and writes for the council',
    [{ ...appraiser, unitId: 'u', roles: ['unit-officer', 'council'] }],
    /hai vai trò/,
  ],
  [
    'who submits and writes for the council',
    [{ ...appraiser, unitId: 'u', roles: ['unit-head', 'council'] }],
    /hai vai trò/,
  ],
  ['who enters and approves', [{ ...appraiser, unitId: 'u', roles: ['unit-officer', 'unit-head'] }], /hai vai trò/],
  ['who runs the system and sees scores', [{ ...appraiser, roles: ['it-admin', 'auditor'] }], /hai vai trò/],
  ['an id that no grant could name', [{ ...appraiser, id: 'Lan Anh' }], /sai khuôn dạng/],
  ['an officer of no unit', [{ ...appraiser, roles: ['unit-officer'] }], /phải có unitId/],
])('refuses %s', (_what, content, sentence) => {
  if (typeof content === 'string') writeFileSync(path, content);
  else if (content) given(content);
  expect(() => readAccounts(path, false)).toThrow(sentence);
});
