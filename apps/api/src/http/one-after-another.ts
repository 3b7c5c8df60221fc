import type { NextFunction, Request, Response } from 'express';

/** A step of Express: answers, or calls `next`, with what went wrong if anything did. */
export type Middleware = (request: Request, response: Response, next: NextFunction) => void;

/** Several middlewares as one: Express parses and matches the address anew for each that it is given. */
export function oneAfterAnother(...middlewares: readonly Middleware[]): Middleware {
  return (request, response, next) => {
    const step = (place: number): void => {
      const middleware = middlewares[place];
      if (!middleware) return next();
      let passed = false;
      try {
        middleware(request, response, (error?: unknown) => {
          passed = true;
          return error ? next(error) : step(place + 1);
        });
      } catch (error) {
        if (passed) throw error;
        next(error); // Whoever called us may be a stream, where nobody catches anything.
      }
    };
    step(0);
  };
}
