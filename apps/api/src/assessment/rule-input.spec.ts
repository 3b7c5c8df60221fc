import { faultsOfDeclaration } from './rule-input';

const form = 'viết số thập phân "12.5" hoặc phân số "2/3" trong dấu nháy';
const kinds = 'choice, ratio, amount, count, points, not-applicable';

it.each<[string, unknown, string, string]>([
  [
    'a comma',
    { kind: 'ratio', numerator: '1,5', denominator: '2' },
    'numerator',
    '“1,5”: viết dấu chấm thập phân: "1.5"',
  ],
  ['an exponent', { kind: 'amount', value: '1e3' }, 'value', '“1e3”: không viết dạng số mũ: "1000"'],
  ['nothing', { kind: 'points', points: '' }, 'points', `đang để trống: ${form}`],
  ['a number', { kind: 'ratio', numerator: '1', denominator: 2 }, 'denominator', 'viết số trong dấu nháy: "2"'],
  ['a missing field', { kind: 'ratio', numerator: '1' }, 'denominator', `thiếu trường này: ${form}`],
  ['a choice', { kind: 'choice', value: 'maybe' }, 'value', 'chọn "yes" (có) hoặc "no" (không)'],
  [
    'text for a count',
    { kind: 'count', occurrences: '2' },
    'occurrences',
    'viết số nguyên từ 0 đến 1000000000, không có dấu nháy',
  ],
  [
    'half a count',
    { kind: 'count', occurrences: 1.5 },
    'occurrences',
    'viết số nguyên từ 0 đến 1000000000, không có dấu nháy',
  ],
  ['an unknown kind', { kind: 'guess' }, 'kind', `“guess”: chọn một trong: ${kinds}, parts`],
  ['a missing kind', {}, 'kind', `thiếu trường này: chọn một trong: ${kinds}, parts`],
  [
    'too much',
    { kind: 'not-applicable', x: '1' },
    'x',
    'trường này không có trong dạng {"kind":"not-applicable"}, hãy bỏ đi',
  ],
  ['no object', 'x', '', 'phải là một đối tượng JSON, ví dụ {"kind":"amount","value":"87.5"}'],
  [
    'a part',
    { kind: 'parts', parts: { a: { kind: 'amount', value: '1,5' } } },
    'parts.a.value',
    '“1,5”: viết dấu chấm thập phân: "1.5"',
  ],
  [
    'parts in parts',
    { kind: 'parts', parts: { a: { kind: 'parts' } } },
    'parts.a.kind',
    `“parts”: chọn một trong: ${kinds}`,
  ],
  [
    'a list of parts',
    { kind: 'parts', parts: [] },
    'parts',
    'phải là đối tượng JSON: mã tiêu chí thành phần → kê khai',
  ],
])('says of %s where it is and what to mend, and nothing else', (_what, value, at, detail) => {
  expect(faultsOfDeclaration(value)).toEqual([{ field: at, detail }]);
});

it.each([
  { kind: 'ratio', numerator: '1', denominator: '2' },
  { kind: 'parts', parts: { a: { kind: 'choice', value: 'no' } } },
])('has nothing to say of %j', (value) => {
  expect(faultsOfDeclaration(value)).toEqual([]);
});
