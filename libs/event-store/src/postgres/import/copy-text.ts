import type { EncodedEvent } from '../../validate-append';

/** The table's columns in the order of the lines below. */
export const COPY_LOG = 'COPY log.events (position, stream, revision, id, type, data, metadata) FROM STDIN';

/** JSON has no raw tab or line break; a backslash must be doubled in COPY's text form. */
const escaped = (json: string): string => (json.includes('\\') ? json.replaceAll('\\', '\\\\') : json);

/** The end of an event's line, from its id on. */
export function copyTail({ id, type, data, metadata }: EncodedEvent): string {
  return `\t${id}\t${type}\t${escaped(data)}\t${escaped(metadata)}\n`;
}

/** The whole line. Names of streams hold nothing that COPY would take for its own. */
export function copyLine(position: bigint, stream: string, revision: bigint, tail: string): string {
  return `${position}\t${stream}\t${revision}${tail}`;
}
