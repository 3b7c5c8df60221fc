import { InvalidRuleInput, parseRuleInput, type RuleInput } from '.';

const component = { code: '1.2.3', name: 'Tiêu chí thử' };

it.each<RuleInput>([
  { kind: 'choice', value: 'no' },
  { kind: 'ratio', numerator: '12.5', denominator: '2/3' },
  { kind: 'amount', value: '94.995' },
  { kind: 'count', occurrences: 0 },
  { kind: 'points', points: '-0.5' },
  { kind: 'tally', counts: { A: 3, B: 0 } },
  { kind: 'parts', parts: { 'ke-hoach': { kind: 'choice', value: 'yes' } } },
  { kind: 'not-applicable' },
])('takes %j as it is', (input) => {
  expect(parseRuleInput(component, input)).toBe(input);
});

it.each<[unknown, string]>([
  [null, 'sai ở /: phải có kiểu object, đang là null'],
  [{}, 'thiếu mục “kind”'],
  [{ kind: 'formula', source: '1+1' }, 'sai ở /kind: phải là một trong'],
  [{ kind: 'ratio', numerator: '1' }, 'thiếu mục “denominator”'],
  [{ kind: 'ratio', numerator: 1, denominator: '2' }, 'sai ở /numerator: phải có kiểu string, đang là 1'],
  [{ kind: 'amount', value: '1e9' }, 'sai ở /value: phải đúng dạng'],
  [{ kind: 'count', occurrences: -1 }, 'sai ở /occurrences: phải từ 0 trở lên, đang là -1'],
  [{ kind: 'choice', value: 'yes', note: 'x' }, 'có mục lạ “note”'],
  [{ kind: 'parts', parts: { a: { kind: 'parts', parts: {} } } }, 'sai ở /parts/a/kind'],
])('refuses %j, naming the place', (json, problem) => {
  expect(() => parseRuleInput(component, json)).toThrow(InvalidRuleInput);
  expect(() => parseRuleInput(component, json)).toThrow(problem);
});
