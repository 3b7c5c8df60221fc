import { ruleProblems } from '../../test/rule-problems';
import { amount, outcomeOf, refusalOf, tally } from '../../test/worked-examples';
import type { ScoringRule } from '..';

const rule: ScoringRule = {
  kind: 'survey',
  question: 'Q1',
  weights: { A: '100', B: '60', C: '20', D: '0' },
  minimumAnswers: 5,
};

it.each([
  [{ A: 10 }, '3'],
  [{ D: 10 }, '0'],
  [{ A: 5, B: 5 }, '2.4'],
  [{ A: 1, B: 1, C: 1, D: 4 }, '27/35'],
  [{ A: 2, B: 0, C: 0, D: 3 }, '1.2'],
])('%j of three points earns exactly %s', (counts, expected) => {
  expect(outcomeOf(rule, tally(counts))).toBe(expected);
});

it('leaves too few answers to a person, and none at all', () => {
  expect(outcomeOf(rule, tally({ A: 4 }))).toBe('manual: Có 4 phiếu hợp lệ, cần ít nhất 5: chưa đủ căn cứ tính điểm.');
  expect(outcomeOf(rule, tally({}))).toContain('manual: Có 0 phiếu');
});

it('does not change when the same answers come in several batches or another order', () => {
  expect(outcomeOf(rule, tally({ D: 7, A: 20, C: 3 }))).toBe(outcomeOf(rule, tally({ A: 20, C: 3, D: 7 })));
});

it('refuses options that the question does not have, and counts that cannot be', () => {
  expect(refusalOf(rule, tally({ A: 9, E: 1 })).message).toContain('phương án “E” không có trong câu hỏi Q1');
  expect(refusalOf(rule, tally({ constructor: 1 })).message).toContain('“constructor”');
  expect(refusalOf(rule, tally({ A: -1 })).message).toContain('số phiếu chọn phương án “A” phải là số nguyên không âm');
  expect(refusalOf(rule, amount('80')).message).toContain('cần khai số phiếu');
});

it('finds weights above 100 % and scales on which nobody can reach full points', () => {
  expect(ruleProblems(rule)).toEqual([]);
  expect(ruleProblems({ ...rule, weights: { A: '100', B: '101' } })).toEqual(['/weights/B']);
  expect(ruleProblems({ ...rule, weights: { A: '90', B: '0' } })).toEqual(['/weights']);
});
