import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { accountIdOf } from '../auth/principal';
import { Admission } from './admission';
import { EdgeRefusal } from './edge-refusal';
import { hold } from './places';

/** Refuses an account that has its share of requests in flight already: one program in a loop must not keep everybody else out. */
@Injectable()
export class AccountShareGuard implements CanActivate {
  constructor(private readonly admission: Admission) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const accountId = accountIdOf(request);
    if (accountId === undefined) return true;
    const place = this.admission.enterAs(accountId);
    if (!place) throw tooMany(this.admission.limits.perAccount);
    hold(request, http.getResponse<Response>(), place);
    return true;
  }
}

function tooMany(most: number): EdgeRefusal {
  const detail = `Tài khoản này đang có ${most} yêu cầu chưa xong; chờ trả lời rồi gửi lại với cùng Idempotency-Key.`;
  return new EdgeRefusal('http.too-many-at-once', detail, undefined, { 'Retry-After': '1' });
}
