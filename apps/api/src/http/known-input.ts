import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { takesAfter } from './after';
import { takesAsOf } from './as-of';
import { InvalidRequest } from './edge-refusal';
import type { FieldFault } from './problem';

/**
 * Refuses what the route does not read: query parameters, so that a slip of the pen (`aftr=1`) is not silently another question, and the
 * fields of a body, which somebody means to count. Routes that read them as a class leave them to the validation of that class.
 */
@Injectable()
export class KnownInput implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const refused = [...unknownParameters(Object.keys(request.query), context), ...unreadFields(request.body, context)];
    if (refused.length > 0) throw new InvalidRequest(refused);
    return next.handle();
  }
}

function unknownParameters(names: readonly string[], context: ExecutionContext): FieldFault[] {
  if (names.length === 0) return [];
  const handler = context.getHandler();
  const taken = new Map([
    ['after', takesAfter(handler)],
    ['asOf', takesAsOf(handler)],
  ]);
  const unknown = names.filter((name) => !(taken.get(name) ?? reads(context, RouteParamtypes.QUERY)));
  return unknown.map((field) => ({ field, detail: 'tham số này không có trong yêu cầu, hãy bỏ đi hoặc sửa lại tên' }));
}

/** An empty object is what some clients send for no body. */
function unreadFields(body: unknown, context: ExecutionContext): FieldFault[] {
  const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
  if (names.length === 0 || reads(context, RouteParamtypes.BODY)) return [];
  return names.map((field) => ({ field, detail: 'yêu cầu này không nhận nội dung, hãy bỏ đi' }));
}

function reads(context: ExecutionContext, what: RouteParamtypes): boolean {
  const { name } = context.getHandler();
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) as object | undefined;
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${what}:`));
}
