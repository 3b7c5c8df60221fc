import {
  AccessDenied,
  AllStreamPosition,
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  type UUID,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { Code } from '@eventstore/db-client/generated/code_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import type { CurrentRevision, Expected, WriteOutcome } from './log-record';
import { identifier } from './read-response';
import { MAX_APPEND_SIZE } from './size';

/** An answer names its request by correlation id and stream. */
export interface Addressee {
  readonly correlation: UUID;
  readonly stream: string;
}

export function refusal(to: Addressee, error: Status): BatchAppendResp {
  return addressed(to).setError(error);
}

export function acknowledgement(to: Addressee, outcome: Extract<WriteOutcome, { kind: 'written' }>): BatchAppendResp {
  const position = new AllStreamPosition()
    .setCommitPosition(String(outcome.position))
    .setPreparePosition(String(outcome.position));
  const success = new BatchAppendResp.Success().setPosition(position);
  if (outcome.revision === 'no_stream') success.setNoStream(new Empty());
  else success.setCurrentRevision(String(outcome.revision));
  return addressed(to).setSuccess(success);
}

export const timeout = (): Status => packed(Code.DEADLINE_EXCEEDED, 'Timeout', new Timeout());

export const badRequest = (text: string): Status =>
  packed(Code.INVALID_ARGUMENT, 'BadRequest', new BadRequest().setMessage(text));

export const tooLarge = (): Status => {
  const details = new MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
  return packed(Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
};

export const deleted = (stream: string): Status =>
  packed(Code.NOT_FOUND, 'StreamDeleted', new StreamDeleted().setStreamIdentifier(identifier(stream)));

export const accessDenied = (): Status => packed(Code.PERMISSION_DENIED, 'AccessDenied', new AccessDenied());

/** During an election. The client has no name for it: `UnknownError: Could not recognize Server Is Not Ready`. */
export const notReady = (): Status =>
  new Status().setCode(Code.UNAVAILABLE).setMessage('Server Is Not Ready').setDetails(any(new Empty(), 'Empty'));

export function wrongExpectedVersion(current: CurrentRevision, expected: Expected): Status {
  const details = new WrongExpectedVersion();
  if (current === 'no_stream') details.setCurrentNoStream(new Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new Empty());
  else details.setExpectedStreamPosition(String(expected));
  return packed(Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
}

interface Serializable {
  serializeBinary(): Uint8Array;
}

function packed(code: Code, name: string, details: Serializable): Status {
  return new Status()
    .setCode(code)
    .setMessage(name)
    .setDetails(any(details, `event_store.client.${name}`));
}

function any(details: Serializable, typeName: string): Any {
  const message = new Any();
  message.pack(details.serializeBinary(), typeName);
  return message;
}

function addressed({ correlation, stream }: Addressee): BatchAppendResp {
  return new BatchAppendResp().setCorrelationId(correlation).setStreamIdentifier(identifier(stream));
}
