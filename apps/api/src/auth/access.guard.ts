import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { EdgeRefusal } from '../http/edge-refusal';
import { tooFast } from '../http/rate.guard';
import { Rates } from '../http/rates';
import { type Access, accessKey } from './access';
import { type Account, Accounts } from './account';
import { authorise, type Refusal } from './authorise';
import { setPrincipal } from './principal';
import { type Role, roleNames } from './roles';

const bearer = /^Bearer ([\x21-\x7e]{16,200})$/i;

/** Guards every route: public, or held by one of the roles the route names. Without a declaration nobody passes. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: Accounts,
    private readonly rates: Rates,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const account = this.accountOf(request);
    const role = authorise(account, access ?? [], unitIdOf(request));
    if (typeof role !== 'string') throw forbidden(role.refusal, access ?? []);
    setPrincipal(request, { account, role });
    return true;
  }

  private accountOf(request: Request): Account {
    const token = bearer.exec(request.get('Authorization') ?? '')?.[1];
    const account = token === undefined ? undefined : this.accounts.ofToken(token);
    if (account) return account;
    // Whoever tries tokens out must not do it at any speed.
    const seconds = this.rates.ofAddress(request.ip);
    if (seconds > 0) throw tooFast(seconds);
    const detail =
      token === undefined ? 'Thiếu tiêu đề Authorization: Bearer <mã truy cập>.' : 'Mã truy cập không đúng.';
    throw new EdgeRefusal('http.unauthenticated', detail, undefined, {
      'WWW-Authenticate': 'Bearer realm="par-ledger"',
    });
  }
}

function unitIdOf(request: Request): string | undefined {
  const { unitId } = request.params;
  return typeof unitId === 'string' ? unitId : undefined;
}

function forbidden(refusal: Refusal, allowed: readonly Role[]): EdgeRefusal {
  const named = allowed.map((role) => `${roleNames[role]} (${role})`).join('; ');
  const details: Readonly<Record<Refusal, string>> = {
    role: named === '' ? 'Chưa vai trò nào được phép làm việc này.' : `Việc này cần một trong các vai trò: ${named}.`,
    'other-unit': 'Tài khoản chỉ được làm việc trên hồ sơ của đơn vị mình.',
  };
  return new EdgeRefusal('http.forbidden', details[refusal]);
}
