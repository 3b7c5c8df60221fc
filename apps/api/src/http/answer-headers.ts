import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { RulesetRef } from '@app/ruleset';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { consistencyHeader } from './after';
import { entityTagOf } from './entity-tag';
import { cursorOf, Paged } from './pages';
import { readFromOf } from './read-from';

/** What an answer may say of itself. */
interface Telling {
  readonly revision?: unknown;
  readonly position?: unknown;
  readonly asOf?: unknown;
  readonly ruleset?: unknown;
  /** Of an answer that is JSON text already. */
  readonly about?: { readonly ruleset?: unknown };
}

/**
 * Repeats in headers what an answer says of itself: its stream's revision as `ETag`, its position as `Consistency-Token`; of an answer from
 * a read model the position it is true for, the version of the read model (none where the log itself answered) and the rules. So an answer
 * tells a `revision` only if nothing but that stream decides its content.
 */
@Injectable()
export class AnswerHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const from = readFromOf(context.getHandler(), request.query['asOf'] !== undefined);
    return next.handle().pipe(
      map((answer: unknown) => {
        if (response.headersSent || typeof answer !== 'object' || answer === null) return answer;
        if (from) response.setHeader('X-Projection-Version', `${from.projection}/${from.version}`);
        if (!(answer instanceof Paged)) {
          tell(answer, response);
          return answer;
        }
        const { body, asOf } = answer as Paged;
        tell({ ...body, asOf }, response);
        return pageOf(answer as Paged, request, response);
      }),
    );
  }
}

function tell({ revision, position, asOf, about, ruleset = about?.ruleset }: Telling, response: Response): void {
  if (typeof revision === 'string') response.setHeader('ETag', entityTagOf(standing(revision)));
  if (typeof position === 'string') response.setHeader(consistencyHeader, position);
  // What was asked as of an instant names that instant, which is no position.
  if (typeof asOf === 'string' && /^\d+$/.test(asOf)) response.setHeader('X-As-Of-Position', asOf);
  if (isRuleset(ruleset)) response.setHeader('X-Ruleset', `${ruleset.id}/${ruleset.version}/${ruleset.sha256}`);
}

/** A command that changed nothing where there is nothing answers -1. */
function standing(revision: string): bigint | 'no-stream' {
  return revision === '-1' || revision === 'no-stream' ? 'no-stream' : BigInt(revision);
}

function isRuleset(ruleset: unknown): ruleset is RulesetRef {
  return typeof ruleset === 'object' && ruleset !== null && 'sha256' in ruleset;
}

/** The page alone; where the next one is, is told as RFC 8288 has it. */
function pageOf({ body, last }: Paged, { path, query }: Request, response: Response): object {
  if (last === undefined) return body;
  const next = new URLSearchParams({ ...(query as Record<string, string>), cursor: cursorOf(last) });
  response.setHeader('Link', `<${path}?${next.toString()}>; rel="next"`);
  return body;
}
