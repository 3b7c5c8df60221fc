import { type DomainEvent } from '@app/kernel';
import type { EventRegistry, Recorded, RecordedEvent } from '@app/event-store';
import { EventFailed } from './errors';
import { Operations } from './operations';
import { type AnyProjection, categoryOf, type ProjectionWriter } from './projection';
import type { Quarantine } from './quarantine';
import { blamesEvent, savepoint, type Session } from './session';
import { type TableStore } from './table-store';

type Handler = (event: Recorded<DomainEvent>, write: ProjectionWriter<string>) => void;

/** Applies events of one projection within one transaction. */
export class Application {
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly session: Session,
    private readonly projection: AnyProjection,
    private readonly registry: EventRegistry,
    private readonly tables: TableStore,
    private readonly quarantine: Quarantine,
  ) {
    this.known = new Set(registry.types);
  }

  /** All events at once; throws EventFailed when one of them is poison, and then nothing may be kept. */
  async together(events: readonly RecordedEvent[]): Promise<void> {
    const free = await this.parkWaiting(events.filter((event) => this.concerns(event)));
    if (free.length > 0) await this.attempt(free);
  }

  /** Halves until a poison event stands alone: its partition is quarantined, everything else is applied. */
  async carefully(events: readonly RecordedEvent[]): Promise<void> {
    const free = await this.parkWaiting(events.filter((event) => this.concerns(event)));
    if (free.length === 0) return;
    try {
      await savepoint(this.session, () => this.attempt(free));
    } catch (error) {
      const [first] = free;
      if (!(error instanceof EventFailed) || !first) throw error;
      if (free.length === 1) return this.quarantine.add(this.partitionOf(first), first, error);
      const middle = free.length >> 1;
      await this.carefully(free.slice(0, middle));
      await this.carefully(free.slice(middle));
    }
  }

  /** Types it handles, and types that nobody knows in the streams it reads: those are poison, never passed over. */
  private concerns({ type, stream }: RecordedEvent): boolean {
    if (Object.hasOwn(this.projection.on, type)) return true;
    return !this.known.has(type) && this.projection.categories.includes(categoryOf(stream));
  }

  private async parkWaiting(events: readonly RecordedEvent[]): Promise<RecordedEvent[]> {
    const waiting: { partition: string; event: RecordedEvent }[] = [];
    const free = events.filter((event) => {
      const partition = this.partitionOf(event);
      const held = this.quarantine.holds(partition, event.position);
      if (held) waiting.push({ partition, event });
      return !held;
    });
    await this.quarantine.park(waiting);
    return free;
  }

  /** Its own stream when the projection cannot say: a partition always exists. */
  private partitionOf(event: RecordedEvent): string {
    try {
      return this.projection.partition(event);
    } catch {
      return event.stream;
    }
  }

  private async attempt(events: readonly RecordedEvent[]): Promise<void> {
    const operations = new Operations(this.projection);
    for (const event of events) this.handle(event, operations);
    await blaming('write', [], () => this.tables.write(operations));
    const settle = this.projection.settle;
    const groups = [...operations.groups].sort();
    if (!settle || groups.length === 0) return;
    await blaming('settle', groups, async () => {
      const settled = new Operations(this.projection);
      await settle(groups, this.tables.settleContext(settled));
      await this.tables.write(settled);
    });
  }

  private handle(event: RecordedEvent, operations: Operations): void {
    const decoded = blamingNow('decode', () => this.registry.decode(event));
    const handler = this.projection.on[event.type] as Handler;
    blamingNow('handle', () => handler(decoded, operations));
  }
}

async function blaming(
  stage: EventFailed['stage'],
  groups: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw blamesEvent(error) ? new EventFailed(stage, groups, error) : error;
  }
}

function blamingNow<Result>(stage: EventFailed['stage'], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new EventFailed(stage, [], error);
  }
}
