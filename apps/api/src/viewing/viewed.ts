import type { Papers, ViewedList } from '@app/access';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Observable, tap } from 'rxjs';
import { principalOf } from '../auth/principal';
import { ViewingRecorder } from './viewing-recorder';

const papersKey = 'viewed-papers';
const listKey = 'viewed-list';

/** A route of one unit (`:unitId`) whose answers are papers that are not public: each time they are shown goes on record. */
export const Viewed = (papers: Papers): MethodDecorator => SetMetadata(papersKey, papers);

/** What papers a route's answers are, where their views are recorded. */
export const papersOf = (handler: object): Papers | undefined =>
  Reflect.getMetadata(papersKey, handler) as Papers | undefined;

/** A route whose answers are lists about many units that are not public: each time one is shown goes on record, with what was asked. */
export const ViewedAsList = (list: ViewedList): MethodDecorator => SetMetadata(listKey, list);

/** Puts on record who was shown papers and lists that are not public. What was refused was not seen. */
@Injectable()
export class RecordsViewing implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly recorder: ViewingRecorder,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const papers = papersOf(context.getHandler());
    const list = this.reflector.get<ViewedList | undefined>(listKey, context.getHandler());
    if (papers === undefined && list === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(
      tap(() => {
        if (papers !== undefined) this.notePapers(request, papers);
        if (list !== undefined) this.noteList(request, list);
      }),
    );
  }

  private notePapers(request: Request, papers: Papers): void {
    const { unitId, year } = request.params as Readonly<Record<string, string | undefined>>;
    if (unitId === undefined) throw new Error('A route whose views are recorded names its unit');
    const about = year === undefined ? null : Number(year);
    this.recorder.note(unitId, { ...whoLooks(request), papers, about });
  }

  /** What was written before (`after`) says how new the answer had to be, and nothing of what it is about. */
  private noteList(request: Request, list: ViewedList): void {
    const named = Object.entries({ ...request.params, ...request.query });
    const texts = named.filter((each): each is [string, string] => typeof each[1] === 'string' && each[0] !== 'after');
    this.recorder.noteList({ ...whoLooks(request), list, asked: Object.fromEntries(texts) });
  }
}

function whoLooks(request: Request): { accountId: string; onBehalfOf: string | null; role: string } {
  const { accountId, onBehalfOf, role } = principalOf(request);
  return { accountId, onBehalfOf, role };
}
