import * as fc from 'fast-check';
import { repeatedKey } from './repeated-key';

it.each([
  ['{"a":1,"a":2}', '/a'],
  ['{"a":{"b":[{"c":1},{"c":1,"d":2,"c":3}]}}', '/a/b/1/c'],
  ['{"a":1,"\\u0061":2}', '/a'],
  ['{"x/y":1,"x/y":2}', '/x~1y'],
  ['[{"a":1},{"a":1}]', undefined],
  ['{"a":"a","b":"a: {\\"a\\": 1, \\"a\\"","c":["a","a"]}', undefined],
  ['{"a":{"a":{"a":1}}}', undefined],
  ['[]', undefined],
  ['"a"', undefined],
])('%s repeats %s', (text, pointer) => {
  expect(repeatedKey(text)).toBe(pointer);
});

it('finds nothing in what a program printed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => expect(repeatedKey(JSON.stringify(value, null, 1))).toBeUndefined()),
    { numRuns: 2000 },
  );
});

it('finds a planted repetition wherever it stands', () => {
  const keys = fc.uniqueArray(fc.string({ maxLength: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(keys, fc.nat(), fc.jsonValue(), (names, choice, value) => {
      const repeated = names[choice % names.length] ?? '';
      const entries = [...names, repeated].map((name) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
      expect(repeatedKey(`[0,{${entries.join(',')}}]`)).toBe(
        `/1/${repeated.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      );
    }),
    { numRuns: 2000 },
  );
});
