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

/** Of a class of its own: getters of an object literal would be made anew for every event, which costs more than its JSON does. */
class LoggedEvent implements RecordedEvent {
  readonly revision: bigint;
  readonly position: bigint;
  #data: string | object;
  #metadata: string | EventMetadata;

  constructor(
    position: string,
    readonly stream: string,
    revision: string,
    readonly id: string,
    readonly type: string,
    data: string,
    metadata: string,
  ) {
    this.position = BigInt(position);
    this.revision = BigInt(revision);
    this.#data = data;
    this.#metadata = metadata;
  }

  get data(): object {
    return typeof this.#data === 'string' ? (this.#data = JSON.parse(this.#data) as object) : this.#data;
  }

  get metadata(): EventMetadata {
    return typeof this.#metadata === 'string'
      ? (this.#metadata = JSON.parse(this.#metadata) as EventMetadata)
      : this.#metadata;
  }
}

/** Its JSON is parsed when somebody asks for it: most readers pass over most events. */
export function recordedEvent(row: EventRow): RecordedEvent {
  return new LoggedEvent(...row);
}
