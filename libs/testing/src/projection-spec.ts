import { accessEvents } from '@app/access';
import { assessmentEvents } from '@app/assessment';
import { caseworkEvents } from '@app/casework';
import { ensureLogIdentity, EventRegistry, logEvents, type Position } from '@app/event-store';
import { type DomainEvent, type Instant, ManualClock } from '@app/kernel';
import { calendarEvents, periodEvents } from '@app/period';
import { appDataSource } from '@app/postgres';
import { openingEvents, publicationEvents } from '@app/publication';
import {
  type AnyProjection,
  applyBatch,
  type ApplyScope,
  createBookkeeping,
  ensureGeneration,
  type Generation,
  PostgresReadModel,
  type Row,
  type Session,
  sessionOf,
} from '@app/read-store';
import { surveyEvents } from '@app/survey';
import { blockEvents, officialCodeEvents, unitEvents } from '@app/unit';
import type { DataSource } from 'typeorm';
import { InMemoryEventStore } from './in-memory-event-store';
import { type TestDatabase, testDatabase } from './test-database';

/** What an EventRegistry is made of. */
type AnyEventSchema = ConstructorParameters<typeof EventRegistry>[0][number];

/** An event as a history names it: what happened, and in which stream. */
export interface HistoryEvent extends DomainEvent {
  readonly stream: string;
  readonly recordedAt?: Instant;
}

/** An event of a history: `inStream('block-so', blockDefined.of(…))`. */
export function inStream(stream: string, event: DomainEvent, recordedAt?: Instant): HistoryEvent {
  return { stream, type: event.type, data: event.data, ...(recordedAt && { recordedAt }) };
}

/** Every event type that a unit's year, a projection or an account is told by. */
export const everySchema: readonly AnyEventSchema[] = [
  ...logEvents,
  ...accessEvents,
  ...unitEvents,
  ...officialCodeEvents,
  ...blockEvents,
  ...periodEvents,
  ...calendarEvents,
  ...assessmentEvents,
  ...surveyEvents,
  ...caseworkEvents,
  ...openingEvents,
  ...publicationEvents,
];

const NEWEST: ReadonlyMap<string, number> = new Map(everySchema.map(({ type, version }) => [type, version]));

/** A log holding a history, with the ids `…000000000001`, `…2` in order; its identity is position 1. */
export async function logOf(
  history: readonly HistoryEvent[],
  store = new InMemoryEventStore(),
): Promise<InMemoryEventStore> {
  await identityOf(store);
  for (const event of history) await appendTo(store, event);
  return store;
}

async function identityOf(store: InMemoryEventStore): Promise<string> {
  return (await ensureLogIdentity(store, new ManualClock('2024-01-01T00:00:00.000Z'))).logId;
}

/** Adds one event to the end of its stream. */
export async function appendTo(
  store: InMemoryEventStore,
  { stream, type, data, recordedAt }: HistoryEvent,
): Promise<Position> {
  const number = ((await store.head()) ?? 0n) + 1n;
  const id = eventIdAt(number);
  let last: bigint | undefined;
  for await (const { revision } of store.read(stream)) last = revision;
  const who = { commandId: id, correlationId: id, causationId: id, actor: 'test', onBehalfOf: null, role: 'test' };
  const metadata = {
    ...who,
    schemaVersion: NEWEST.get(type) ?? 1,
    recordedAt: recordedAt ?? '2024-01-01T00:00:00.000Z',
    part: 1,
    parts: 1,
  };
  return (await store.append(stream, last ?? 'no-stream', [{ id, type, data, metadata }])).position;
}

/** The id of the event that `logOf` put at a position. */
export function eventIdAt(position: bigint | number): string {
  return `00000000-0000-4000-8000-${position.toString().padStart(12, '0')}`;
}

/** An ApplyScope and what it stands on. */
export interface LabScope extends ApplyScope {
  readonly session: Session;
  readonly generation: Generation;
}

function scopeOn(
  session: Session,
  projection: AnyProjection,
  generation: Generation,
  registry: EventRegistry,
): ApplyScope {
  return { model: new PostgresReadModel(session, projection, generation), projection, registry };
}

