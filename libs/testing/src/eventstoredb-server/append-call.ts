import { type sendUnaryData, type ServerReadableStream, status } from '@grpc/grpc-js';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { type AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import type { Expected, ProposedEvent, WriteOutcome } from './log-record';
import { type EventFault, proposedEvent } from './proposed-event';
import { leaderFault, type ServerContext } from './server-context';
import { isTooLarge } from './size';
import {
  appendTooLarge,
  asServiceError,
  handlerException,
  missingProperty,
  serviceError,
  streamDeleted,
} from './status';
import { expectedOf, textOf } from './wire';

export type AppendCall = ServerReadableStream<AppendReq, AppendResp>;

/** streams.Append: one append in one call, the first message naming stream and expectation. */
export async function appendCall(
  call: AppendCall,
  answer: sendUnaryData<AppendResp>,
  context: ServerContext,
): Promise<void> {
  try {
    const requests = await received(call);
    await context.faults.gate();
    const outcome = append(requests, call, context);
    if (context.faults.take('dropAcknowledgements')) return;
    answer(null, response(outcome.result, outcome.expected));
  } catch (error) {
    answer(asServiceError(error));
  }
}

async function received(call: AppendCall): Promise<AppendReq[]> {
  const requests: AppendReq[] = [];
  for await (const request of call) requests.push(request as AppendReq);
  return requests;
}

function append(requests: readonly AppendReq[], call: AppendCall, context: ServerContext) {
  const fault = leaderFault(call.metadata, context);
  if (fault) throw fault;
  const options = requests.find((request) => request.hasOptions())?.getOptions();
  const stream = textOf(options?.getStreamIdentifier());
  const events = requests.flatMap((request) => eventIn(request));
  const expected = expectedOf(options);
  if (expected === undefined) throw expectationMissing();
  if (stream === '') throw handlerException();
  if (isTooLarge(events, context.behaviour)) throw appendTooLarge();
  const result = context.log.append(stream, expected, events);
  if (result.kind === 'stream-deleted') throw streamDeleted(stream);
  return { result, expected };
}

function eventIn(request: AppendReq): ProposedEvent[] {
  const message = request.getProposedMessage();
  if (!message) return [];
  const event = proposedEvent(message);
  if (typeof event === 'string') throw refusal(event);
  return [event];
}

function refusal(fault: EventFault): Error {
  if (fault === 'no-type') return missingProperty('type');
  return fault === 'no-content-type' ? missingProperty('content-type') : handlerException();
}

function expectationMissing(): Error {
  const text = 'EventStore.Client.Streams.AppendReq+Types+Options+ExpectedStreamRevisionOneofCase';
  return serviceError(status.INVALID_ARGUMENT, `'None' is not a valid ${text}`);
}

function response(outcome: WriteOutcome, expected: Expected): AppendResp {
  if (outcome.kind === 'written') return new AppendResp().setSuccess(success(outcome));
  const wrong = new AppendResp.WrongExpectedVersion();
  const current = outcome.kind === 'wrong-expected-version' ? outcome.current : 'no_stream';
  if (current === 'no_stream') wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedRevision(String(expected));
  return new AppendResp().setWrongExpectedVersion(wrong);
}

function success({ revision, position }: Extract<WriteOutcome, { kind: 'written' }>): AppendResp.Success {
  const at = new AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position));
  const answer = new AppendResp.Success().setPosition(at);
  return revision === 'no_stream' ? answer.setNoStream(new Empty()) : answer.setCurrentRevision(String(revision));
}
