import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Account } from './account';
import type { Role } from './roles';

/** Who acts in a request, and in which role. */
export interface Principal {
  readonly account: Account;
  readonly role: Role;
}

const principals = new WeakMap<Request, Principal>();

export function setPrincipal(request: Request, principal: Principal): void {
  principals.set(request, principal);
}

/** Set by the guard on every route that is not public. */
export function principalOf(request: Request): Principal {
  const principal = principals.get(request);
  if (!principal) throw new Error('The route is public: nobody acts');
  return principal;
}

/** Whose request it is; undefined on public routes. */
export function accountOf(request: Request): Account | undefined {
  return principals.get(request)?.account;
}

/** The unit that the person who acts belongs to; null: none of the assessed units. */
export const OwnUnit = createParamDecorator((_data: unknown, host: ExecutionContext): string | null => {
  return principalOf(host.switchToHttp().getRequest<Request>()).account.unitId;
});
