import type { Position, RecordedEvent } from '@app/event-store';

/** So many requests are named in one line, some 4 kB of it. The nation at its busiest writes 16 times a second: 32 between two signs of life. */
const MOST_NAMED = 100;

/** What a line says of what was applied: how much, up to where in the log, and which requests set it off. */
export interface Trace {
  readonly applied: number;
  readonly through: string;
  readonly correlationIds: readonly string[];
  /** Events of further requests, when there were too many to be named: their ids stand in the log, up to `through`. */
  readonly unnamed: number;
}

/** Leads from requests to a read model that shows what they did: gathers their correlation ids, which stand in the events, until they are told. */
export class Trail {
  private applied = 0;
  private unnamed = 0;
  private through: Position | undefined;
  private readonly named = new Set<string>();

  /** These were applied. */
  add(events: readonly RecordedEvent[]): void {
    for (const { metadata } of events) this.name(metadata.correlationId);
    this.applied += events.length;
    this.through = events.at(-1)?.position ?? this.through;
  }

  /** What was applied since it was last taken; undefined: nothing. */
  take(): Trace | undefined {
    const { applied, through, unnamed } = this;
    if (applied === 0 || through === undefined) return undefined;
    const trace = { applied, through: through.toString(), correlationIds: [...this.named], unnamed };
    [this.applied, this.unnamed] = [0, 0];
    this.named.clear();
    return trace;
  }

  private name(correlationId: string): void {
    if (this.named.has(correlationId)) return;
    if (this.named.size < MOST_NAMED) this.named.add(correlationId);
    else this.unnamed += 1;
  }
}
