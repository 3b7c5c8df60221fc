import type { EventRegistry, RecordedEvent } from '@app/event-store';
import type { QueryRunner } from 'typeorm';
import { EventFailed } from '../errors';
import type { Generation } from '../generations';
import { Handling } from '../handling';
import { Operations } from '../operations';
import type { AnyProjection } from '../projection';
import { PostgresReadModel } from '../postgres-read-model';
import { Quarantine } from '../quarantine';
import { sessionOf } from '../session';
import { GroupStore } from './group-store';
import { LoadTable } from './load-table';
import { RowCache } from './row-cache';
import { weightOf } from './weight';

/** An event that concerns the projection, and what its handler wants or why it failed. */
interface Handled {
  readonly event: RecordedEvent;
  readonly partition: string;
  readonly operations: Operations;
  readonly failure: EventFailed | undefined;
}

/** Folds the log into the fresh tables of one generation, through the projection's ordinary handlers. */
export class Loader {
  private readonly tables: ReadonlyMap<string, LoadTable>;
  /** The rows in hand, and what is known of those put away. */
  readonly cache: RowCache;
  private readonly quarantine: Quarantine;
  private readonly groups: GroupStore;
  private readonly handling: Handling;

  constructor(
    connection: QueryRunner,
    private readonly projection: AnyProjection,
    generation: Generation,
    registry: EventRegistry,
    cacheWeight: number,
  ) {
    const session = sessionOf(connection);
    this.tables = LoadTable.of(connection, projection, generation.generation);
    this.cache = new RowCache(this.tables, cacheWeight);
    this.quarantine = new Quarantine(new PostgresReadModel(session, projection, generation), []);
    this.groups = new GroupStore(session, generation);
    this.handling = new Handling(projection, registry);
  }

  /** Empty tables; what an earlier attempt left is gone. */
  async begin(): Promise<void> {
    for (const table of this.tables.values()) await table.createAnew();
  }

  /** The next events of the log, whole appends. Throws EventFailed when the tables refuse rows: whose fault, nobody knows here. */
  async feed(events: readonly RecordedEvent[]): Promise<void> {
    const handled = this.handling.concerning(events).map((event) => this.handle(event));
    await this.cache.fetch(handled.map(({ operations }) => operations));
    let waiting: { partition: string; event: RecordedEvent }[] = [];
    for (const one of handled) {
      if (this.quarantine.holds(one.partition, one.event.position)) waiting.push(one);
      else await this.quarantined(one, this.applied(one));
      if (waiting.length < 1000) continue;
      await this.quarantine.park(waiting);
      waiting = [];
    }
    await this.quarantine.park(waiting);
    await this.cache.relieve();
    await this.groups.relieve();
  }

  /** Taken up again behind the loading: the tables are complete, but nobody knows what they hold. */
  takeUp(): void {
    for (const table of this.tables.values()) table.isKeyed();
    this.cache.expectAnything();
  }

  /** Every row is in its table, the tables have their keys, the touched groups are on record; answers how many groups there are. */
  async end(): Promise<number> {
    await this.cache.empty();
    for (const table of this.tables.values()) await table.finish();
    return this.groups.store();
  }

  private handle(event: RecordedEvent): Handled {
    const operations = new Operations(this.projection);
    const partition = this.handling.partitionOf(event);
    try {
      this.handling.handle(event, operations);
      return { event, partition, operations, failure: undefined };
    } catch (error) {
      if (!(error instanceof EventFailed)) throw error;
      return { event, partition, operations: new Operations(this.projection), failure: error };
    }
  }

  /** Undefined when the event's rows are in hand, else why none of them is. */
  private applied({ event, operations, failure }: Handled): EventFailed | undefined {
    if (failure) return failure;
    try {
      this.cache.apply(operations, weightOf(event.data));
      for (const group of operations.groups) this.groups.add(group);
      return undefined;
    } catch (error) {
      return new EventFailed('write', [], error);
    }
  }

  private async quarantined({ event, partition }: Handled, failure: EventFailed | undefined): Promise<void> {
    if (failure) await this.quarantine.add(partition, event, failure);
  }
}
