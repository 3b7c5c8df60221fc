import { ruleProblems } from '../../test/rule-problems';
import { amount, outcomeOf, ratioOf, refusalOf } from '../../test/worked-examples';
import type { ScoringRule } from '..';

const papi: ScoringRule = { kind: 'external-index', index: 'PAPI', best: '80' };

it.each([
  ['43.58', '4.358'],
  ['80', '8'],
  ['0', '0'],
])('a PAPI of %s on a scale of 80 earns %s of eight points', (value, expected) => {
  expect(outcomeOf(papi, amount(value), '8')).toBe(expected);
});

it('refuses a value above the scale: the source was misread', () => {
  expect(refusalOf(papi, amount('80.01')).message).toContain('chỉ số PAPI (80.01) vượt thang điểm 80');
  expect(refusalOf(papi, amount('-1')).message).toContain('chỉ số PAPI không được âm');
  expect(refusalOf(papi, ratioOf('1', '2')).message).toContain('cần khai một con số');
});

it('leaves a scale of zero to a person, and its lint finds it', () => {
  expect(outcomeOf({ ...papi, best: '0' }, amount('0'))).toContain('manual: Thang điểm của chỉ số PAPI bằng 0');
  expect(ruleProblems({ ...papi, best: '0' })).toEqual(['/best']);
  expect(ruleProblems(papi)).toEqual([]);
});
