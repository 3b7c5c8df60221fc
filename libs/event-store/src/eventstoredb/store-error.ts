import { ErrorType, isCommandError, WrongExpectedVersionError } from '@eventstore/db-client';
import { type ServiceError, status } from '@grpc/grpc-js';
import { InvalidAppend, LogIntegrityError, StoreUnavailable, WrongExpectedRevision } from '../errors';
import type { ExpectedRevision } from '../event-store';
import { StoreAccessDenied } from './errors';

/** What a failed append means for a caller of the port. An outcome that is not known for certain is StoreUnavailable. */
export function appendError(error: unknown, stream: string, expected: ExpectedRevision): Error {
  if (error instanceof WrongExpectedVersionError) {
    return new WrongExpectedRevision(stream, expected, currentRevision(error));
  }
  switch (typeOf(error)) {
    case ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED:
      return new InvalidAppend(`Append to ${stream} refused: it is over the limit of the server`, { cause: error });
    case ErrorType.STREAM_DELETED:
      return deletedStream(stream);
    default:
      return storeError(error);
  }
}

/** What any other failed call means: nothing came back that could be relied on. */
export function storeError(error: unknown): Error {
  if (error instanceof StoreUnavailable || error instanceof LogIntegrityError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isDenied(error)) {
    return new StoreAccessDenied(`The log's EventStoreDB refuses this user: ${reason || 'access denied'}`, {
      cause: error,
    });
  }
  return new StoreUnavailable(`The log's EventStoreDB does not answer: ${reason || 'no reason given'}`, {
    cause: error,
  });
}

/** Nobody deletes a stream of ours by right. */
export function deletedStream(stream: string): LogIntegrityError {
  return new LogIntegrityError(`Nhật ký bị can thiệp: luồng ${stream} đã bị xóa.`);
}

/**
 * The server knows no record that begins at the position, or is in trouble that it has no name for. Says either in its own words, so its
 * code is all there is to go by.
 */
export function isBadPosition(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? error.cause : undefined;
  const code = codeOf(cause);
  return code === status.UNKNOWN || code === status.INVALID_ARGUMENT;
}

/** The store cut the subscription off because its reader was busy: normal under load, nothing is lost by it. */
export function isCutOff(error: unknown): boolean {
  return typeOf(error) === ErrorType.TIMEOUT;
}

/**
 * Whether the client is of no more use. It asks once which methods the server has and keeps a failure for ever, unless the server was
 * unavailable or cancelled; such a failure comes as the bare gRPC error.
 */
export function needsNewClient(error: unknown): boolean {
  if (typeOf(error) !== undefined) return false;
  const code = codeOf(error);
  return code !== undefined && code !== status.UNAVAILABLE && code !== status.CANCELLED;
}

/** The gRPC status; an append while the server is down fails with a bare gRPC error, everything else with one of the client's. */
export function codeOf(error: unknown): status | undefined {
  const code = error instanceof Error ? (error as Partial<ServiceError>).code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** Wrong credentials, or rights that are missing. */
export function isDenied(error: unknown): boolean {
  const code = codeOf(error);
  const denied = code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED;
  return denied || typeOf(error) === ErrorType.ACCESS_DENIED;
}

/** What the client took the error for; undefined for an error that is not the client's. */
function typeOf(error: unknown): ErrorType | undefined {
  return error instanceof Error && isCommandError(error) ? error.type : undefined;
}

function currentRevision({ actualVersion }: WrongExpectedVersionError): bigint | 'no-stream' {
  return typeof actualVersion === 'bigint' ? actualVersion : 'no-stream';
}
