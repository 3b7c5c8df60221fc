import { ruleProblems } from '../../test/rule-problems';
import { amount, outcomeOf, ratioOf, refusalOf } from '../../test/worked-examples';
import type { ScoringRule } from '..';

const rule: ScoringRule = { kind: 'ratio-with-floor', floor: '80', zeroDenominator: 'zero' };

it.each([
  ['80', '100', '2.4'],
  ['79.999', '100', '0'],
  ['79', '99', '0'],
  ['5', '6', '2.5'],
  ['6', '6', '3'],
  ['0', '6', '0'],
])('%s of %s gives %s', (numerator, denominator, expected) => {
  expect(outcomeOf(rule, ratioOf(numerator, denominator))).toBe(expected);
});

it('answers a zero denominator as the rule says', () => {
  expect(outcomeOf(rule, ratioOf('0', '0'))).toBe('0');
  expect(outcomeOf({ ...rule, zeroDenominator: 'full' }, ratioOf('0', '0'))).toBe('3');
});

it('refuses impossible shares and single figures', () => {
  expect(refusalOf(rule, ratioOf('7', '6')).message).toContain('tử số (7) lớn hơn mẫu số (6)');
  expect(refusalOf(rule, amount('80')).message).toContain('cần khai tử số và mẫu số');
});

it('finds a floor that nobody can reach', () => {
  expect(ruleProblems({ ...rule, floor: '100.01' })).toEqual(['/floor']);
  expect(ruleProblems({ ...rule, floor: '100' })).toEqual([]);
});
