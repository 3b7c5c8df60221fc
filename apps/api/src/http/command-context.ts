import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '@app/event-store';
import type { Request } from 'express';
import { validate as isUuid } from 'uuid';
import { principalOf } from '../auth/principal';
import { commandDigestOf } from './command-digest';
import { correlationIdOf } from './correlation';
import { EdgeRefusal } from './edge-refusal';
import { expectedRevisionOf, type Precondition, preconditionOf } from './precondition';

export const idempotencyHeader = 'Idempotency-Key';

/**
 * The context of the command that a request carries: who acts in which role, the caller's Idempotency-Key as command id, bound to what is
 * asked, and the revision that was seen.
 */
export const Context = createParamDecorator((_data: unknown, host: ExecutionContext): CommandContext => {
  return contextOf(host.switchToHttp().getRequest<Request>(), preconditionOf(host.getHandler()));
});

/** Throws EdgeRefusal when the Idempotency-Key is missing or not a UUID, and where the revision seen is demanded and not named. */
export function contextOf(request: Request, precondition: Precondition): CommandContext {
  const commandId = idempotencyKeyOf(request);
  const { accountId: actor, onBehalfOf, role } = principalOf(request);
  const correlationId = correlationIdOf(request);
  const commandDigest = commandDigestOf(request, actor, onBehalfOf);
  const expectedRevision = expectedRevisionOf(request, precondition);
  const context = { commandId, correlationId, causationId: commandId, actor, onBehalfOf, role, commandDigest };
  return expectedRevision === undefined ? context : { ...context, expectedRevision };
}

function idempotencyKeyOf(request: Request): string {
  const key = request.get(idempotencyHeader);
  if (key !== undefined && isUuid(key)) return key.toLowerCase();
  const detail =
    key === undefined ? 'Thiếu tiêu đề Idempotency-Key (một UUID).' : 'Tiêu đề Idempotency-Key phải là một UUID.';
  throw new EdgeRefusal('http.idempotency-key-required', detail, [{ field: idempotencyHeader, detail }]);
}
