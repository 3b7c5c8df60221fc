import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { correlationIdOf } from './correlation';

const logger = new Logger('http');

/** One line per request: the route's pattern, never its values, headers, bodies or who asked. The correlation id leads to the events. */
export function requestLog(request: Request, response: Response, next: NextFunction): void {
  const started = process.hrtime.bigint();
  response.on('close', () => {
    const milliseconds = Number((process.hrtime.bigint() - started) / 1000n) / 1000;
    const route = (request.route as { path?: string } | undefined)?.path ?? 'unmatched';
    logger.log({
      method: request.method,
      route,
      status: response.statusCode,
      ...(!response.writableFinished && { abandoned: true }),
      milliseconds,
      correlationId: correlationIdOf(request),
    });
  });
  next();
}
