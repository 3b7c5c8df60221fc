import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { EventStore } from '@app/event-store';
import { ReadModelBehind } from '@app/read-store';
import type { Request } from 'express';
import { catchError, type Observable } from 'rxjs';
import { positionIn } from './after';
import { InvalidRequest } from './edge-refusal';

/**
 * Tells a position that the log has not reached from one that the read models have not: the second is worth a retry, the first was never
 * answered by any command. The log is asked only when the wait was in vain.
 */
@Injectable()
export class PositionInLog implements NestInterceptor {
  constructor(private readonly store: EventStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { after } = context.switchToHttp().getRequest<Request>().query;
    if (after === undefined) return next.handle();
    return next.handle().pipe(catchError((error: unknown) => this.reasonOf(error, after)));
  }

  private async reasonOf(error: unknown, after: unknown): Promise<never> {
    const asked = positionIn(after);
    if (!(error instanceof ReadModelBehind) || asked === undefined) throw error;
    const head = await this.store.head();
    if (head !== undefined && asked <= head) throw error;
    throw new InvalidRequest([
      { field: 'after', detail: 'nhật ký chưa có vị trí này: chỉ dùng vị trí mà một thao tác ghi đã trả về' },
    ]);
  }
}
