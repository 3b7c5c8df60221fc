import { ruleProblems } from '../../test/rule-problems';
import { amount, outcomeOf, ratioOf, refusalOf, YES } from '../../test/worked-examples';
import type { Band, ScoringRule } from '..';

const steps: readonly Band[] = [
  { from: '95', points: '3' },
  { from: '90', points: '2' },
  { from: '80', points: '0.5' },
  { from: '0', points: '0' },
];
const rule: ScoringRule = { kind: 'bands', bands: steps, zeroDenominator: 'full' };

it.each([
  ['95', '100', '3'],
  ['94995', '100000', '2'],
  ['94999999', '100000000', '2'],
  ['90', '100', '2'],
  ['89.99', '100', '0.5'],
  ['80', '100', '0.5'],
  ['79', '100', '0'],
  ['0', '100', '0'],
  ['100', '100', '3'],
])('%s of %s falls into the band worth %s', (numerator, denominator, expected) => {
  expect(outcomeOf(rule, ratioOf(numerator, denominator))).toBe(expected);
});

it('takes a figure as it is, in the unit of the bands', () => {
  expect(outcomeOf(rule, amount('94.995'))).toBe('2');
  expect(outcomeOf(rule, amount('95'))).toBe('3');
  expect(outcomeOf(rule, amount('140'))).toBe('3');
});

it('gives nothing below every band', () => {
  expect(outcomeOf({ ...rule, bands: steps.slice(0, 2) }, amount('89'))).toBe('0');
});

it('gives full points where nothing arose and the rule says so, whatever the bands', () => {
  expect(outcomeOf(rule, ratioOf('0', '0'))).toBe('3');
  expect(outcomeOf({ ...rule, zeroDenominator: 'exclude' }, ratioOf('0', '0'))).toBe('not-applicable');
});

it('refuses negative figures, shares above one and other kinds of input', () => {
  expect(refusalOf(rule, amount('-1')).message).toContain('số liệu không được âm');
  expect(refusalOf(rule, ratioOf('11', '10')).message).toContain('lớn hơn mẫu số');
  expect(refusalOf(rule, YES).message).toContain('cần khai tử số và mẫu số');
});

describe('its lint', () => {
  it('accepts bands that fall to 0', () => {
    expect(ruleProblems(rule)).toEqual([]);
  });

  it('finds bands out of order or equal', () => {
    const [best, second, third, lowest] = steps as [Band, Band, Band, Band];
    expect(ruleProblems({ ...rule, bands: [second, best, third, lowest] })).toEqual(['/bands/1/from']);
    expect(ruleProblems({ ...rule, bands: [best, best, lowest] })).toEqual(['/bands/1/from']);
  });

  it('finds values that no band covers', () => {
    expect(ruleProblems({ ...rule, bands: steps.slice(0, 3) })).toEqual(['/bands']);
  });

  it('finds bands worth more than the maximum', () => {
    expect(ruleProblems(rule, '2.5')).toEqual(['/bands/0/points']);
  });
});
