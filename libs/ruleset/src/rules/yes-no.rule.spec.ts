import { amount, NO, NOT_APPLICABLE, outcomeOf, refusalOf, YES } from '../../test/worked-examples';
import type { RuleInput, ScoringRule } from '..';
import { ruleProblems } from '../../test/rule-problems';

const rule: ScoringRule = { kind: 'yes-no', yes: '1', no: '0.25' };

it('gives the points of the answer', () => {
  expect([YES, NO].map((input) => outcomeOf(rule, input))).toEqual(['1', '0.25']);
});

it('takes the points of "no" below zero only where the floor allows', () => {
  expect(outcomeOf({ kind: 'yes-no', yes: '1', no: '-1' }, NO)).toBe('0');
  expect(outcomeOf({ kind: 'yes-no', yes: '1', no: '-1', minScore: '-0.5' }, NO)).toBe('-0.5');
});

it('refuses "not applicable" unless the rule says what it means', () => {
  expect(refusalOf(rule, NOT_APPLICABLE).message).toContain('không được khai “không áp dụng”');
  expect(outcomeOf({ ...rule, notApplicable: 'rebase' }, NOT_APPLICABLE)).toBe('not-applicable');
  expect(outcomeOf({ ...rule, notApplicable: 'full' }, NOT_APPLICABLE)).toBe('3');
});

it('refuses another kind of input, naming the component and what to declare', () => {
  const refusal = refusalOf(rule, amount('1'));
  expect(refusal.code).toBe('ruleset.invalid-rule-input');
  expect(refusal.details).toMatchObject({ component: '1.2.3' });
  expect(refusal.message).toBe(
    'Tiêu chí thành phần 1.2.3 (Tiêu chí thử): cần khai lựa chọn Có/Không, không nhận một con số.',
  );
});

it('refuses an answer that is neither', () => {
  expect(refusalOf(rule, { kind: 'choice', value: 'maybe' } as unknown as RuleInput).message).toContain('“yes” (Có)');
});

it('refuses a kind of input that does not exist, also one named like a built-in property', () => {
  const odd = { kind: 'toString' } as unknown as RuleInput;
  expect(refusalOf(rule, odd).message).toContain('không nhận loại số liệu lạ.');
});

it('finds points that could never be given', () => {
  expect(ruleProblems({ kind: 'yes-no', yes: '4', no: '-1' })).toEqual(['/yes', '/no']);
  expect(ruleProblems({ kind: 'yes-no', yes: '3', no: '0' })).toEqual([]);
});
