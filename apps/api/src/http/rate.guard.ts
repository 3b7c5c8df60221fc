import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { accountIdOf } from '../auth/principal';
import { alwaysAnswered } from './admit';
import { EdgeRefusal } from './edge-refusal';
import { Rates } from './rates';

/** Refuses an account, or an address without one, that asks for more a second than is meant for one. */
@Injectable()
export class RateGuard implements CanActivate {
  constructor(private readonly rates: Rates) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (alwaysAnswered.test(request.path)) return true;
    const accountId = accountIdOf(request);
    const seconds = accountId === undefined ? this.rates.ofAddress(request.ip) : this.rates.ofAccount(accountId);
    if (seconds > 0) throw tooFast(seconds);
    return true;
  }
}

/** What whoever asks too often is told. */
export function tooFast(seconds: number): EdgeRefusal {
  const detail = `Đã gửi quá nhiều yêu cầu trong thời gian ngắn; chờ ${seconds} giây rồi gửi lại với cùng Idempotency-Key.`;
  return new EdgeRefusal('http.too-fast', detail, undefined, { 'Retry-After': String(seconds) });
}
