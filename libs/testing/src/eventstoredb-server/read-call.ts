import { type ServerWritableStream, status } from '@grpc/grpc-js';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './log-record';
import type { MemoryLog } from './memory-log';
import { readFilter } from './read-filter';
import { eventMessage, lastStreamPosition, streamNotFound, type UuidForm } from './read-response';
import type { ServerContext } from './server-context';
import { startOfAll } from './start-of-all';
import { accessDenied, asServiceError, handlerException, serviceError, streamDeleted } from './status';
import { subscribe } from './subscription';
import { textOf } from './wire';

export type ReadCall = ServerWritableStream<ReadReq, Buffer>;

/** streams.Read: a page of a stream or of `$all`, or a subscription to either. */
export async function readCall(call: ReadCall, context: ServerContext): Promise<void> {
  await context.faults.gate();
  if (context.faults.denyAccess) return fail(call, accessDenied());
  if (context.faults.take('failReads')) return fail(call, handlerException());
  const options = call.request.getOptions() ?? new ReadReq.Options();
  const uuid = options.getUuidOption();
  if (!uuid?.hasString() && !uuid?.hasStructured()) {
    // The older server leaves such a read without any answer.
    if (context.behaviour.namesBadRequests) fail(call, serviceError(status.INVALID_ARGUMENT, 'No uuid option'));
    return;
  }
  const form: UuidForm = uuid.hasStructured() ? 'structured' : 'string';
  try {
    if (options.getFilter()?.hasMax() && options.getFilter()?.getMax() === 0) return;
    if (options.hasSubscription()) subscribe(call, options, form, context);
    else await answer(call, read(options, form, context), context);
  } catch (error) {
    fail(call, asServiceError(error));
  }
}

export function fail(call: ReadCall, error: Error): void {
  if (!call.cancelled) call.emit('error', error);
}

/** Writes with back-pressure: a reader that pauses holds the server up, nothing is buffered without end. */
async function answer(call: ReadCall, messages: Iterable<Buffer>, { faults }: ServerContext): Promise<void> {
  for (const message of messages) {
    if (call.cancelled) return;
    if (!call.write(message)) await drained(call);
    if (faults.isFrozen) await faults.gate();
  }
  call.end();
}

function drained(call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.removeListener('drain', done);
      call.removeListener('cancelled', done);
      resolve();
    };
    call.on('drain', done);
    call.on('cancelled', done);
  });
}

function read(options: ReadReq.Options, form: UuidForm, context: ServerContext): Iterable<Buffer> {
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const limit = options.hasCount() ? Number(options.getCount()) : Number.MAX_SAFE_INTEGER;
  return options.hasAll()
    ? readAll(options, backwards, limit, form, context)
    : readStream(options, backwards, limit, form, context);
}

function* readStream(
  options: ReadReq.Options,
  backwards: boolean,
  limit: number,
  form: UuidForm,
  { log }: ServerContext,
): Iterable<Buffer> {
  const where = options.getStream();
  const name = textOf(where?.getStreamIdentifier());
  const stream = log.stream(name);
  if (stream.tombstone) throw streamDeleted(name);
  if (limit === 0 || (where?.hasEnd() && !backwards)) {
    throw serviceError(status.UNKNOWN, 'Unexpected ReadStreamResult: Error');
  }
  if (!stream.readable) {
    yield streamNotFound(name);
    return;
  }
  const start = where?.hasEnd() ? stream.last : where?.hasStart() ? 0n : BigInt(where?.getRevision() ?? 0);
  const step = backwards ? -1n : 1n;
  let at = backwards ? min(start, stream.last) : max(start, stream.first);
  for (let left = limit; left > 0; left -= 1, at += step) {
    const record = stream.at(at);
    if (!record) break;
    yield eventMessage(record, form);
  }
  if ((options.getControlOption()?.getCompatibility() ?? 0) >= 1) yield lastStreamPosition(stream.last);
}

function* readAll(
  options: ReadReq.Options,
  backwards: boolean,
  limit: number,
  form: UuidForm,
  context: ServerContext,
): Iterable<Buffer> {
  const { log } = context;
  const filter = readFilter(options);
  if (limit === 0) throw serviceError(status.UNKNOWN, 'Unexpected ReadAllResult: Error');
  const start = startOfAll(options, context, filter !== undefined);
  if (start === 'nowhere') return;
  const step = backwards ? -1 : 1;
  // Forwards a read includes the position it starts from, backwards it does not.
  let index = backwards ? Math.min(start, log.visible) - 1 : start;
  for (let left = limit; left > 0; index += step) {
    const record = visibleAt(log, index);
    if (!record) return;
    if (filter && !filter.matches(record)) continue;
    yield eventMessage(record, form);
    left -= 1;
  }
}

function visibleAt(log: MemoryLog, index: number): LogRecord | undefined {
  return index < log.visible ? log.records[index] : undefined;
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
