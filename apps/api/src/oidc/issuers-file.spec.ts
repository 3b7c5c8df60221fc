import { StartUpRefused } from '@app/postgres';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIssuers } from './issuers-file';
import { sessionKeyIn } from './session-key';

let folder: string;
let path: string;
let secret: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'danh tính '));
  [path, secret] = [join(folder, 'issuers.json'), join(folder, 'secret')];
  writeFileSync(secret, 'a secret\n', { mode: 0o600 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const city = () => ({
  ...{ name: 'tphcm', issuer: 'https://sso.example.vn', clientId: 'par', clientSecretFile: secret },
});
const ministry = () => ({ ...city(), name: 'bnv', issuer: 'https://sso.bnv.example.vn', accountPrefix: 'bnv.' });
const given = (content: unknown) => writeFileSync(path, JSON.stringify(content));

it('reads identity providers, with their secrets and what goes without saying', () => {
  given([{ ...city(), accountPrefix: 'hcm.' }, ministry()]);
  const usual = {
    clientId: 'par',
    clientSecret: 'a secret',
    accountClaim: 'sub',
    audience: null,
    stepUpMinutes: 10,
    stepUpAcr: null,
  };
  expect(readIssuers(path, true)).toEqual([
    { name: 'tphcm', issuer: 'https://sso.example.vn', accountPrefix: 'hcm.', ...usual },
    { name: 'bnv', issuer: 'https://sso.bnv.example.vn', accountPrefix: 'bnv.', ...usual },
  ]);
});

it.each<[string, () => unknown, RegExp]>([
  ['no provider', () => [], /sai khuôn dạng/],
  ['an unknown field', () => [{ ...city(), scope: 'x' }], /sai khuôn dạng/],
  ['a step up that lasts for days', () => [{ ...city(), stepUpMinutes: 1_440 }], /stepUpMinutes/],
  ['two of one name', () => [city(), { ...ministry(), name: 'tphcm' }], /name bị trùng/],
  [
    'two whose accounts would be one',
    () => [city(), { ...ministry(), accountPrefix: '' }],
    /phần đầu của tiền tố khác/,
  ],
  ['one that could name the accounts of another', () => [city(), ministry()], /phần đầu của tiền tố khác/],
  ['access tokens that could be ID tokens', () => [{ ...city(), audience: 'par' }], /phải khác clientId/],
  ['plain http in production', () => [{ ...city(), issuer: 'http://sso.example.vn' }], /phải dùng https/],
  ['a secret that is not there', () => [{ ...city(), clientSecretFile: join(folder, 'none') }], /Không đọc được/],
])('refuses %s', (_what, content, sentence) => {
  given(content());
  expect(() => readIssuers(path, true)).toThrow(StartUpRefused);
  expect(() => readIssuers(path, true)).toThrow(sentence);
});

it('reads the example that is delivered', () => {
  const example = readFileSync(join(__dirname, '../../../../deploy/oidc-issuers.example.json'), 'utf8');
  writeFileSync(path, example.replace('/run/secrets/oidc_secret', secret));
  expect(readIssuers(path, true)).toMatchObject([{ name: 'tphcm', stepUpMinutes: 10, clientSecret: 'a secret' }]);
});

it('refuses a secret that others may read, in production', () => {
  given([city()]);
  chmodSync(secret, 0o644);
  expect(() => readIssuers(path, true)).toThrow(/chmod 600/);
  expect(readIssuers(path, false)).toHaveLength(1);
});

describe('the key of sessions', () => {
  const key = () => join(folder, 'session.key');

  it('is made once, readable by its owner only, and is the same after a restart', () => {
    const first = sessionKeyIn(key(), true);
    expect(first).toHaveLength(32);
    expect(statSync(key()).mode & 0o777).toBe(0o600);
    expect(sessionKeyIn(key(), true)).toEqual(first);
    expect(readFileSync(key(), 'utf8').trim()).toBe(Buffer.from(first).toString('hex'));
  });

  it('is refused when it is no key, or others may read it', () => {
    writeFileSync(key(), 'password', { mode: 0o600 });
    expect(() => sessionKeyIn(key(), true)).toThrow(/64 chữ số/);
    chmodSync(key(), 0o640);
    expect(() => sessionKeyIn(key(), true)).toThrow(/chmod 600/);
  });
});
