import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { ExpectedRevision } from '@app/event-store';
import type { Request } from 'express';
import { EdgeRefusal, InvalidRequest } from './edge-refusal';
import { revisionIn } from './entity-tag';

/**
 * Whether a command must say what its stream looked like to whoever acts: `demanded`, unless the route says otherwise; `optional`: heeded
 * when given; `none`: there is no one stream that could be meant, or what it is at is not for whoever acts. Why which route does is in ADR 20.
 */
export type Precondition = 'demanded' | 'optional' | 'none';

export const preconditionExtension = 'x-if-match';
const preconditionKey = 'precondition';

const declared = (precondition: Precondition) =>
  applyDecorators(
    SetMetadata(preconditionKey, precondition),
    ApiExtension(preconditionExtension, precondition),
  ) as MethodDecorator;

/** Stands below the route's own decorator: the command brings its stream into being, and its decision refuses when there is one already. */
export const Creates = (): MethodDecorator => declared('optional');

/** Stands below the route's own decorator: acts on one stream that do not concern each other, each told apart by a name that it brings along. */
export const Commutes = (): MethodDecorator => declared('optional');

/** For a process over several streams, and for a stream whose revision is not for whoever acts. */
export const NamesNoRevision = (): MethodDecorator => declared('none');

/** What the route's method declares. */
export function preconditionOf(handler: object): Precondition {
  return (Reflect.getMetadata(preconditionKey, handler) as Precondition | undefined) ?? 'demanded';
}

/**
 * The revision that a command's request names: `If-Match: "7"`, or `If-None-Match: *` for a stream that is not there yet. Throws EdgeRefusal
 * (428) where it is demanded and missing, InvalidRequest where it is not understood.
 */
export function expectedRevisionOf(request: Request, precondition: Precondition): ExpectedRevision | undefined {
  const [match, noneMatch] = [request.get('If-Match'), request.get('If-None-Match')];
  if (match !== undefined && noneMatch !== undefined) throw fault('If-None-Match', 'chỉ gửi một trong hai tiêu đề');
  const named = match === undefined ? nothingIn(noneMatch) : revisionOf(match);
  if (named === undefined && precondition === 'demanded') throw demanded();
  if (named === undefined || precondition !== 'none') return named;
  throw fault('If-Match', 'thao tác này không theo phiên bản của một hồ sơ nào: hãy bỏ tiêu đề này');
}

function revisionOf(match: string): ExpectedRevision {
  const revision = revisionIn(match);
  if (revision === undefined) throw fault('If-Match', 'viết một ETag đã nhận, trong dấu nháy: "7" hoặc "no-stream"');
  return revision;
}

function nothingIn(noneMatch: string | undefined): 'no-stream' | undefined {
  if (noneMatch === undefined) return undefined;
  if (noneMatch.trim() !== '*') throw fault('If-None-Match', 'thao tác ghi chỉ nhận giá trị *');
  return 'no-stream';
}

function demanded(): EdgeRefusal {
  const detail =
    'Thiếu tiêu đề If-Match: gửi ETag của hồ sơ như đã xem (địa chỉ …/revision, hoặc trả lời của thao tác ghi trước), ' +
    'hoặc If-None-Match: * nếu hồ sơ chưa có gì.';
  return new EdgeRefusal('http.precondition-required', detail, [{ field: 'If-Match', detail }]);
}

function fault(field: string, detail: string): InvalidRequest {
  return new InvalidRequest([{ field, detail }]);
}
