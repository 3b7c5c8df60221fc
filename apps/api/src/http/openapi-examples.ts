import recorded from './openapi-examples.json';

/** One operation as it was used: what was sent, where it takes a body, and what it answered. */
export interface OperationExample {
  readonly body?: unknown;
  readonly answer?: unknown;
}

/** By method and address; from a run of all operations, which `npm run openapi -- --examples` puts on record. */
export const examples: Readonly<Record<string, OperationExample>> = recorded;
