import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { defer, type Observable } from 'rxjs';

/** One that answers at once with an observable, never with a promise of one. */
export interface SyncInterceptor extends NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown>;
}

/**
 * Several interceptors as one, the first outermost; what an inner one throws is an error of its observable, as with Nest. Nest makes two
 * observables, two promises and an async resource for each that it is given.
 */
export function insideOneAnother(...interceptors: readonly SyncInterceptor[]): SyncInterceptor {
  const inside = ([first, ...rest]: readonly SyncInterceptor[], context: ExecutionContext, next: CallHandler) =>
    first === undefined
      ? next.handle()
      : defer(() => first.intercept(context, { handle: (): Observable<unknown> => inside(rest, context, next) }));
  return { intercept: (context, next) => inside(interceptors, context, next) };
}
