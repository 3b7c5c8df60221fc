import { EventRegistry, type EventStore, logEvents } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import {
  type AnyProjection,
  ProjectionCatalogue,
  ProjectionHealth,
  ProjectionHost,
  QuarantineDesk,
  type ReadStoreOptions,
  ReadYourWrites,
  RebuildDesk,
} from '@app/read-store';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase } from './test-database';
import { toyProjection, toySchemas } from './toy-ledger';

const registry = new EventRegistry([...logEvents, ...toySchemas]);
/** Small batches and many signs of life, so that a test sees much happen in little time. */
const LIVELY: ReadStoreOptions = { beatMs: 100, batchSize: 7, countablePositions: true };

/** Processes that keep up the toy projection over one database, each with connections and services of its own. */
export class ToyProcesses {
  private readonly begun: { readonly host: ProjectionHost; readonly dataSource: DataSource }[] = [];
  private opened: TestDatabase | undefined;

  /** For the spec that says so: before each test none, over an empty database; after it all have ended. */
  static ofEachTest(): ToyProcesses {
    const processes = new ToyProcesses();
    beforeEach(async () => {
      processes.opened = await testDatabase();
    });
    afterEach(() => processes.end());
    return processes;
  }

  get database(): TestDatabase {
    if (!this.opened) throw new Error('There is a database while a test runs only');
    return this.opened;
  }

  /** A process whose projections do not run yet: `process-1`, `process-2`… in pg_stat_activity. */
  async begin(store: EventStore, projection: AnyProjection = toyProjection(), options = LIVELY, max = 20) {
    const name = `process-${this.begun.length + 1}`;
    const dataSource = await appDataSource(this.database.appUrl, { max, name }).initialize();
    const catalogue = new ProjectionCatalogue();
    catalogue.add(projection);
    const host = new ProjectionHost(dataSource, store, registry, catalogue, options);
    this.begun.push({ host, dataSource });
    const quarantine = new QuarantineDesk(dataSource, store, registry, catalogue);
    const health = new ProjectionHealth(dataSource, store, new SystemClock(), catalogue, quarantine, options);
    const desk = new RebuildDesk(dataSource, store, registry, catalogue, options);
    const parts = { dataSource, store, registry };
    const readYourWrites = new ReadYourWrites(dataSource);
    return { dataSource, host, desk, quarantine, health, readYourWrites, parts, projection, store };
  }

  /** A process whose projection holds what the log holds. */
  async caughtUp(store: EventStore, projection?: AnyProjection) {
    const one = await this.begin(store, projection);
    await one.host.start();
    await one.host.catchUp();
    return one;
  }

  /** Cuts every connection of every process. As the login itself: the application's role may not. */
  async cutConnections(): Promise<void> {
    const client = new Client({ connectionString: this.database.appUrl.replace(/[?].*/, '') });
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'process-%'`,
    );
    await client.end();
    expect(rowCount).toBeGreaterThan(0);
  }

  private async end(): Promise<void> {
    const begun = this.begun.splice(0);
    await Promise.all(begun.map(({ host }) => host.stop()));
    await Promise.all(begun.map(({ dataSource }) => dataSource.destroy()));
    await this.opened?.drop();
    this.opened = undefined;
  }
}

/** Which generations there are, and their states. */
export const generationsIn = (dataSource: DataSource) =>
  dataSource.query<{ generation: number; state: string }[]>(
    'SELECT generation, state FROM read_model.generation ORDER BY 1',
  );

/** The physical tables of the toy projection, by name. */
export const toyTablesIn = (dataSource: DataSource) =>
  dataSource.query<{ tablename: string }[]>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'read_model' AND tablename LIKE 'toy%' ORDER BY 1`,
  );
