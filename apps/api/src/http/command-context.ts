import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '@app/event-store';
import type { Request } from 'express';
import { validate as isUuid } from 'uuid';
import { principalOf } from '../auth/principal';
import { commandDigestOf } from './command-digest';
import { correlationIdOf } from './correlation';
import { EdgeRefusal } from './edge-refusal';

export const idempotencyHeader = 'Idempotency-Key';

/** The context of the command that a request carries: who acts in which role, and the caller's Idempotency-Key as command id, bound to what is asked. */
export const Context = createParamDecorator((_data: unknown, host: ExecutionContext): CommandContext => {
  return contextOf(host.switchToHttp().getRequest<Request>());
});

/** Throws EdgeRefusal when the Idempotency-Key is missing or not a UUID. */
export function contextOf(request: Request): CommandContext {
  const commandId = idempotencyKeyOf(request);
  const { accountId: actor, onBehalfOf, role } = principalOf(request);
  const correlationId = correlationIdOf(request);
  const commandDigest = commandDigestOf(request, actor, onBehalfOf);
  return { commandId, correlationId, causationId: commandId, actor, onBehalfOf, role, commandDigest };
}

function idempotencyKeyOf(request: Request): string {
  const key = request.get(idempotencyHeader);
  if (key !== undefined && isUuid(key)) return key.toLowerCase();
  const detail =
    key === undefined ? 'Thiếu tiêu đề Idempotency-Key (một UUID).' : 'Tiêu đề Idempotency-Key phải là một UUID.';
  throw new EdgeRefusal('http.idempotency-key-required', detail, [{ field: idempotencyHeader, detail }]);
}
