import { ruleProblems } from '../../test/rule-problems';
import { NO, NOT_APPLICABLE, outcomeOf, parts, ratioOf, refusalOf, YES } from '../../test/worked-examples';
import type { ScoringRule, SumPart } from '..';

const plan: SumPart = { code: 'ke-hoach', name: 'Kế hoạch', max: '1', rule: { kind: 'yes-no', yes: '1', no: '0' } };
const share: SumPart = { code: 'ty-le', name: 'Tỷ lệ', max: '2', rule: { kind: 'ratio', zeroDenominator: 'manual' } };
const rule: ScoringRule = { kind: 'sum', parts: [plan, share] };

it.each([
  [parts({ 'ke-hoach': YES, 'ty-le': ratioOf('1', '3') }), '5/3'],
  [parts({ 'ke-hoach': NO, 'ty-le': ratioOf('3', '3') }), '2'],
  [parts({ 'ke-hoach': YES, 'ty-le': ratioOf('3', '3') }), '3'],
])('sums the parts, each by its own rule up to its own maximum', (input, expected) => {
  expect(outcomeOf(rule, input)).toBe(expected);
});

it('leaves the whole to a person when a part has no points', () => {
  const manual = outcomeOf(rule, parts({ 'ke-hoach': YES, 'ty-le': ratioOf('0', '0') }));
  expect(manual).toContain('manual: Phần ty-le (Tỷ lệ): Mẫu số bằng 0');
  const leaves: SumPart = { ...share, rule: { kind: 'ratio', zeroDenominator: 'exclude' } };
  const excluded = outcomeOf(
    { kind: 'sum', parts: [plan, leaves] },
    parts({ 'ke-hoach': YES, 'ty-le': ratioOf('0', '0') }),
  );
  expect(excluded).toBe('manual: Phần ty-le (Tỷ lệ) không áp dụng: người thẩm định quyết định điểm.');
});

it('clips each part to its own limits before it sums', () => {
  const generous: SumPart = { ...plan, rule: { kind: 'yes-no', yes: '9', no: '0' } };
  expect(
    outcomeOf({ kind: 'sum', parts: [generous, share] }, parts({ 'ke-hoach': YES, 'ty-le': ratioOf('0', '1') })),
  ).toBe('1');
});

it('takes "not applicable" for the whole, where the rule allows it', () => {
  expect(outcomeOf({ ...rule, notApplicable: 'rebase' }, NOT_APPLICABLE)).toBe('not-applicable');
  expect(refusalOf(rule, NOT_APPLICABLE).message).toContain('không được khai “không áp dụng”');
});

describe('refuses', () => {
  it('a missing part', () => {
    expect(refusalOf(rule, parts({ 'ke-hoach': YES })).message).toContain('thiếu số liệu của phần ty-le (Tỷ lệ)');
  });

  it('an unknown part, also one named like a built-in property', () => {
    const known = { 'ke-hoach': YES, 'ty-le': ratioOf('1', '1') };
    expect(refusalOf(rule, parts({ ...known, khac: YES })).message).toContain('không có phần nào mang mã “khac”');
    expect(refusalOf(rule, parts({ ...known, toString: YES })).message).toContain('“toString”');
  });

  it('figures of a part that cannot be, naming the part', () => {
    const refusal = refusalOf(rule, parts({ 'ke-hoach': YES, 'ty-le': ratioOf('4', '3') }));
    expect(refusal.details['component']).toBe('1.2.3/ty-le');
    expect(refusal.message).toContain('1.2.3/ty-le (Tỷ lệ): tử số (4) lớn hơn mẫu số (3)');
  });

  it('another kind of input', () => {
    expect(refusalOf(rule, YES).message).toContain('cần khai số liệu của từng phần');
  });
});

describe('its lint', () => {
  it('accepts parts that add up', () => {
    expect(ruleProblems(rule)).toEqual([]);
  });

  it('finds parts that do not add up to the maximum', () => {
    expect(ruleProblems(rule, '4')).toEqual(['/parts']);
  });

  it('finds a code used twice', () => {
    expect(ruleProblems({ kind: 'sum', parts: [plan, { ...share, code: plan.code }] })).toEqual(['/parts']);
  });

  it('finds parts that would leave the maximum, and sums of sums', () => {
    const leaving: SumPart = { ...share, rule: { kind: 'ratio', zeroDenominator: 'exclude', notApplicable: 'rebase' } };
    const nested: SumPart = { ...plan, rule: { kind: 'sum', parts: [{ ...plan, code: 'con' }] } };
    expect(ruleProblems({ kind: 'sum', parts: [nested, leaving] })).toEqual([
      '/parts/0/rule/kind',
      '/parts/1/rule/zeroDenominator',
      '/parts/1/rule/notApplicable',
    ]);
  });
});
