import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ReadYourWrites } from '@app/read-store';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { InvalidRequest } from './edge-refusal';
import { readModelKey } from './routes';

const patienceMs = 2000;
/** PostgreSQL's bigint. */
const greatestPosition = 9_223_372_036_854_775_807n;

/** Lets a question wait until its read models contain the position given as `after`: at most two seconds, then 503. Never silently stale. */
@Injectable()
export class AfterInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly readYourWrites: ReadYourWrites,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const projections = this.reflector.get<readonly string[] | undefined>(readModelKey, context.getHandler());
    const after = positionIn(context.switchToHttp().getRequest<Request>());
    if (projections && after !== undefined) {
      await Promise.all(projections.map((name) => this.readYourWrites.waitFor(name, after, patienceMs)));
    }
    return next.handle();
  }
}

function positionIn(request: Request): bigint | undefined {
  const { after } = request.query;
  if (after === undefined) return undefined;
  const position = typeof after === 'string' && /^\d{1,19}$/.test(after) ? BigInt(after) : greatestPosition + 1n;
  if (position > greatestPosition) {
    throw new InvalidRequest([{ field: 'after', detail: 'phải là vị trí (position) mà một thao tác ghi đã trả về' }]);
  }
  return position;
}
