import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { EventStore } from '@app/event-store';
import { ReadModelBehind } from '@app/read-store';
import type { Request } from 'express';
import { catchError, type Observable } from 'rxjs';
import { consistencyHeader, positionAsked } from './after';
import { InvalidRequest } from './edge-refusal';

/**
 * Tells a position that the log has not reached from one that the read models have not: the second is worth a retry, the first was never
 * answered by any command. The log is asked only when the wait was in vain.
 */
@Injectable()
export class PositionInLog implements NestInterceptor {
  constructor(private readonly store: EventStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.query['after'] === undefined && request.get(consistencyHeader) === undefined) return next.handle();
    return next.handle().pipe(catchError((error: unknown) => this.reasonOf(error, request)));
  }

  private async reasonOf(error: unknown, request: Request): Promise<never> {
    const asked = positionAsked(request);
    if (!(error instanceof ReadModelBehind) || asked === undefined) throw error;
    const head = await this.store.head();
    if (head !== undefined && asked <= head) throw error;
    const field = request.query['after'] === undefined ? consistencyHeader : 'after';
    throw new InvalidRequest([
      { field, detail: 'nhật ký chưa có vị trí này: chỉ dùng vị trí mà một thao tác ghi đã trả về' },
    ]);
  }
}
