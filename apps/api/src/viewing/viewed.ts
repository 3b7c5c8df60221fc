import type { Papers } from '@app/access';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Observable, tap } from 'rxjs';
import { principalOf } from '../auth/principal';
import { ViewingRecorder } from './viewing-recorder';

const viewedKey = 'viewed-papers';

/** A route of one unit (`:unitId`) whose answers are papers that are not public: each time they are shown goes on record. */
export const Viewed = (papers: Papers): MethodDecorator => SetMetadata(viewedKey, papers);

/** Puts on record who was shown papers that are not public. What was refused was not seen. */
@Injectable()
export class RecordsViewing implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly recorder: ViewingRecorder,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const papers = this.reflector.get<Papers | undefined>(viewedKey, context.getHandler());
    if (papers === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(tap(() => this.note(request, papers)));
  }

  private note(request: Request, papers: Papers): void {
    const { accountId, onBehalfOf, role } = principalOf(request);
    const { unitId, year } = request.params as Readonly<Record<string, string | undefined>>;
    if (unitId === undefined) throw new Error('A route whose views are recorded names its unit');
    const about = year === undefined ? null : Number(year);
    this.recorder.note(unitId, { accountId, onBehalfOf, role, papers, about });
  }
}
