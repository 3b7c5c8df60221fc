import type { RecordedEvent } from '@app/event-store';
import type { EventFailed } from './errors';
import type { HeldPartition, ReadModel, Waiting } from './read-model';

/** The partitions of one generation that stand still, as known inside one transaction. */
export class Quarantine {
  private readonly since = new Map<string, Omit<HeldPartition, 'partition'>>();

  /** `held`: what stands still now, as read with the checkpoint held. */
  constructor(
    private readonly model: Pick<ReadModel, 'hold' | 'park' | 'release'>,
    held: readonly HeldPartition[],
  ) {
    for (const { partition, ...since } of held) this.since.set(partition, since);
  }

  /** Whether any partition stands still. */
  get holdsAny(): boolean {
    return this.since.size > 0;
  }

  /** Whether an event of the partition at this position must wait. */
  holds(partition: string, position: bigint): boolean {
    const held = this.since.get(partition);
    return held !== undefined && position >= held.position;
  }

  /** From now on the partition stands still at this event. */
  async add(partition: string, event: RecordedEvent, failure: EventFailed): Promise<void> {
    const attempts = (this.since.get(partition)?.attempts ?? 0) + 1;
    this.since.set(partition, { position: event.position, attempts });
    await this.model.hold({ partition, event, failure, attempts });
  }

  /** Records that these events wait. */
  park(waiting: readonly Waiting[]): Promise<void> {
    return this.model.park(waiting);
  }

  /** Lets a partition go and answers the events that waited, in order. They are quarantined again if one fails again. */
  release(partition: string): ReturnType<ReadModel['release']> {
    const held = this.since.get(partition);
    // Later than any position: nothing waits any more, and the count of attempts is kept for a repeat.
    if (held) this.since.set(partition, { ...held, position: 2n ** 64n });
    return this.model.release(partition);
  }
}
