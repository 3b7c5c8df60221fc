import type { Account } from './account';
import { authorise } from './authorise';
import type { Role } from './roles';

const account = (roles: readonly Role[], unitId: string | null = null): Account => ({
  id: 'a',
  name: 'A',
  roles,
  unitId,
  tokenSha256: '',
});

it('lets an officer act for the own unit only', () => {
  const officer = account(['unit-officer'], 'u1');
  expect(authorise(officer, ['unit-officer'], 'u1')).toBe('unit-officer');
  expect(authorise(officer, ['unit-officer'], 'u2')).toEqual({ refusal: 'other-unit' });
});

it('gives a unit role no route that names no unit', () => {
  expect(authorise(account(['unit-head'], 'u1'), ['unit-head'], undefined)).toEqual({ refusal: 'other-unit' });
});

it('does not take a person without a unit for a member of every unit', () => {
  expect(authorise(account(['unit-head'], null), ['unit-head'], 'u1')).toEqual({ refusal: 'other-unit' });
});

it('acts in the first role of the route that reaches the unit', () => {
  const both = account(['unit-officer', 'auditor'], 'u1');
  expect(authorise(both, ['unit-officer', 'auditor'], 'u1')).toBe('unit-officer');
  expect(authorise(both, ['unit-officer', 'auditor'], 'u2')).toBe('auditor');
});

it('refuses everybody where no role is named', () => {
  expect(authorise(account(['administrator-of-units']), [], 'u1')).toEqual({ refusal: 'role' });
});
