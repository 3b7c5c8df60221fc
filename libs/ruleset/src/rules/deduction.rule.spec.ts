import { ruleProblems } from '../../test/rule-problems';
import { amount, count, outcomeOf, refusalOf } from '../../test/worked-examples';
import type { ScoringRule } from '..';

const rule: ScoringRule = { kind: 'deduction', start: '3', each: '0.5', counts: { from: 'declaration' } };
const penalty: ScoringRule = {
  kind: 'deduction',
  start: '0',
  each: '1/3',
  counts: { from: 'casework', caseKind: 'complaint', outcome: 'upheld' },
  minScore: '-2',
};

it.each([
  [0, '3'],
  [1, '2.5'],
  [6, '0'],
  [7, '0'],
  [Number.MAX_SAFE_INTEGER, '0'],
])('%d occurrences leave %s of three points', (occurrences, expected) => {
  expect(outcomeOf(rule, count(occurrences))).toBe(expected);
});

it('goes below zero down to the floor, for a penalty outside the maximum', () => {
  expect([0, 1, 3, 6, 7].map((n) => outcomeOf(penalty, count(n), '0'))).toEqual(['0', '-1/3', '-1', '-2', '-2']);
});

it.each([-1, 1.5, Number.NaN, Infinity, 2 ** 53])('refuses %d occurrences', (occurrences) => {
  expect(refusalOf(rule, count(occurrences)).message).toContain('số lần phải là số nguyên không âm');
});

it('refuses another kind of input', () => {
  expect(refusalOf(rule, amount('1')).message).toContain('cần khai số lần');
});

it('finds deductions that deduct nothing', () => {
  expect(ruleProblems(rule)).toEqual([]);
  expect(ruleProblems({ ...rule, each: '0' })).toEqual(['/each']);
  expect(ruleProblems({ ...rule, start: '0' })).toEqual(['/minScore']);
  expect(ruleProblems({ ...rule, start: '4' })).toEqual(['/start']);
  expect(ruleProblems(penalty, '0')).toEqual([]);
});
