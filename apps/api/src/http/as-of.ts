import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { Moment } from '@app/event-store';
import type { Request } from 'express';
import { InvalidRequest } from './edge-refusal';

const takesAsOfKey = 'takes-as-of';
const shapes = { position: /^\d{1,18}$/, instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/ };

const asOfOf = createParamDecorator((_data: unknown, host: ExecutionContext): Moment | undefined => {
  return momentIn(host.switchToHttp().getRequest<Request>().query['asOf']);
});

const documented = ApiQuery({
  name: 'asOf',
  required: false,
  description:
    'What the log knew then, whatever was recorded or corrected since: an instant that has been over for 30 s ' +
    '(2025-03-31T17:00:00.000Z), or a position of the log. Never half of a command; asked again, the same answer.',
  schema: { type: 'string', pattern: `${shapes.position.source}|${shapes.instant.source}` },
});

/**
 * The moment that the answer is wanted as of: `asOf` of the query string. Undefined when it is not asked for: the present. Whether the log
 * holds such a moment is for LogMoments to say.
 */
export const AsOf = (): ParameterDecorator => (controller, name, index) => {
  asOfOf()(controller, name, index);
  const descriptor = Object.getOwnPropertyDescriptor(controller, name ?? '') as TypedPropertyDescriptor<unknown>;
  documented(controller, name ?? '', descriptor);
  Reflect.defineMetadata(takesAsOfKey, true, descriptor.value as object);
};

/** Whether the route's method has a parameter decorated with AsOf. */
export function takesAsOf(handler: object): boolean {
  return Reflect.hasMetadata(takesAsOfKey, handler);
}

/** Throws InvalidRequest for what is neither an instant nor a position. */
export function momentIn(asOf: unknown): Moment | undefined {
  if (asOf === undefined) return undefined;
  if (typeof asOf === 'string' && shapes.position.test(asOf)) return { position: BigInt(asOf) };
  if (typeof asOf === 'string' && shapes.instant.test(asOf) && isInCalendar(asOf)) return { instant: asOf };
  throw new InvalidRequest([
    { field: 'asOf', detail: 'phải là thời điểm UTC dạng 2025-03-31T17:00:00.000Z, hoặc một vị trí của nhật ký' },
  ]);
}

/** There is no 30 February: JavaScript takes it for another day. */
function isInCalendar(instant: string): boolean {
  const milliseconds = Date.parse(instant);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === instant;
}
