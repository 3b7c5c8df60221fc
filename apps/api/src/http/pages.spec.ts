import { z } from 'zod';
import { InvalidRequest } from './edge-refusal';
import { cursorOf, cutToPage, pageAsked } from './pages';

const key = z.tuple([z.string(), z.int()]);

it('goes on where the page before ended', () => {
  expect(pageAsked({ limit: '7', cursor: cursorOf(['a', 3]) }, key)).toEqual({ limit: 7, behind: ['a', 3] });
});

it('begins at the beginning, with a hundred', () => {
  expect(pageAsked({ limit: null, cursor: null }, key)).toEqual({ limit: 100, behind: undefined });
});

it.each(['x', cursorOf(['a']), cursorOf([1, 1]), cursorOf(['a', 1, 2]), Buffer.from('{').toString('base64url')])(
  'refuses the cursor %s, which no page has given',
  (cursor) => {
    expect(() => pageAsked({ limit: null, cursor }, key)).toThrow(InvalidRequest);
  },
);

it.each([
  [['a', 'b', 'c'], ['a', 'b'], ['b']],
  [['a', 'b'], ['a', 'b'], undefined],
  [['a'], ['a'], undefined],
  [[], [], undefined],
])('of %j shows %j, and goes on behind %j', (rows, shown, last) => {
  expect(cutToPage(rows, 2, (row) => [row])).toEqual({ rows: shown, last });
});
