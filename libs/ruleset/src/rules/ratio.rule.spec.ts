import { amount, outcomeOf, ratioOf, refusalOf } from '../../test/worked-examples';
import type { ScoringRule, ZeroDenominator } from '..';

const rule: ScoringRule = { kind: 'ratio', zeroDenominator: 'full' };

it.each([
  ['47', '50', '3', '2.82'],
  ['2', '3', '1', '2/3'],
  ['0', '8', '3', '0'],
  ['8', '8', '3', '3'],
  ['12.5', '37.5', '3', '1'],
  ['1/3', '2/3', '3', '1.5'],
])('%s of %s at %s points at most gives exactly %s', (numerator, denominator, max, expected) => {
  expect(outcomeOf(rule, ratioOf(numerator, denominator), max)).toBe(expected);
});

it('makes two thirds of a point three times exactly two', () => {
  expect(outcomeOf(rule, ratioOf('2', '3'), '1')).toBe('2/3');
  expect(outcomeOf(rule, ratioOf('2', '3'), '3')).toBe('2');
});

describe('when nothing arose', () => {
  it.each<[ZeroDenominator, string]>([
    ['full', '3'],
    ['zero', '0'],
    ['exclude', 'not-applicable'],
    ['manual', 'manual: Mẫu số bằng 0: quy định để người thẩm định quyết định điểm.'],
  ])('%s means %s', (zeroDenominator, expected) => {
    expect(outcomeOf({ kind: 'ratio', zeroDenominator }, ratioOf('0', '0'))).toBe(expected);
  });

  it('still refuses cases solved out of none', () => {
    expect(refusalOf(rule, ratioOf('1', '0')).message).toContain('tử số (1) lớn hơn mẫu số (0)');
  });
});

describe('refuses what cannot be', () => {
  it.each([
    ['12', '10', 'tử số (12) lớn hơn mẫu số (10). Hãy kiểm tra lại số liệu kê khai.'],
    ['10.000001', '10', 'lớn hơn mẫu số'],
    ['-1', '10', 'tử số không được âm (đang là -1)'],
    ['1', '-10', 'mẫu số không được âm (đang là -10)'],
    ['mười', '10', 'tử số không phải là số'],
    ['1', '1,5', 'mẫu số không phải là số'],
    ['1', '9'.repeat(61), 'mẫu số không phải là số'],
  ])('%s of %s', (numerator, denominator, problem) => {
    expect(refusalOf(rule, ratioOf(numerator, denominator)).message).toContain(problem);
  });

  it('a single figure', () => {
    expect(refusalOf(rule, amount('94')).message).toContain('cần khai tử số và mẫu số, không nhận một con số');
  });
});

describe('limits and rounding', () => {
  it('clips to maxScore and minScore', () => {
    expect(outcomeOf({ ...rule, maxScore: '2' }, ratioOf('1', '1'))).toBe('2');
    expect(outcomeOf({ ...rule, minScore: '1' }, ratioOf('0', '1'))).toBe('1');
  });

  it('rounds the component itself only where the rule says so, half away from zero', () => {
    expect(outcomeOf(rule, ratioOf('1', '8'), '1')).toBe('0.125');
    expect(outcomeOf({ ...rule, componentPlaces: 2 }, ratioOf('1', '8'), '1')).toBe('0.13');
  });

  it('measures a bonus, which has no maximum, by its ceiling', () => {
    expect(outcomeOf({ ...rule, maxScore: '2' }, ratioOf('1', '4'), '0')).toBe('0.5');
  });
});
