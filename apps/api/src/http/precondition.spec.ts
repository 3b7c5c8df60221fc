import type { Request } from 'express';
import { EdgeRefusal } from './edge-refusal';
import { Commutes, Creates, expectedRevisionOf, NamesNoRevision, preconditionOf } from './precondition';

const asking = (headers: Readonly<Record<string, string>>) =>
  ({ get: (name: string) => headers[name.toLowerCase()] }) as unknown as Request;

class Routes {
  plain(): void {}
  @Creates() creating(): void {}
  @Commutes() commuting(): void {}
  @NamesNoRevision() blind(): void {}
}
const { plain, creating, commuting, blind } = Routes.prototype;

it('is demanded of every command that does not say otherwise', () => {
  expect([plain, creating, commuting, blind].map(preconditionOf)).toEqual(['demanded', 'optional', 'optional', 'none']);
});

it.each([
  [{ 'if-match': '"7"' }, 7n],
  [{ 'if-match': ' "0" ' }, 0n],
  [{ 'if-match': '"no-stream"' }, 'no-stream'],
  [{ 'if-none-match': '*' }, 'no-stream'],
])('reads %j as the revision seen', (headers, revision) => {
  expect(expectedRevisionOf(asking(headers as Record<string, string>), 'demanded')).toBe(revision);
});

it('goes without where it is not demanded, and asks for it with 428 where it is', () => {
  expect(expectedRevisionOf(asking({}), 'optional')).toBeUndefined();
  expect(expectedRevisionOf(asking({}), 'none')).toBeUndefined();
  expect(() => expectedRevisionOf(asking({}), 'demanded')).toThrow(EdgeRefusal);
  expect(() => expectedRevisionOf(asking({}), 'demanded')).toThrow('http.precondition-required');
});

it.each([
  [{ 'if-match': '7' }, 'demanded'],
  [{ 'if-match': 'W/"7"' }, 'optional'],
  [{ 'if-match': '*' }, 'demanded'],
  [{ 'if-none-match': '"7"' }, 'demanded'],
  [{ 'if-match': '"7"', 'if-none-match': '*' }, 'optional'],
  [{ 'if-match': '"7"' }, 'none'],
] as const)('refuses %j where it is %s: it would be heeded in no sense that was meant', (headers, precondition) => {
  expect(() => expectedRevisionOf(asking(headers), precondition)).toThrow('http.invalid-request');
});
