import { LAST_REVISION, type LogRecord } from './log-record';

/** What `$metadata` says that changes how a stream is read. */
export interface StreamLimits {
  readonly $tb?: number | bigint;
  readonly $maxCount?: number;
}

/** One stream. Revision n is the n-th record: a soft delete hides records, it removes none. */
export class MemoryStream {
  readonly records: LogRecord[] = [];
  tombstone: LogRecord | undefined;
  truncatedBefore = 0n;
  maxCount: bigint | undefined;

  get last(): bigint {
    return BigInt(this.records.length) - 1n;
  }

  get softDeleted(): boolean {
    return this.truncatedBefore === LAST_REVISION;
  }

  /** The first revision that can still be read. */
  get first(): bigint {
    const byCount = this.maxCount === undefined ? 0n : this.last + 1n - this.maxCount;
    return byCount > this.truncatedBefore ? byCount : this.truncatedBefore;
  }

  /** Whether a read finds the stream at all. */
  get readable(): boolean {
    return this.records.length > 0 && !this.softDeleted;
  }

  at(revision: bigint): LogRecord | undefined {
    return revision >= this.first && revision <= this.last ? this.records[Number(revision)] : undefined;
  }

  limit({ $tb, $maxCount }: StreamLimits): void {
    this.truncatedBefore = $tb === undefined ? 0n : BigInt($tb);
    this.maxCount = $maxCount === undefined ? undefined : BigInt($maxCount);
  }
}
