import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One request to the real server and what it answered. */
export interface RecordedStep {
  readonly call: string;
  readonly request: unknown;
  readonly response?: unknown;
}

export interface RecordedCase {
  readonly name: string;
  readonly why?: string;
  readonly prefix: string;
  readonly steps: readonly RecordedStep[];
}

export interface RecordedEventRequest {
  readonly id?: string;
  readonly type?: string;
  readonly contentType?: string;
  readonly data: string;
  readonly metadata: string;
}

/** So many events with ascending ids, data and metadata together `bytesEach` long. */
export interface ManyEvents {
  readonly count: number;
  readonly firstId: string;
  readonly bytesEach: number;
}

export type RecordedExpected = number | 'no_stream' | 'stream_exists' | 'any';

export interface AppendRequest {
  readonly stream: string;
  readonly expected?: RecordedExpected;
  readonly events?: readonly RecordedEventRequest[] | ManyEvents;
}

export interface BatchRequest extends AppendRequest {
  readonly correlation: string;
  readonly chunks?: readonly (readonly RecordedEventRequest[])[];
}

export interface RecordedFilter {
  readonly on?: 'type';
  readonly prefix?: readonly string[];
  readonly regex?: string;
  readonly max?: number;
  readonly every?: number;
}

export interface ReadRequest {
  readonly as?: string;
  readonly stream?: string;
  /** `start`, `end`, a revision, a position's symbol, or two symbols. */
  readonly from?: number | string | { readonly commit: string; readonly prepare: string };
  readonly backwards?: boolean;
  readonly count?: number;
  readonly compat?: number;
  readonly uuid?: 'structured' | 'none';
  readonly deadlineMs?: number;
  readonly filter?: RecordedFilter;
}

/** Every case that was recorded of a real EventStoreDB 23.10.6. */
export function recordedCases(): readonly RecordedCase[] {
  const file = join(__dirname, '../../../../../test/fixtures/eventstoredb/eventstoredb_23.10_recordings.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: RecordedCase[] }).cases;
}
