import type { NestExpressApplication } from '@nestjs/platform-express';
import { JsonText } from '@app/read-store';
import type { Response } from 'express';

/**
 * Sends what controllers answer as JSON, and what is written already as it stands. Express would look at each answer for entity tags,
 * freshness and charsets, and we have one answer to all of these.
 */
export function useJsonAnswers(app: NestExpressApplication): void {
  const { response } = app.getHttpAdapter().getInstance() as unknown as { response: Response };
  response.json = sendJson;
}

function sendJson(this: Response, answer: unknown): Response {
  const body = answer instanceof JsonText ? answer.bytes : JSON.stringify(answer);
  if (!this.hasHeader('Content-Type')) this.setHeader('Content-Type', 'application/json; charset=utf-8');
  this.setHeader('Content-Length', Buffer.byteLength(body));
  this.end(body);
  return this;
}
