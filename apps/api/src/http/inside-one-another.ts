import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';

/** One that answers at once with an observable, never with a promise of one. */
export interface SyncInterceptor extends NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown>;
}

/** Several interceptors as one, the first outermost: Nest makes two observables, two promises and an async resource for each that it is given. */
export function insideOneAnother(...interceptors: readonly SyncInterceptor[]): SyncInterceptor {
  return {
    intercept: (context, next) => {
      const from = (place: number): Observable<unknown> =>
        interceptors[place]?.intercept(context, { handle: () => from(place + 1) }) ?? next.handle();
      return from(0);
    },
  };
}
