import type { NestExpressApplication } from '@nestjs/platform-express';
import { JsonText } from '@app/read-store';
import type { Response } from 'express';
import { isHeld } from './entity-tag';

/**
 * Sends what controllers answer as JSON, and what is written already as it stands; nothing but 304 to a question whose answer the caller
 * holds. Express would look at each answer for charsets and make entity tags of its own.
 */
export function useJsonAnswers(app: NestExpressApplication): void {
  const { response } = app.getHttpAdapter().getInstance() as unknown as { response: Response };
  response.json = sendJson;
}

function sendJson(this: Response, answer: unknown): Response {
  if (isNotModified(this)) return this.status(304).end();
  if (!this.hasHeader('Content-Type')) this.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (answer instanceof JsonText) return sendParts(this, answer);
  const body = JSON.stringify(answer);
  this.setHeader('Content-Length', Buffer.byteLength(body));
  this.end(body);
  return this;
}

/** By one call of the system. */
function sendParts(response: Response, { parts, length }: JsonText<unknown>): Response {
  response.setHeader('Content-Length', length);
  response.cork();
  for (const part of parts) response.write(part);
  response.end();
  return response;
}

function isNotModified(response: Response): boolean {
  const tag = response.getHeader('ETag');
  if (typeof tag !== 'string' || response.statusCode !== 200) return false;
  return isHeld(response.req.get('If-None-Match'), tag);
}
