import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { takesAfter } from './after';
import { takesAsOf } from './as-of';
import { InvalidRequest } from './edge-refusal';

/**
 * Refuses query parameters that the route does not read, so that a slip of the pen (`aftr=1`) is not silently another question. Routes that
 * read the query string as a class leave it to the validation of that class.
 */
@Injectable()
export class KnownQuery implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const names = Object.keys(context.switchToHttp().getRequest<Request>().query);
    if (names.length === 0) return next.handle();
    const handler = context.getHandler();
    const taken = new Map([
      ['after', takesAfter(handler)],
      ['asOf', takesAsOf(handler)],
    ]);
    const unknown = names.filter((name) => !(taken.get(name) ?? readsQueryAsClass(context)));
    if (unknown.length > 0) {
      throw new InvalidRequest(
        unknown.map((field) => ({ field, detail: 'tham số này không có trong yêu cầu, hãy bỏ đi hoặc sửa lại tên' })),
      );
    }
    return next.handle();
  }
}

function readsQueryAsClass(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) as object | undefined;
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
