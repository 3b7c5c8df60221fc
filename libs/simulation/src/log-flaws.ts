import type { Outcome, Page, Position, QueuedAppend, RecordedEvent } from '@app/event-store';
import { LogServer, type StoredEvent } from './log-server';

/** Answers as if it had waited for the disk, and has not: a crash takes what is younger than a second. */
export class UnsyncedLog extends LogServer {
  private readonly storedAt = new Map<StoredEvent, number>();

  protected override store(events: readonly StoredEvent[]): void {
    for (const event of events) this.storedAt.set(event, this.nature.time.now);
    super.store(events);
  }

  protected override forget(): void {
    super.forget();
    const since = this.nature.time.now - 1_000;
    this.log = this.log.filter((event) => (this.storedAt.get(event) ?? 0) <= since);
  }
}

/** Does not ask where a stream stands. */
export class UnguardedLog extends LogServer {
  protected override mayFollow({ events }: QueuedAppend): boolean {
    return this.log.every(({ id }) => id !== events[0]?.id);
  }

  protected override repeated({ events }: QueuedAppend): Outcome | undefined {
    const end = this.log.find(({ id }) => id === events.at(-1)?.id);
    return end && { accepted: true, revision: end.revision, position: end.position };
  }
}

/** Keeps only the first part of an append that a crash interrupts. */
export class TearingLog extends LogServer {
  protected override forget(): void {
    this.inHand = this.inHand?.slice(0, 1);
    super.forget();
  }
}

/** Ends its pages wherever they are full, in the midst of an append too. */
export class SplittingLog extends LogServer {
  override page(after: Position | undefined, limit: number): Page {
    const behind = this.events.slice(Number(after ?? 0n));
    const events = behind.slice(0, this.nature.chance.between(1, limit));
    return { events, next: events.at(-1)?.position ?? after, atEnd: events.length === behind.length };
  }
}

/** Takes every repeat for something new, and does not tell the write path whose events they are. */
export class ForgetfulLog extends LogServer {
  protected override repeated(): undefined {
    return undefined;
  }

  override read(stream: string, upTo: bigint | undefined): RecordedEvent[] {
    return super.read(stream, upTo).map((event) => {
      const metadata = { ...event.metadata, commandId: event.id };
      return { ...event, metadata };
    });
  }
}

/** Gives out positions at once and commits when each append is ready. */
abstract class ConcurrentLog extends LogServer {
  protected pending: StoredEvent[] = [];

  protected override present(stream: string): readonly StoredEvent[] {
    return [...super.present(stream), ...this.pending.filter((event) => event.stream === stream)];
  }

  protected override get nextPosition(): bigint {
    return BigInt(this.log.length + this.pending.length + 1);
  }

  protected commitLater(events: readonly StoredEvent[], then: () => void): void {
    this.pending.push(...events);
    this.nature.time.after(this.diskMs() * 3, () => {
      if (events.some((event) => !this.pending.includes(event))) return;
      this.pending = this.pending.filter((event) => !events.includes(event));
      this.store(events);
      then();
    });
  }
}

/** Answers before it has committed; a crash between the two takes what was acknowledged. */
export class HastyLog extends ConcurrentLog {
  override append(appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> {
    const { outcomes, added } = this.judge(appends);
    this.commitLater(added, () => undefined);
    return Promise.resolve(outcomes);
  }

  protected override store(events: readonly StoredEvent[]): void {
    super.store(events);
    this.log.sort((one, other) => Number(one.position - other.position));
  }

  protected override forget(): void {
    super.forget();
    this.pending = [];
  }
}

/** Commits in any order, and its readers ask for what stands behind the last position they saw: an event that commits late is passed over. */
export class GappyLog extends ConcurrentLog {
  override append(appends: readonly QueuedAppend[]): Promise<readonly Outcome[]> {
    const { outcomes, added } = this.judge(appends);
    return new Promise((resolve) => this.commitLater(added, () => resolve(outcomes)));
  }

  override page(after: Position | undefined, limit: number): Page {
    const behind = this.events.filter(({ position }) => position > (after ?? 0n));
    const events = behind.slice(0, limit);
    return { events, next: events.at(-1)?.position ?? after, atEnd: events.length === behind.length };
  }

  protected override store(events: readonly StoredEvent[]): void {
    super.store(events);
    this.log.sort((one, other) => Number(one.position - other.position));
  }

  protected override forget(): void {
    super.forget();
    this.store(this.pending);
    this.pending = [];
  }
}
