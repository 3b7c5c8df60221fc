import type { Request, Response } from 'express';
import { oneAfterAnother } from './one-after-another';

const passing = (error?: unknown) =>
  jest.fn((_request: Request, _response: Response, next: (error?: unknown) => void) => next(error));

it.each([undefined, null])('goes on after next(%s), as Express does', (error) => {
  const [first, second, next] = [passing(error), passing(), jest.fn()];
  oneAfterAnother(first, second)({} as Request, {} as Response, next);
  expect(second).toHaveBeenCalledTimes(1);
  expect(next.mock.calls).toEqual([[]]);
});

it('goes no further after an error, and tells it', () => {
  const [fault, second, next] = [new Error('no'), passing(), jest.fn()];
  oneAfterAnother(passing(fault), second)({} as Request, {} as Response, next);
  expect(second).not.toHaveBeenCalled();
  expect(next.mock.calls).toEqual([[fault]]);
});
