/** A record as the server keeps it. */
export interface LogRecord {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  /** Commit and prepare position: one number, as for every event a real server writes. */
  readonly position: bigint;
  readonly type: string;
  readonly contentType: string;
  /** Unix time in ticks of 100 ns. */
  readonly created: bigint;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as a client proposes it. */
export type ProposedEvent = Pick<LogRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Expected = bigint | 'no_stream' | 'stream_exists' | 'any';
export type CurrentRevision = bigint | 'no_stream';

/** What the server answers to an append or a delete. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly revision: CurrentRevision; readonly position: bigint }
  | { readonly kind: 'wrong-expected-version'; readonly current: CurrentRevision }
  | { readonly kind: 'stream-deleted' };

/** The revision of a tombstone, and the `$tb` of a soft-deleted stream: the largest signed 64-bit number. */
export const LAST_REVISION = 9223372036854775807n;

/** The stream that holds the metadata of another. */
export const metaStreamOf = (stream: string): string => `$$${stream}`;
