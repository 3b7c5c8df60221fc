import type { EventRegistry, RecordedEvent } from '@app/event-store';
import type { QueryRunner } from 'typeorm';
import { EventFailed } from '../errors';
import type { Generation } from '../generations';
import { Handling } from '../handling';
import type { Operations } from '../operations';
import type { AnyProjection } from '../projection';
import { PostgresReadModel } from '../postgres-read-model';
import { Quarantine } from '../quarantine';
import type { Waiting } from '../read-model';
import { sessionOf } from '../session';
import { GroupStore } from './group-store';
import { LoadTable } from './load-table';
import { RowCache } from './row-cache';

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
    projection: AnyProjection,
    generation: Generation,
    registry: EventRegistry,
    private readonly cacheWeight: number,
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
    await this.fold(this.handling.concerning(events));
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

  /** What was begun in the background is over; how it ended was told, or is of no use any more. */
  rest(): Promise<void> {
    return this.cache.rest();
  }

  /** Those of partitions that go on. */
  private async parkWaiting(events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    if (!this.quarantine.holdsAny) return events;
    const waiting: Waiting[] = [];
    const free = events.filter((event) => {
      const partition = this.handling.partitionOf(event);
      const held = this.quarantine.holds(partition, event.position);
      if (held) waiting.push({ partition, event });
      return !held;
    });
    for (let from = 0; from < waiting.length; from += PARKED_TOGETHER) {
      await this.quarantine.park(waiting.slice(from, from + PARKED_TOGETHER));
    }
    return free;
  }

  /** One half after the other where all of them would read more rows than should be held at once. */
  private async fold(events: readonly RecordedEvent[]): Promise<void> {
    const free = await this.parkWaiting(events);
    if (await this.foldAtOnce(free)) {
      await this.cache.relieve();
      await this.groups.relieve();
      return;
    }
    const half = free.length >>> 1;
    await this.fold(free.slice(0, half));
    await this.fold(free.slice(half));
  }

  /** False, and nothing done, when they would read too many rows. When one is faulty each is looked at alone. */
  private async foldAtOnce(events: readonly RecordedEvent[]): Promise<boolean> {
    const wanted = unlessFaulty(() => this.handling.collect(events).operations);
    if (wanted instanceof EventFailed) {
      if (events.length > FAULTY_AT_ONCE) return false;
    } else {
      // What is read is held several times over as it comes in, and again as it leaves.
      const atMost = events.length > 1 ? this.cacheWeight / 2 : Infinity;
      if (!(await this.cache.fetch([wanted], atMost))) return false;
      if (!unlessFaulty(() => this.apply(wanted))) return true;
    }
    await this.foldOneByOne(events);
    return true;
  }

  /** The rows of all are read at once: those that are not faulty cost no more than together. */
  private async foldOneByOne(events: readonly RecordedEvent[]): Promise<void> {
    const each = events.map((event) => ({
      event,
      wanted: unlessFaulty(() => this.handling.collect([event]).operations),
    }));
    await this.cache.fetch(each.flatMap(({ wanted }) => (wanted instanceof EventFailed ? [] : [wanted])));
    for (const { event, wanted } of each) {
      if ((await this.parkWaiting([event])).length === 0) continue;
      const failure = wanted instanceof EventFailed ? wanted : unlessFaulty(() => this.apply(wanted));
      if (failure) await this.quarantine.add(this.handling.partitionOf(event), event, failure);
    }
  }

  /** All of them, or none; their rows are in hand. Throws EventFailed. */
  private apply(operations: Operations): void {
    try {
      this.cache.apply(operations);
    } catch (error) {
      throw new EventFailed('write', [], error);
    }
    for (const group of operations.touched) this.groups.add(group);
  }
}

const PARKED_TOGETHER = 1000;
/** Which rows these would read nobody knows before each was looked at. */
const FAULTY_AT_ONCE = 50;

function unlessFaulty<Result>(work: () => Result): Result | EventFailed {
  try {
    return work();
  } catch (error) {
    if (error instanceof EventFailed) return error;
    throw error;
  }
}
