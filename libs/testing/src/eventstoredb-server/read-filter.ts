import type { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import type { LogRecord } from './log-record';

export interface ReadFilter {
  matches(this: void, record: LogRecord): boolean;
  /** A checkpoint is due each time so many records were looked at. */
  readonly checkpointEvery: number;
}

/** The filter of a read of `$all`. Throws SyntaxError for a broken regular expression; a window of 0 is never answered. */
export function readFilter(options: ReadReq.Options): ReadFilter | undefined {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const onType = filter.hasEventType();
  const expression = filter.getEventType() ?? filter.getStreamIdentifier();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = expression?.getRegex() ? new RegExp(expression.getRegex(), 'u') : undefined;
  return {
    matches: (record) => {
      const text = onType ? record.type : record.stream;
      return pattern ? pattern.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
    },
    checkpointEvery: (filter.hasMax() ? filter.getMax() : 32) * Math.max(1, filter.getCheckpointintervalmultiplier()),
  };
}
