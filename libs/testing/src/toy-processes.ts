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
import type { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase } from './test-database';
import { toyProjection, toySchemas } from './toy-ledger';

const registry = new EventRegistry([...logEvents, ...toySchemas]);
/** Small batches and many signs of life, so that a test sees much happen in little time. */
const LIVELY: ReadStoreOptions = { beatMs: 100, batchSize: 7, countablePositions: true };

/** Processes that keep up the toy projection over one database, each with connections and services of its own. */
export class ToyProcesses {
  private readonly begun: { readonly host: ProjectionHost; readonly dataSource: DataSource }[] = [];

  private constructor(readonly database: TestDatabase) {}

  /** None yet, over an empty database. */
  static async open(): Promise<ToyProcesses> {
    return new ToyProcesses(await testDatabase());
  }

  /** A process whose projections do not run yet. */
  async begin(store: EventStore, projection: AnyProjection = toyProjection(), options = LIVELY) {
    const dataSource = await appDataSource(this.database.appUrl, { max: 20, name: 'a-process' }).initialize();
    const catalogue = new ProjectionCatalogue();
    catalogue.add(projection);
    const host = new ProjectionHost(dataSource, store, registry, catalogue, options);
    this.begun.push({ host, dataSource });
    const quarantine = new QuarantineDesk(dataSource, store, registry, catalogue);
    const health = new ProjectionHealth(dataSource, store, new SystemClock(), catalogue, quarantine, options);
    const desk = new RebuildDesk(dataSource, store, registry, catalogue);
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

  /** All processes end, the database goes. */
  async end(): Promise<void> {
    await Promise.all(this.begun.map(({ host }) => host.stop()));
    await Promise.all(this.begun.map(({ dataSource }) => dataSource.destroy()));
    await this.database.drop();
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
