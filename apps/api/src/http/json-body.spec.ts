import { nestingOf } from './json-body';

it('counts nesting outside strings only', () => {
  expect(nestingOf(Buffer.from('{"a":[{"b":"[[[\\"{{"}]}'))).toBe(3);
});
