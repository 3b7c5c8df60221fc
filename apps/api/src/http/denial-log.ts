import { Logger } from '@nestjs/common';
import type { Request } from 'express';
import { accountIdOf, onBehalfOf } from '../auth/principal';
import { correlationIdOf } from './correlation';
import type { Problem } from './problem';

const logger = new Logger('denial');

/** Refused to whoever would hold two roles that are separated; a conflict of the account's state, and a denial all the same. */
const alsoDenials = ['access.roles-are-separated'];
const name = /^[\w.-]{1,64}$/;

/**
 * One line for each request that was denied: to nobody whom we know (401), to this account (403), or so that four eyes stay four. Who by
 * the account's id, what by the route's pattern with the year, unit or block, why by the problem's code. No names, bodies or tokens.
 */
export function logDenial(request: Request, { status, code }: Problem): void {
  if (status !== 401 && status !== 403 && !alsoDenials.includes(code)) return;
  logger.warn({
    ...{ code, status, accountId: accountIdOf(request) ?? null, inNameOf: onBehalfOf(request) },
    operation: `${request.method} ${patternOf(request)}`,
    ...aboutOf(request),
    correlationId: correlationIdOf(request),
  });
}

function patternOf({ route }: Request): string {
  return (route as { path?: string } | undefined)?.path ?? 'unmatched';
}

function aboutOf({ params }: Request): Readonly<Record<string, string>> {
  const named = ['year', 'unitId', 'blockId'].map((key) => [key, params[key]] as const);
  return Object.fromEntries(named.filter((each): each is [string, string] => isName(each[1])));
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && name.test(value);
}
