import { Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Admission } from './admission';
import { EdgeRefusal } from './edge-refusal';
import type { Middleware } from './one-after-another';
import { hold } from './places';
import { problemOf } from './problem-of';
import { sendProblem } from './send-problem';

/** Whoever asks how we are is never turned away. */
export const alwaysAnswered = /^\/health\//;
const logger = new Logger('http');
const reportEveryMs = 1_000;

/** Turns requests away while all places are taken or the process is late, before anything is read or logged of them: under overload a refusal must cost next to nothing. */
export function turnAway(admission: Admission): Middleware {
  const refuse = refusing();
  return (request, response, next) => {
    if ((admission.isFull || admission.isLate) && !alwaysAnswered.test(request.path)) refuse(request, response);
    else next();
  };
}

/** Gives the request its place. Comes after the body was read: whoever sends a body slowly holds none. */
export function admit(admission: Admission): Middleware {
  const refuse = refusing();
  return (request, response, next) => {
    if (alwaysAnswered.test(request.path)) return next();
    if (request.socket.destroyed) return; // Gone while its body was read: there is nobody to work for.
    const place = admission.enter();
    if (!place) return refuse(request, response);
    hold(request, response, place);
    next();
  };
}

/** Refuses, and tells the log how many were refused, at most once a second. */
function refusing(): (request: Request, response: Response) => void {
  let [turnedAway, reportedAt] = [0, 0];
  const detail =
    'Đang có quá nhiều yêu cầu cùng lúc nên yêu cầu này chưa được xử lý; chờ một giây rồi gửi lại với cùng Idempotency-Key.';
  const answer = problemOf(new EdgeRefusal('http.overloaded', detail, undefined, { 'Retry-After': '1' }));
  return (request, response) => {
    turnedAway += 1;
    if (performance.now() - reportedAt > reportEveryMs) {
      logger.warn({ code: 'http.overloaded', turnedAway });
      [turnedAway, reportedAt] = [0, performance.now()];
    }
    sendProblem(request, response, answer);
  };
}
