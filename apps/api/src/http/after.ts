import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Position } from '@app/event-store';
import type { Request } from 'express';
import { InvalidRequest } from './edge-refusal';

/** PostgreSQL's bigint, and the log's. */
const greatestPosition = 9_223_372_036_854_775_807n;

const takesAfterKey = 'takes-after';

const afterOf = createParamDecorator((_data: unknown, host: ExecutionContext): Position | undefined => {
  return positionIn(host.switchToHttp().getRequest<Request>().query.after);
});

/**
 * The position that the answer must contain: `after` of the query string, as a command answered it. Undefined when it is not asked for.
 * The query waits for it, at most two seconds, else 503 with Retry-After: never silently stale.
 */
export const After = (): ParameterDecorator => (controller, name, index) => {
  afterOf()(controller, name, index);
  const handler = (controller as Record<string | symbol, unknown>)[name ?? ''] as object;
  Reflect.defineMetadata(takesAfterKey, true, handler);
};

/** Whether the route's method has a parameter decorated with After. */
export function takesAfter(handler: object): boolean {
  return Reflect.hasMetadata(takesAfterKey, handler);
}

/** Throws InvalidRequest for what is no position. */
export function positionIn(after: unknown): Position | undefined {
  if (after === undefined) return undefined;
  const position = typeof after === 'string' && /^\d{1,19}$/.test(after) ? BigInt(after) : greatestPosition + 1n;
  if (position > greatestPosition) {
    throw new InvalidRequest([{ field: 'after', detail: 'phải là vị trí (position) mà một thao tác ghi đã trả về' }]);
  }
  return position;
}
