import type { LogRecord } from './log-record';

/**
 * The event ids seen lately: what `any` and `stream_exists` recognise a repeat by. Forgets the oldest, and everything at a restart:
 * then the same event is written a second time.
 */
export class RecentIds {
  private readonly records = new Map<string, LogRecord>();

  constructor(private readonly limit: number) {}

  add(record: LogRecord): void {
    this.records.delete(record.id);
    this.records.set(record.id, record);
    if (this.records.size <= this.limit) return;
    const [oldest] = this.records.keys();
    if (oldest !== undefined) this.records.delete(oldest);
  }

  find(id: string, stream: string): LogRecord | undefined {
    const record = this.records.get(id);
    return record?.stream === stream ? record : undefined;
  }

  forget(): void {
    this.records.clear();
  }
}
