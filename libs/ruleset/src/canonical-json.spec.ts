import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { canonicalJson } from '.';

/** JSON values as our files hold them: whole numbers, no floats. */
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** The same data with its keys in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, entry]) => [key, shuffled(entry)]));
}

it('sorts keys, drops white space and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'Tốt' }, ab: true })).toBe(
    '{"a":{"c":"Tốt","d":null},"ab":true,"b":[2,1]}',
  );
});

it('spells equal data equally, whatever the layout or the order of keys', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(canonicalJson(JSON.parse(JSON.stringify(value, null, 4)))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

it('spells different data differently', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(canonicalJson(a) === canonicalJson(b)).toBe(isDeepStrictEqual(a, b));
    }),
    { numRuns: 2000 },
  );
});

it.each([[0.5], [Number.NaN], [undefined], [() => 1], [{ a: 1e300 }]])(
  'refuses %p, which has no exact spelling',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);
