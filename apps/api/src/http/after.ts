import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Position } from '@app/event-store';
import type { Request } from 'express';
import { InvalidRequest } from './edge-refusal';

/** PostgreSQL's bigint, and the log's. */
const greatestPosition = 9_223_372_036_854_775_807n;

/**
 * The position that the answer must contain: `after` of the query string, as a command answered it. Undefined when it is not asked for.
 * The query waits for it, at most two seconds, else 503 with Retry-After: never silently stale.
 */
export const After = createParamDecorator((_data: unknown, host: ExecutionContext): Position | undefined => {
  return positionIn(host.switchToHttp().getRequest<Request>().query.after);
});

/** Throws InvalidRequest for what is no position. */
export function positionIn(after: unknown): Position | undefined {
  if (after === undefined) return undefined;
  const position = typeof after === 'string' && /^\d{1,19}$/.test(after) ? BigInt(after) : greatestPosition + 1n;
  if (position > greatestPosition) {
    throw new InvalidRequest([{ field: 'after', detail: 'phải là vị trí (position) mà một thao tác ghi đã trả về' }]);
  }
  return position;
}
