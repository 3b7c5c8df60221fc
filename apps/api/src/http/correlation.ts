import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { validate as isUuid } from 'uuid';

export const correlationHeader = 'X-Correlation-Id';
const correlationIds = new WeakMap<Request, string>();

/**
 * Gives each request a correlation id: the caller's own when it is a UUID, else a new one; it goes back in the answer. A random one: nothing
 * sorts by it, and Node draws random numbers for many of them at once.
 */
export function correlation(request: Request, response: Response, next: NextFunction): void {
  const given = request.get(correlationHeader);
  const id = given !== undefined && isUuid(given) ? given.toLowerCase() : randomUUID();
  correlationIds.set(request, id);
  response.setHeader(correlationHeader, id);
  next();
}

/** The id that `correlation` gave to the request. */
export function correlationIdOf(request: Request): string {
  const id = correlationIds.get(request);
  if (id === undefined) throw new Error('The correlation middleware has not run');
  return id;
}
