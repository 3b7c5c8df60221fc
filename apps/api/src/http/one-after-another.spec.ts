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

it('tells what a middleware throws, also one that is called from elsewhere', async () => {
  const fault = new Error('thrown');
  const later = jest.fn((_request: Request, _response: Response, next: () => void) => void setImmediate(next));
  const told = await new Promise((resolve) => {
    const throwing = () => {
      throw fault;
    };
    oneAfterAnother(later, throwing)({} as Request, {} as Response, resolve);
  });
  expect(told).toBe(fault);
});

it('goes on once only, though a middleware throws when it has', () => {
  const [next, fault] = [jest.fn(), new Error('too late')];
  const late = (_request: Request, _response: Response, goOn: () => void) => {
    goOn();
    throw fault;
  };
  expect(() => oneAfterAnother(late)({} as Request, {} as Response, next)).toThrow(fault);
  expect(next.mock.calls).toEqual([[]]);
});

it('goes no further after an error, and tells it', () => {
  const [fault, second, next] = [new Error('no'), passing(), jest.fn()];
  oneAfterAnother(passing(fault), second)({} as Request, {} as Response, next);
  expect(second).not.toHaveBeenCalled();
  expect(next.mock.calls).toEqual([[fault]]);
});
