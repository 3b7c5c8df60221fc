import { HttpException } from '@nestjs/common';
import {
  ConcurrentChange,
  InvalidAppend,
  StaleRevision,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedRevision,
} from '@app/event-store';
import { DomainError, type RefusalKind } from '@app/kernel';
import { isDatabaseOutage } from './database-outage';
import { EdgeRefusal } from './edge-refusal';
import { entityTagOf } from './entity-tag';
import { type HttpProblemCode, httpProblems } from './http.problems';
import { type Problem, problemTypeUri } from './problem';
import { problemCatalogue } from './problem-catalogue';

/** A problem and the headers that go with it. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

const statusOfKind: Readonly<Record<RefusalKind, number>> = {
  conflict: 409,
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  unavailable: 503,
};
const retryAfterOneSecond = { 'Retry-After': '1' };

/** Every exception as an answer. What is not foreseen is 500 and says nothing of the inside. */
export function problemOf(exception: unknown): ProblemAnswer {
  const error = unwrapped(exception);
  if (error instanceof EdgeRefusal) return ofEdge(error);
  if (error instanceof DomainError) return ofDomain(error);
  if (error instanceof StaleRevision) return ofStale(error);
  if (error instanceof WrongExpectedRevision) return ofDomain(new ConcurrentChange(error.stream));
  if (error instanceof InvalidAppend) return ofEdge(plain('http.cannot-be-recorded'));
  if (error instanceof StoreBusy) return ofEdge(plain('http.overloaded', retryAfterOneSecond));
  if (error instanceof StoreUnavailable) return ofEdge(plain('http.store-unavailable', retryAfterOneSecond));
  if (isDatabaseOutage(error)) return ofEdge(plain('http.database-unavailable', retryAfterOneSecond));
  return ofEdge(plain(error instanceof HttpException ? codeOfHttp(error) : 'http.internal'));
}

/** Nest hands errors of the body parser over as the cause of an HttpException. */
function unwrapped(exception: unknown): unknown {
  return exception instanceof HttpException && exception.cause instanceof EdgeRefusal ? exception.cause : exception;
}

function ofEdge({ code, detail, errors, headers }: EdgeRefusal): ProblemAnswer {
  const { status, title } = httpProblems[code];
  return { problem: { type: problemTypeUri(code), title, status, detail, code, ...(errors && { errors }) }, headers };
}

/** Says where the stream is now, so that the caller can look at it again. */
function ofStale({ actual }: StaleRevision): ProblemAnswer {
  const { problem, headers } = ofEdge(plain('http.precondition-failed', { ETag: entityTagOf(actual) }));
  return { problem: { ...problem, details: { revision: String(actual) } }, headers };
}

function ofDomain(error: DomainError): ProblemAnswer {
  const { code, kind, message, details } = error;
  const status = statusOfKind[kind];
  const { title = 'Trái với quy định', mend } = problemCatalogue[code] ?? {};
  const detail = mend === undefined ? message : `${asSentence(message)} ${mend}`;
  const hasDetails = Object.keys(details).length > 0;
  return {
    problem: { type: problemTypeUri(code), title, status, detail, code, ...(hasDetails && { details }) },
    headers: kind === 'unavailable' ? { 'Retry-After': retryAfterOf(error) } : {},
  };
}

function asSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

/** Some refusals know how long it takes; the others pass in a second. */
function retryAfterOf(error: DomainError): string {
  const { retryAfterSeconds } = error as { retryAfterSeconds?: unknown };
  return typeof retryAfterSeconds === 'number' ? String(retryAfterSeconds) : '1';
}

function plain(code: HttpProblemCode, headers: Readonly<Record<string, string>> = {}): EdgeRefusal {
  return new EdgeRefusal(code, httpProblems[code].mend, undefined, headers);
}

const codeOfStatus: Readonly<Record<number, HttpProblemCode>> = {
  401: 'http.unauthenticated',
  403: 'http.forbidden',
  404: 'http.not-found',
  413: 'http.payload-too-large',
  415: 'http.unsupported-media-type',
};

function codeOfHttp(error: HttpException): HttpProblemCode {
  const { type } = (error.cause ?? {}) as { type?: unknown };
  if (type === 'entity.parse.failed') return 'http.malformed-json';
  const status = error.getStatus();
  return codeOfStatus[status] ?? (status < 500 ? 'http.invalid-request' : 'http.internal');
}
