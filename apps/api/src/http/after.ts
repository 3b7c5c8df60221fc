import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';
import type { Position } from '@app/event-store';
import type { Request } from 'express';
import { InvalidRequest } from './edge-refusal';

/** PostgreSQL's bigint, and the log's. */
const greatestPosition = 9_223_372_036_854_775_807n;

/** On the answer of a command: where it stands in the log. On a question: what the answer must contain. */
export const consistencyHeader = 'Consistency-Token';

const takesAfterKey = 'takes-after';

const afterOf = createParamDecorator((_data: unknown, host: ExecutionContext): Position | undefined => {
  return positionAsked(host.switchToHttp().getRequest<Request>());
});

const documented = {
  required: false,
  schema: { type: 'string' as const, pattern: '^\\d{1,19}$' },
  description:
    'A position that a command answered: waits at most 2 s until the answer contains it, else 503 with Retry-After.',
};

/**
 * The position that the answer must contain: `after` of the query string, or the header Consistency-Token, as a command answered it; of both
 * the later one. Undefined when it is not asked for. The query waits for it, at most two seconds, else 503 with Retry-After: never
 * silently stale.
 */
export const After = (): ParameterDecorator => (controller, name, index) => {
  afterOf()(controller, name, index);
  const method = Object.getOwnPropertyDescriptor(controller, name as string) as TypedPropertyDescriptor<unknown>;
  ApiQuery({ ...documented, name: 'after' })(controller, name as string, method);
  ApiHeader({ ...documented, name: consistencyHeader })(controller, name as string, method);
  Reflect.defineMetadata(takesAfterKey, true, method.value as object);
};

/** Whether the route's method has a parameter decorated with After. */
export function takesAfter(handler: object): boolean {
  return Reflect.hasMetadata(takesAfterKey, handler);
}

/** The position that a request asks for. Throws InvalidRequest for what is no position. */
export function positionAsked(request: Pick<Request, 'query' | 'get'>): Position | undefined {
  const after = positionIn('after', request.query['after']);
  const token = positionIn(consistencyHeader, request.get(consistencyHeader));
  if (after === undefined || token === undefined) return after ?? token;
  return after > token ? after : token;
}

function positionIn(field: string, given: unknown): Position | undefined {
  if (given === undefined) return undefined;
  const position = typeof given === 'string' && /^\d{1,19}$/.test(given) ? BigInt(given) : greatestPosition + 1n;
  if (position > greatestPosition) {
    throw new InvalidRequest([{ field, detail: 'phải là vị trí (position) mà một thao tác ghi đã trả về' }]);
  }
  return position;
}
