import type { Request, Response } from 'express';
import { correlationIdOf } from './correlation';
import type { ProblemAnswer } from './problem-of';

/** Answers with a problem as of RFC 9457. */
export function sendProblem(request: Request, response: Response, { problem, headers }: ProblemAnswer): void {
  response.status(problem.status).set(headers).type('application/problem+json');
  response.send(JSON.stringify({ ...problem, correlationId: correlationIdOf(request) }));
}
