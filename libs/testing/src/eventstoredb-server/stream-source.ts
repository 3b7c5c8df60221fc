import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { eventMessage, type UuidForm } from './read-response';
import type { ServerContext } from './server-context';
import { streamDeleted } from './status';
import type { Source } from './subscription';

/** One stream behind a revision; a tombstone is its last event and its end. */
export function streamSource(options: ReadReq.Options, name: string, form: UuidForm, context: ServerContext): Source {
  const { log, behaviour } = context;
  const where = options.getStream();
  const stream = () => log.stream(name);
  let at = where?.hasEnd() ? stream().last + 1n : where?.hasStart() ? 0n : BigInt(where?.getRevision() ?? 0) + 1n;
  let buried = false;
  return {
    next: () => {
      const { first, tombstone, softDeleted } = stream();
      if (at < first && !softDeleted) at = first;
      const record = stream().at(at);
      if (record) at += 1n;
      if (record) return eventMessage(record, form);
      if (!tombstone || buried) return undefined;
      buried = true;
      return eventMessage(tombstone, form);
    },
    backlog: () => Number(stream().last + 1n - at),
    readyForCaughtUp: () => behaviour.missingStreamIsCaughtUp || stream().readable,
    ended: () => (buried ? streamDeleted(name) : undefined),
  };
}
