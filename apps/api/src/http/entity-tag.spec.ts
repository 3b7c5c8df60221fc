import { entityTagOf, isHeld, revisionIn } from './entity-tag';

it.each([0n, 7n, 9_223_372_036_854_775_807n, 'no-stream'] as const)(
  'names the revision %s, and is read back',
  (one) => {
    expect(revisionIn(entityTagOf(one))).toBe(one);
  },
);

it.each(['7', 'W/"7"', '"7", "8"', '*', '"07"', '"-1"', '""', '"7', `"${'9'.repeat(20)}"`, '"1.5"', ''])(
  'is not %s',
  (text) => {
    expect(revisionIn(text)).toBeUndefined();
  },
);

it.each([
  ['"7"', true],
  ['"3", W/"7"', true],
  ['*', true],
  ['"70"', false],
  [undefined, false],
])('is held by whoever sends If-None-Match: %s: %s', (header, held) => {
  expect(isHeld(header, '"7"')).toBe(held);
});
