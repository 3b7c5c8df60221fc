import type { Holding, Scope } from '@app/access';
import { authorise, authoriseList, type Target } from './authorise';
import type { Role } from './roles';

const everything: Scope = { unitId: null, fields: null, blockIds: null };
const right = (role: Role, scope: Partial<Scope> = {}): Holding => ({
  ...{ id: role, role, scope: { ...everything, ...scope }, from: '', until: null },
});
const unit = (unitId: string | undefined, blockId?: string): Target => ({ unitId, blockId });
const officer = right('unit-officer', { unitId: 'u1' });

it('lets an officer act for the own unit only', () => {
  expect(authorise([officer], ['unit-officer'], unit('u1'))).toMatchObject({ role: 'unit-officer' });
  expect(authorise([officer], ['unit-officer'], unit('u2'))).toEqual({ refusal: 'other-unit' });
});

it('gives a unit role no route that names no unit', () => {
  const head = right('unit-head', { unitId: 'u1' });
  expect(authorise([head], ['unit-head'], unit(undefined))).toEqual({ refusal: 'other-unit' });
});

it('does not take a person without a unit for a member of every unit', () => {
  expect(authorise([right('unit-head')], ['unit-head'], unit('u1'))).toEqual({ refusal: 'other-unit' });
});

it('acts in the first role of the route that reaches the unit', () => {
  const both = [officer, right('auditor')];
  expect(authorise(both, ['unit-officer', 'auditor'], unit('u1'))).toMatchObject({ role: 'unit-officer' });
  expect(authorise(both, ['unit-officer', 'auditor'], unit('u2'))).toMatchObject({ role: 'auditor' });
});

it('refuses everybody where no role is named, and whoever holds none of them', () => {
  expect(authorise([right('administrator-of-units')], [], unit('u1'))).toEqual({ refusal: 'role' });
  expect(authorise([officer], ['auditor'], unit('u1'))).toEqual({ refusal: 'role' });
  expect(authorise([], ['auditor'], unit('u1'))).toEqual({ refusal: 'role' });
});

describe('a right for some blocks', () => {
  const appraiser = right('appraiser', { blockIds: ['khoi'] });

  it.each([
    ['reaches a unit of these', unit('u1', 'khoi'), { role: 'appraiser', scope: appraiser.scope }],
    ['reaches no unit of another', unit('u1', 'khac'), { refusal: 'other-block' }],
    ['reaches no unit that is in no block', unit('u1'), { refusal: 'other-block' }],
    ['reaches nothing that names neither', unit(undefined), { refusal: 'other-block' }],
    ['reaches these blocks themselves', unit(undefined, 'khoi'), { role: 'appraiser', scope: appraiser.scope }],
  ])('%s', (_what, target, expected) => {
    expect(authorise([appraiser], ['appraiser'], target)).toEqual(expected);
  });

  it('stands beside one for others', () => {
    const other = right('appraiser', { blockIds: ['khac'], fields: ['2'] });
    expect(authorise([appraiser, other], ['appraiser'], unit('u1', 'khac'))).toEqual({
      role: 'appraiser',
      scope: other.scope,
    });
  });
});

it('lets whoever holds a role twice do what either lets them', () => {
  const [one, two] = [right('appraiser', { fields: ['1', '2'] }), right('appraiser', { fields: ['2', '3'] })];
  expect(authorise([one, two], ['appraiser'], unit('u1'))).toMatchObject({ scope: { fields: ['1', '2', '3'] } });
  expect(authorise([one, right('appraiser')], ['appraiser'], unit('u1'))).toMatchObject({ scope: { fields: null } });
});

describe('a list that is cut to what a right reaches', () => {
  const [one, two] = [right('appraiser', { blockIds: ['khoi'] }), right('appraiser', { blockIds: ['khac', 'khoi'] })];
  const listOf = (held: readonly Holding[], blockId?: string) => authoriseList(held, ['auditor', 'appraiser'], blockId);
  const blocksOf = (...held: Holding[]) => listOf(held);

  it('is cut to all blocks of all rights in one role', () => {
    expect(blocksOf(one)).toEqual({ role: 'appraiser', scope: one.scope });
    expect(blocksOf(one, two)).toMatchObject({ role: 'appraiser', scope: { blockIds: ['khoi', 'khac'] } });
    expect(blocksOf(one, right('appraiser'))).toMatchObject({ scope: { blockIds: null } });
  });

  describe('of whoever holds several of its roles', () => {
    const auditor = right('auditor', { blockIds: ['x'] });

    it('is cut to nothing where one of them reaches all blocks, and shown in the first that does', () => {
      expect(blocksOf(auditor, right('appraiser'))).toEqual({ role: 'appraiser', scope: everything });
    });

    it('is cut to the blocks of all of them where none does, and shown in the first of the route', () => {
      expect(blocksOf(one, auditor)).toMatchObject({ role: 'auditor', scope: { blockIds: ['x', 'khoi'] } });
    });

    it('is shown in the first that reaches the block that is asked for, as each of its files is', () => {
      expect(listOf([auditor, right('appraiser')], 'x')).toMatchObject({ role: 'auditor' });
      expect(listOf([auditor, right('appraiser')], 'khoi')).toMatchObject({ role: 'appraiser' });
      expect(listOf([auditor, one], 'khoi')).toMatchObject({ role: 'appraiser', scope: { blockIds: ['x', 'khoi'] } });
      expect(listOf([auditor, one], 'khac')).toMatchObject({ role: 'auditor', scope: { blockIds: ['x', 'khoi'] } });
    });
  });

  it('is shown to nobody who holds none of its roles', () => {
    expect(blocksOf(officer)).toEqual({ refusal: 'role' });
  });
});
