import { randomBytes } from 'node:crypto';
import { Sealed } from './sealed';

const key = new Uint8Array(randomBytes(32));

it('opens what was sealed, also by another process with the same key', async () => {
  const seal = await new Sealed(key).seal('session', { accountId: 'an' }, 60);
  expect(seal).not.toContain('an"');
  expect(await new Sealed(key).open('session', seal)).toMatchObject({ accountId: 'an' });
});

it.each<[string, (seal: string) => Promise<unknown>]>([
  ['another key', (seal) => new Sealed(new Uint8Array(randomBytes(32))).open('session', seal)],
  ['another purpose', (seal) => new Sealed(key).open('sign-in', seal)],
  ['a change', (seal) => new Sealed(key).open('session', seal.replace(/.{4}$/, 'AAAA'))],
  ['no seal at all', () => new Sealed(key).open('session', '{"accountId":"an"}')],
])('opens nothing with %s', async (_what, open) => {
  expect(await open(await new Sealed(key).seal('session', { accountId: 'an' }, 60))).toBeUndefined();
});

it('opens nothing that is too old', async () => {
  const sealed = new Sealed(key);
  expect(await sealed.open('session', await sealed.seal('session', { accountId: 'an' }, -1))).toBeUndefined();
});
