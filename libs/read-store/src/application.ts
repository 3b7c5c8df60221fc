import type { RecordedEvent } from '@app/event-store';
import { EventFailed } from './errors';
import type { Collected, Handling } from './handling';
import { Operations } from './operations';
import type { Quarantine } from './quarantine';
import type { ReadModel } from './read-model';
import { blamesEvent } from './session';
import type { FoldedRows, TableStore } from './table-store';

/** Applies events of one projection within one transaction. */
export class Application {
  /** What the batch leaves for the stage. */
  private readonly left = new Set<string>();

  constructor(
    private readonly model: Pick<ReadModel, 'attempt' | 'leaveToStage'>,
    private readonly handling: Handling,
    private readonly tables: TableStore,
    private readonly quarantine: Quarantine,
  ) {}

  /** All at once, the last writes staged only; throws EventFailed when an event is poison, and then nothing may be kept. */
  async together(collected: Collected): Promise<void> {
    const free = await this.parkWaiting(collected.events);
    if (free.length === 0) return;
    const same = free.length === collected.events.length;
    await this.attempt(same ? collected : this.handling.collect(free), (operations) => this.tables.stage(operations));
  }

  /** Halves until a poison event stands alone: its partition is quarantined, everything else is applied. */
  async carefully(events: readonly RecordedEvent[]): Promise<void> {
    const free = await this.parkWaiting(this.handling.concerning(events));
    if (free.length === 0) return;
    try {
      await this.model.attempt(() =>
        this.attempt(this.handling.collect(free), (operations) => this.tables.write(operations)),
      );
    } catch (error) {
      const [first] = free;
      if (!(error instanceof EventFailed) || !first) throw error;
      if (free.length === 1) return this.quarantine.add(this.handling.partitionOf(first), first, error);
      const middle = free.length >> 1;
      await this.carefully(free.slice(0, middle));
      await this.carefully(free.slice(middle));
    }
  }

  /**
   * Leaves the stage what was touched. Once, behind everything else: groups are locked in one order by all who lock several, however the
   * events were cut up, so that the stage and a batch never wait for each other.
   */
  async leaveToStage(): Promise<void> {
    if (this.left.size > 0) await this.model.leaveToStage?.([...this.left]);
  }

  private async parkWaiting(events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
    const waiting: { partition: string; event: RecordedEvent }[] = [];
    const free = events.filter((event) => {
      const partition = this.handling.partitionOf(event);
      const held = this.quarantine.holds(partition, event.position);
      if (held) waiting.push({ partition, event });
      return !held;
    });
    await this.quarantine.park(waiting);
    return free;
  }

  private async attempt(
    { operations }: Collected,
    carryOut: (operations: Operations) => Promise<FoldedRows>,
  ): Promise<void> {
    const folded = await blaming('write', [], () => carryOut(operations));
    const { settle, across } = this.handling.projection;
    const groups = [...operations.groups].sort();
    if (!settle || groups.length === 0) return;
    await blaming('settle', groups, async () => {
      const settled = new Operations(this.handling.projection);
      await settle(groups, this.tables.settleContext(settled, folded));
      await carryOut(settled);
      const touched = [...settled.groups].sort();
      if (!across || touched.length === 0) return;
      if (this.model.leaveToStage) return touched.forEach((group) => void this.left.add(group));
      const crossed = new Operations(this.handling.projection);
      await across(touched, this.tables.settleContext(crossed));
      await carryOut(crossed);
    });
  }
}

/** A failure that an event is to blame for becomes EventFailed. */
export async function blaming<Result>(
  stage: EventFailed['stage'],
  groups: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw blamesEvent(error) ? new EventFailed(stage, groups, error) : error;
  }
}
