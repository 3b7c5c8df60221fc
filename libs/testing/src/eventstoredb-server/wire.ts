import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb';
import type { Expected } from './log-record';

/** A stream's name travels as bytes. */
export function textOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

/** The four ways to say which revision is expected, named alike in every kind of write. */
interface ExpectedOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

interface ExactRevision {
  hasRevision(): boolean;
  getRevision(): string;
}

/** Batch append calls the revision a position. */
interface ExactPosition {
  hasStreamPosition(): boolean;
  getStreamPosition(): string;
}

/** The expected revision; undefined when the request does not say. */
export function expectedOf(
  options: (ExpectedOptions & (ExactRevision | ExactPosition)) | undefined,
): Expected | undefined {
  if (options && 'hasRevision' in options && options.hasRevision()) return BigInt(options.getRevision());
  if (options && 'hasStreamPosition' in options && options.hasStreamPosition()) {
    return BigInt(options.getStreamPosition());
  }
  if (options?.hasNoStream()) return 'no_stream';
  if (options?.hasAny()) return 'any';
  return options?.hasStreamExists() ? 'stream_exists' : undefined;
}
