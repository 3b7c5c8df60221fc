import {
  BadRequest,
  MaximumAppendSizeExceeded,
  StreamDeleted,
  Timeout,
  WrongExpectedVersion,
} from '@eventstore/db-client/generated/shared_pb';
import type { AppendResp, BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { type ServiceError, status } from '@grpc/grpc-js';
import { uuidText } from '../proposed-event';
import { textOf } from '../wire';

/** A position as it came, to be compared with a symbol of the recording. */
export class At {
  constructor(readonly position: bigint) {}
}

/** An error as recorded: what a client can tell it by. The server's texts do not carry over. */
export function errorAnswer(error: ServiceError): object {
  const names = ['exception', 'stream-name', 'expected-version', 'actual-version', 'maximum-append-size'];
  const metadata: Record<string, string> = {};
  for (const name of [...names, 'required-metadata-properties']) {
    const [value] = error.metadata?.get(name) ?? [];
    if (value !== undefined) metadata[name] = String(value);
  }
  return { grpcStatus: { code: error.code, name: status[error.code], metadata } };
}

export function appendAnswer(response: AppendResp): object {
  const success = response.getSuccess();
  if (success) {
    const position = at(success.getPosition()?.getCommitPosition());
    return {
      success: { currentRevision: success.hasNoStream() ? 'no_stream' : success.getCurrentRevision(), position },
    };
  }
  const wrong = response.getWrongExpectedVersion();
  const current = wrong?.hasCurrentRevision() ? wrong.getCurrentRevision() : 'no_stream';
  return { wrongExpectedVersion: { current, expected: expectedText(wrong) } };
}

function expectedText(wrong: AppendResp.WrongExpectedVersion | undefined): string | undefined {
  if (wrong?.hasExpectedAny()) return 'any';
  if (wrong?.hasExpectedNoStream()) return 'no_stream';
  return wrong?.hasExpectedStreamExists() ? 'stream_exists' : wrong?.getExpectedRevision();
}

export function batchAnswer(response: BatchAppendResp): object {
  const success = response.getSuccess();
  return {
    correlation: uuidText(response.getCorrelationId()),
    stream: textOf(response.getStreamIdentifier()),
    expected: 'not set',
    ...(success ? { success: successOf(success) } : { error: batchError(response) }),
  };
}

function successOf(success: BatchAppendResp.Success): object {
  const currentRevision = success.hasNoStream() ? 'no_stream' : success.getCurrentRevision();
  return { currentRevision, position: at(success.getPosition()?.getCommitPosition()) };
}

const DETAILS: Readonly<Record<string, (bytes: Uint8Array) => object>> = {
  WrongExpectedVersion: (bytes) => WrongExpectedVersion.deserializeBinary(bytes).toObject(),
  StreamDeleted: (bytes) => StreamDeleted.deserializeBinary(bytes).toObject(),
  Timeout: (bytes) => Timeout.deserializeBinary(bytes).toObject(),
  BadRequest: (bytes) => BadRequest.deserializeBinary(bytes).toObject(),
  MaximumAppendSizeExceeded: (bytes) => MaximumAppendSizeExceeded.deserializeBinary(bytes).toObject(),
};

function batchError(response: BatchAppendResp): object {
  const error = response.getError();
  const details = error?.getDetails();
  const code = error?.getCode() ?? 0;
  const decode = DETAILS[details?.getTypeName().replace('event_store.client.', '') ?? ''];
  return {
    code: Number(code),
    name: status[code],
    message: error?.getMessage(),
    detailsType: details?.getTypeUrl(),
    details: withoutUndefined(decode?.(details?.getValue_asU8() ?? new Uint8Array()) ?? {}),
  };
}

export function readAnswer(message: ReadResp): object {
  const event = message.getEvent();
  if (event) return { event: recordOf(event.getEvent()), position: at(event.getCommitPosition()) };
  if (message.hasStreamNotFound()) {
    return { streamNotFound: textOf(message.getStreamNotFound()?.getStreamIdentifier()) };
  }
  if (message.hasConfirmation()) return { confirmation: '<subscription id>' };
  if (message.hasCheckpoint()) return { checkpoints: 1 };
  if (message.hasCaughtUp()) return { caughtUp: {} };
  return message.hasLastStreamPosition() ? { lastStreamPosition: message.getLastStreamPosition() } : { unknown: true };
}

function recordOf(record: ReadResp.ReadEvent.RecordedEvent | undefined): object | undefined {
  if (!record) return undefined;
  const properties = record.getMetadataMap();
  return {
    id: uuidText(record.getId()),
    stream: textOf(record.getStreamIdentifier()),
    revision: record.getStreamRevision(),
    position: at(record.getCommitPosition()),
    metadata: { 'content-type': properties.get('content-type'), type: properties.get('type') },
    custom: Buffer.from(record.getCustomMetadata_asU8()).toString('utf8'),
    data: Buffer.from(record.getData_asU8()).toString('utf8'),
  };
}

export function at(position: string | undefined): At {
  return new At(BigInt(position ?? '0'));
}

function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
