import type { CustomTypesConfig, QueryArrayConfig } from 'pg';
import type { EventMetadata, RecordedEvent } from '../recorded-event';

/** A row of log.events as text, in the order of COLUMNS. */
export type EventRow = [
  position: string,
  stream: string,
  revision: string,
  id: string,
  type: string,
  data: string,
  metadata: string,
];

export const COLUMNS = 'position, stream, revision, id, type, data, metadata';

/** Every value as the server writes it: a bigint must not become a number, and we parse JSON ourselves. */
const AS_TEXT: CustomTypesConfig = { getTypeParser: () => (text: string) => text };

/** A query whose rows come as arrays of text, whatever type parsers the process has set. */
export function textQuery(text: string, values: readonly unknown[] = [], name?: string): QueryArrayConfig {
  return { text, values: [...values], rowMode: 'array', types: AS_TEXT, ...(name === undefined ? {} : { name }) };
}

/** Its JSON is parsed when somebody asks for it: most readers pass over most events. */
export function recordedEvent([position, stream, revision, id, type, ...json]: EventRow): RecordedEvent {
  let [data, metadata]: (string | object)[] = json;
  return {
    id,
    stream,
    revision: BigInt(revision),
    position: BigInt(position),
    type,
    get data() {
      if (typeof data === 'string') data = JSON.parse(data) as object;
      return data as object;
    },
    get metadata() {
      if (typeof metadata === 'string') metadata = JSON.parse(metadata) as EventMetadata;
      return metadata as EventMetadata;
    },
  };
}
