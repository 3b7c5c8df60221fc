import { status } from '@grpc/grpc-js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { ServerContext } from './server-context';
import { handlerException, serviceError } from './status';

/** The index a read of `$all` starts from, or that it finds nothing. */
export function startOfAll(options: ReadReq.Options, context: ServerContext, filtered: boolean): number | 'nowhere' {
  const { log, behaviour } = context;
  const all = options.getAll();
  if (all?.hasStart()) return 0;
  if (!all?.hasPosition()) return log.visible;
  const commit = BigInt(all.getPosition()?.getCommitPosition() ?? 0);
  const prepare = BigInt(all.getPosition()?.getPreparePosition() ?? 0);
  if (prepare > commit) throw handlerException();
  if (!log.isInsideRecord(commit)) return log.indexFrom(commit);
  if (behaviour.namesBadRequests) {
    throw serviceError(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
  }
  if (filtered) return 'nowhere';
  throw serviceError(status.UNKNOWN, 'Unexpected ReadAllResult: Error');
}
