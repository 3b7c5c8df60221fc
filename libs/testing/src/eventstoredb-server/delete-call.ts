import type { sendUnaryData, ServerUnaryCall, ServiceError } from '@grpc/grpc-js';
import {
  type DeleteReq,
  DeleteResp,
  type TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb';
import type { Expected, WriteOutcome } from './log-record';
import { leaderFault, type ServerContext } from './server-context';
import { deleteRefused, handlerException, streamDeleted } from './status';
import { expectedOf, textOf } from './wire';

export type DeleteCall = ServerUnaryCall<DeleteReq, DeleteResp>;
export type TombstoneCall = ServerUnaryCall<TombstoneReq, TombstoneResp>;

/** streams.Delete: the stream reads as missing until it is appended to again. */
export async function deleteCall(
  call: DeleteCall,
  answer: sendUnaryData<DeleteResp>,
  context: ServerContext,
): Promise<void> {
  const remove = (stream: string, expected: Expected): WriteOutcome => context.log.delete(stream, expected);
  const result = await removal(call, remove, context);
  if (typeof result !== 'string') return answer(result);
  answer(null, new DeleteResp().setPosition(at(new DeleteResp.Position(), result)));
}

/** streams.Tombstone: final. */
export async function tombstoneCall(
  call: TombstoneCall,
  answer: sendUnaryData<TombstoneResp>,
  context: ServerContext,
): Promise<void> {
  const remove = (stream: string, expected: Expected): WriteOutcome => context.log.tombstone(stream, expected);
  const result = await removal(call, remove, context);
  if (typeof result !== 'string') return answer(result);
  answer(null, new TombstoneResp().setPosition(at(new TombstoneResp.Position(), result)));
}

/** The position of the removal, as text, or why it is refused. */
async function removal(
  call: DeleteCall | TombstoneCall,
  remove: (stream: string, expected: Expected) => WriteOutcome,
  context: ServerContext,
): Promise<string | ServiceError> {
  await context.faults.gate();
  const fault = leaderFault(call.metadata, context);
  if (fault) return fault;
  const options = call.request.getOptions();
  const stream = textOf(options?.getStreamIdentifier());
  const expected = expectedOf(options);
  if (stream === '' || expected === undefined) return handlerException();
  const outcome = remove(stream, expected);
  if (outcome.kind === 'written') return String(outcome.position);
  return outcome.kind === 'stream-deleted' ? streamDeleted(stream) : deleteRefused(stream, expected, outcome.current);
}

function at<P extends { setCommitPosition(value: string): P; setPreparePosition(value: string): P }>(
  message: P,
  position: string,
): P {
  return message.setCommitPosition(position).setPreparePosition(position);
}
