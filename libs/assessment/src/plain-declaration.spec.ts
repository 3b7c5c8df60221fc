import { plainDeclaration } from './plain-declaration';

describe('a declaration as it is stored', () => {
  it.each([
    [
      { kind: 'ratio', numerator: '-0', denominator: '+1' },
      { kind: 'ratio', numerator: '0', denominator: '1' },
    ],
    [
      { kind: 'amount', value: '01.50' },
      { kind: 'amount', value: '1.5' },
    ],
    [
      { kind: 'points', points: '4/6' },
      { kind: 'points', points: '2/3' },
    ],
    [
      { kind: 'parts', parts: { a: { kind: 'points', points: '+01' }, b: { kind: 'choice', value: 'yes' } } },
      { kind: 'parts', parts: { a: { kind: 'points', points: '1' }, b: { kind: 'choice', value: 'yes' } } },
    ],
    [
      { kind: 'amount', value: 'nhiều' },
      { kind: 'amount', value: 'nhiều' },
    ],
  ] as const)('spells %j as %j', (declared, stored) => expect(plainDeclaration(declared)).toEqual(stored));
});
