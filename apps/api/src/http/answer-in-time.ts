import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { EdgeRefusal } from './edge-refusal';
import { keepWhile } from './places';

/** How long a caller waits for an answer, ms. Nobody hangs for five seconds. */
const defaultPatienceMs = 4_500;

/**
 * Answers 503 when an answer is not there in time, so that no caller hangs on a database that fell silent. The work is not cut short:
 * what it writes stays written, and it keeps its place until it ends, so that a silent database fills the places and later callers are
 * refused at once.
 */
export class AnswerInTime implements NestInterceptor {
  constructor(private readonly patienceMs = defaultPatienceMs) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const work = keepWhile(request, lastValueFrom(next.handle(), { defaultValue: undefined }));
    return from(atMost(this.patienceMs, work));
  }
}

async function atMost<Result>(patienceMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), patienceMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function late(): EdgeRefusal {
  const detail =
    'Chưa có trả lời kịp thời; thao tác ghi có thể đã xong hoặc sẽ xong: gửi lại với cùng Idempotency-Key để nhận kết quả.';
  return new EdgeRefusal('http.not-in-time', detail, undefined, { 'Retry-After': '1' });
}
