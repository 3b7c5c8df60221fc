import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { InvalidAppend } from '@app/event-store';
import type { Request, Response } from 'express';
import { correlationIdOf } from './correlation';
import { problemOf } from './problem-of';

/** Answers every error as `application/problem+json`. Stack traces go to the log, never out; also of what could never be recorded. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const correlationId = correlationIdOf(http.getRequest<Request>());
    const { problem, headers } = problemOf(exception);
    const forUs = problem.status >= 500 || exception instanceof InvalidAppend;
    if (forUs) this.logger.error({ code: problem.code, correlationId, error: stackOf(exception) });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).set(headers).type('application/problem+json');
    response.send(JSON.stringify({ ...problem, correlationId }));
  }
}

function stackOf(exception: unknown): string {
  return exception instanceof Error ? (exception.stack ?? exception.message) : String(exception);
}