/** One projection on a database of its own, fed by hand. Close it. */
export class ProjectionLab {
  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
    private log: InMemoryEventStore,
    readonly scope: LabScope,
    private logId: string,
    private readonly release: () => Promise<void>,
  ) {}

  static async open(
    projection: AnyProjection,
    store: InMemoryEventStore,
    schemas: readonly AnyEventSchema[] = everySchema,
  ): Promise<ProjectionLab> {
    const database = await testDatabase();
    const dataSource = await appDataSource(database.appUrl).initialize();
    const connection = dataSource.createQueryRunner();
    const session = sessionOf(connection);
    await createBookkeeping(session);
    const generation = await ensureGeneration(session, projection);
    const registry = new EventRegistry(schemas);
    const scope = { ...scopeOn(session, projection, generation, registry), session, generation };
    return new ProjectionLab(database, dataSource, store, scope, await identityOf(store), () => connection.release());
  }

  /** The log whose events are applied. */
  get store(): InMemoryEventStore {
    return this.log;
  }

  /** Removes every row and begins with another log: a database of its own for each of a thousand logs is most of their price. */
  async beginWith(store: InMemoryEventStore): Promise<void> {
    await this.forget();
    this.log = store;
    this.logId = await identityOf(store);
  }

  /** The same scope over another connection. */
  over(session: Session): ApplyScope {
    const { projection, generation, registry } = this.scope;
    return scopeOn(session, projection, generation, registry);
  }

  /** Applies everything the log holds, in batches of about `batchSize()` events. */
  async catchUp(batchSize: number | (() => number) = 1000): Promise<void> {
    for (;;) {
      const after = (await this.scope.model.checkpoint())?.position;
      const page = await this.store.page(after, typeof batchSize === 'number' ? batchSize : batchSize());
      await applyBatch(this.scope, { logId: this.logId, events: page.events, after });
      if (page.atEnd) return;
    }
  }

  /** The statements, each of which waits for the one before, that it takes to apply what the log holds beyond the checkpoint as one batch. */
  async statementsOfOneBatch(): Promise<readonly string[]> {
    const statements: string[] = [];
    const { session } = this.scope;
    const heard: Session = {
      query: (sql, parameters) => {
        statements.push(sql);
        return session.query(sql, parameters);
      },
    };
    const after = (await this.scope.model.checkpoint())?.position;
    const { events } = await this.store.page(after, 10_000);
    await applyBatch(this.over(heard), { logId: this.logId, events, after });
    return statements;
  }

  /** Puts the checkpoint back, as a restored backup of it would; undefined: to the beginning. The rows stay. */
  async rollBack(position: Position | undefined): Promise<void> {
    const event = position === undefined ? undefined : await this.store.eventAt(position);
    await this.scope.session.query('UPDATE read_model.checkpoint SET position = $1, event_id = $2', [
      event?.position.toString() ?? null,
      event?.id ?? null,
    ]);
  }

  /** Removes every row and begins again. */
  async forget(): Promise<void> {
    const { name, tables } = this.scope.projection;
    for (const table of Object.keys(tables)) {
      await this.scope.session.query(`DELETE FROM read_model.${name}_${table}`);
    }
    await this.rollBack(undefined);
  }

  /** The rows of a table as JSON, through the view, ordered by key. */
  async rows(table: string): Promise<Row[]> {
    const { name, tables } = this.scope.projection;
    const key = tables[table]?.key.map((column) => `"${column}"`).join(', ');
    const rows = await this.scope.session.query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM read_model.${name}_${table} t ORDER BY ${key}`,
    );
    return rows.map(({ row }) => row);
  }

  /** All rows of all tables. */
  async snapshot(): Promise<Record<string, Row[]>> {
    const all: Record<string, Row[]> = {};
    for (const table of Object.keys(this.scope.projection.tables)) all[table] = await this.rows(table);
    return all;
  }

  async close(): Promise<void> {
    await this.release();
    await this.dataSource.destroy();
    await this.database.drop();
  }
}

/** Given a history, the rows of a projection; on a real database, one per expectation. */
export function projectionSpec(projection: AnyProjection, schemas: readonly AnyEventSchema[] = everySchema) {
  return {
    given: (...history: readonly HistoryEvent[]) => new GivenHistory(projection, history, schemas),
  };
}

class GivenHistory {
  constructor(
    private readonly projection: AnyProjection,
    private readonly history: readonly HistoryEvent[],
    private readonly schemas: readonly AnyEventSchema[],
  ) {}

  /** The rows of one table after the history. */
  rows(table: string): Promise<Row[]> {
    return this.withLab(async (lab) => {
      await lab.catchUp();
      return lab.rows(table);
    });
  }

  /** The table holds exactly these rows, in key order; columns not named are not compared. */
  async thenRows(table: string, expected: readonly Row[]): Promise<void> {
    const rows = await this.rows(table);
    expect(rows).toMatchObject(expected);
    expect(rows).toHaveLength(expected.length);
  }

  /** Delivered again from the beginning, and from any point, the history gives the same rows. */
  thenReplayingChangesNothing(): Promise<void> {
    return this.withLab(async (lab) => {
      await lab.catchUp();
      const first = await lab.snapshot();
      for (const from of [undefined, 1n, BigInt(this.history.length >> 1), BigInt(this.history.length)]) {
        await lab.rollBack(from === 0n ? undefined : from);
        await lab.catchUp(2);
        expect(await lab.snapshot()).toEqual(first);
      }
    });
  }

  /** However the history is cut into batches, the rows are the same. */
  thenAnyBatchSizeGivesTheSame(sizes: readonly number[] = [1, 2, 3, 7]): Promise<void> {
    return this.withLab(async (lab) => {
      await lab.catchUp();
      const whole = await lab.snapshot();
      expect(Object.values(whole).flat()).not.toHaveLength(0);
      const random = () => 1 + Math.floor(Math.random() * 9);
      for (const size of [...sizes, random]) {
        await lab.forget();
        await lab.catchUp(size);
        expect(await lab.snapshot()).toEqual(whole);
      }
    });
  }

  private async withLab<Result>(work: (lab: ProjectionLab) => Promise<Result>): Promise<Result> {
    const lab = await ProjectionLab.open(this.projection, await logOf(this.history), this.schemas);
    try {
      return await work(lab);
    } finally {
      await lab.close();
    }
  }
}
