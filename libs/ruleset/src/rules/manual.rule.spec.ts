import { ruleProblems } from '../../test/rule-problems';
import { NOT_APPLICABLE, outcomeOf, points, refusalOf, YES } from '../../test/worked-examples';
import type { ScoringRule } from '..';

const rule: ScoringRule = { kind: 'manual' };

it.each([
  ['0', '0'],
  ['2.25', '2.25'],
  ['2/3', '2/3'],
  ['3', '3'],
])('takes %s points as given', (given, expected) => {
  expect(outcomeOf(rule, points(given))).toBe(expected);
});

it('refuses points outside the limits instead of clipping them', () => {
  expect(refusalOf(rule, points('3.01')).message).toContain('3.01 điểm nằm ngoài giới hạn 0 đến 3');
  expect(refusalOf(rule, points('-0.01')).message).toContain('-0.01 điểm nằm ngoài giới hạn 0 đến 3');
  expect(outcomeOf({ ...rule, minScore: '-1' }, points('-1'))).toBe('-1');
  expect(refusalOf({ ...rule, maxScore: '2' }, points('2.5'), '0').message).toContain('giới hạn 0 đến 2');
});

it('refuses what is no number, and another kind of input', () => {
  expect(refusalOf(rule, points('hai')).message).toContain('số điểm không phải là số');
  expect(refusalOf(rule, YES).message).toContain('cần khai số điểm do người chấm quyết định');
});

it('knows "not applicable" as every rule does', () => {
  expect(outcomeOf({ ...rule, notApplicable: 'full' }, NOT_APPLICABLE)).toBe('3');
});

it('has nothing to lint', () => {
  expect(ruleProblems(rule)).toEqual([]);
});
