import type { Scope, UnitOfPerson } from '@app/access';
import { endOfVietnamDay } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { YearPipe } from '../http/parameters';
import type { Role } from './roles';

/** The role in which everybody deals with the own account. */
export const accountHolder = 'account-holder';

/** Who acts in a request, for whom, in which role, and how far that reaches. */
export interface Principal {
  readonly accountId: string;
  /** Whoever delegated, when the account acts by delegation. */
  readonly onBehalfOf: string | null;
  readonly role: Role | typeof accountHolder;
  readonly scope: Scope;
  /** The units that whoever is behind the act works or worked for. */
  readonly units: readonly UnitOfPerson[];
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
export function accountIdOf(request: Request): string | undefined {
  return principals.get(request)?.accountId;
}

/**
 * The unit of the route when somebody behind the act works for it, or did in the route's year or later; else null. Throws InvalidRequest
 * where the route's year is none.
 */
export function ownUnitOf(request: Request): string | null {
  const { unitId, year } = request.params as Readonly<Record<string, string>>;
  const since = endOfVietnamDay(`${new YearPipe().transform(year ?? '') - 1}-12-31`);
  const own = principalOf(request).units.find(
    (unit) => unit.unitId === unitId && (unit.until === null || unit.until > since),
  );
  return own?.unitId ?? null;
}

/** The same, as a parameter of a route. */
export const OwnUnit = createParamDecorator((_data: unknown, host: ExecutionContext): string | null => {
  return ownUnitOf(host.switchToHttp().getRequest<Request>());
});
