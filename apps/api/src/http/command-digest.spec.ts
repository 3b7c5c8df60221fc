import type { Request } from 'express';
import { commandDigestOf } from './command-digest';

const asked = {
  method: 'POST',
  route: { path: '/assessments/:year/:unitId/self-scores' },
  params: { year: '2024', unitId: 'so_a' },
  body: { component: '1.1.2', declaration: { kind: 'points', points: '1' }, evidence: ['a', 'b'] } as unknown,
};
const digest = (change: Partial<typeof asked> = {}, actor = 'an', onBehalfOf: string | null = null): string =>
  commandDigestOf({ ...asked, ...change } as unknown as Request, actor, onBehalfOf);

it('is a SHA-256', () => {
  expect(digest()).toMatch(/^[0-9a-f]{64}$/);
});

it.each<[string, unknown, unknown]>([
  ['in another order of fields', { b: { d: 1, c: 2 }, a: 0 }, { a: 0, b: { c: 2, d: 1 } }],
  ['in another Unicode form', { reason: 'Lũ lụt'.normalize('NFD') }, { reason: 'Lũ lụt'.normalize('NFC') }],
  ['without a body', undefined, {}],
])('is the same for a repeat %s', (_, one, other) => {
  expect(digest({ body: one })).toBe(digest({ body: other }));
});

it.each<[string, string]>([
  ['another route', digest({ route: { path: '/assessments/:year/:unitId/submission' } })],
  ['another unit', digest({ params: { year: '2024', unitId: 'so_b' } })],
  ['another component', digest({ body: { ...(asked.body as object), component: '1.1.3' } })],
  ['another value', digest({ body: { ...(asked.body as object), declaration: { kind: 'points', points: '2' } } })],
  ['another order of a list', digest({ body: { ...(asked.body as object), evidence: ['b', 'a'] } })],
  ['another person', digest({}, 'binh')],
  ['another person acted for', digest({}, 'an', 'binh')],
])('is another for %s', (_, other) => {
  expect(other).not.toBe(digest());
});

it('takes numbers and names that no command of ours has', () => {
  const body: unknown = JSON.parse('{"points": 1.5, "__proto__": {"a": 1e999}}');
  expect(digest({ body })).not.toBe(digest({ body: { points: 1.5 } }));
});
