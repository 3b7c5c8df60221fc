import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { MAX_APPEND_SIZE } from './size';
import type { CurrentRevision, Expected } from './log-record';

/** An error as the server sends it: a gRPC status and, in the metadata, what the client recognises it by. */
export function serviceError(
  code: status,
  details: string,
  metadata: Readonly<Record<string, string>> = {},
): ServiceError {
  const sent = new Metadata();
  // Metadata travels in HTTP headers: names that are not ASCII are escaped.
  for (const [name, value] of Object.entries(metadata)) sent.set(name, encodeURI(value).replaceAll('%20', ' '));
  return Object.assign(new Error(details), { code, details, metadata: sent });
}

export const handlerException = (): ServiceError => serviceError(status.UNKNOWN, 'Exception was thrown by handler.');

/** What is thrown on purpose is sent; anything else is an unnamed exception, as in the real server. */
export function asServiceError(error: unknown): ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error
    ? (error as ServiceError)
    : handlerException();
}

export const streamDeleted = (stream: string): ServiceError =>
  serviceError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const appendTooLarge = (): ServiceError =>
  serviceError(status.INVALID_ARGUMENT, `Maximum Append Size of ${MAX_APPEND_SIZE} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(MAX_APPEND_SIZE),
  });

export const missingProperty = (name: string): ServiceError =>
  serviceError(status.INVALID_ARGUMENT, `Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const accessDenied = (): ServiceError =>
  serviceError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const consumerTooSlow = (): ServiceError =>
  serviceError(
    status.ABORTED,
    'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  );

export const notLeader = (host: string, port: number): ServiceError =>
  serviceError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export function deleteRefused(stream: string, expected: Expected, current: CurrentRevision): ServiceError {
  const actual = current === 'no_stream' ? '-1' : String(current);
  const numbers = { any: '-2', no_stream: '-1', stream_exists: '-4' };
  const asked = typeof expected === 'bigint' ? String(expected) : numbers[expected];
  const text = `Stream: ${stream}, Expected version: ${asked}, Actual version: ${actual}`;
  return serviceError(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. ${text}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': asked,
    'actual-version': actual,
  });
}
