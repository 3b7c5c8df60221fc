import { EventRegistry, type Position } from '@app/event-store';
import { appDataSource } from '@app/postgres';
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
import type { DataSource } from 'typeorm';
import { type AnyEventSchema, everySchema, identityOf } from './history';
import type { InMemoryEventStore } from './in-memory-event-store';
import { type TestDatabase, testDatabase } from './test-database';

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
    for (const standing of ['quarantine', 'parked_event', 'across_group']) {
      await this.scope.session.query(`DELETE FROM read_model.${standing}`);
    }
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
