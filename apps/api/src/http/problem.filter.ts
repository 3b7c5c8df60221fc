import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { InvalidAppend } from '@app/event-store';
import type { Request, Response } from 'express';
import { correlationIdOf } from './correlation';
import { logDenial } from './denial-log';
import { problemOf } from './problem-of';
import { sendProblem } from './send-problem';

/** Answers every error as `application/problem+json`. Stack traces go to the log, never out; also of what could never be recorded. Denials have a line each. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const request = http.getRequest<Request>();
    const answer = problemOf(exception);
    const { problem } = answer;
    const forUs = problem.status >= 500 || exception instanceof InvalidAppend;
    if (forUs)
      this.logger.error({ code: problem.code, correlationId: correlationIdOf(request), error: stackOf(exception) });
    logDenial(request, problem);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(request, response, answer);
  }
}

function stackOf(exception: unknown): string {
  return exception instanceof Error ? (exception.stack ?? exception.message) : String(exception);
}
