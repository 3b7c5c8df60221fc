import { CommandBus } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { ensureLogIdentity, type EventStore } from '@app/event-store';
import { SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionHost, type ReadStoreOptions } from '@app/read-store';
import { type TestDatabase, testDatabase } from '@app/testing';
import { RegisterUnit } from '@app/unit';
import type { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { type Log, type OpenedLog, openLog } from '../../api/test/opened-log';
import { ProjectorModule } from '../src/projector.module';

/** Replicas of the projector over one log and one database of the test's own. */
export class Replicas {
  private readonly begun: { readonly app: NestExpressApplication; readonly dataSource: DataSource }[] = [];

  private constructor(
    readonly database: TestDatabase,
    private readonly log: OpenedLog,
  ) {}

  get store(): EventStore {
    return this.log.store;
  }

  static async over(where: Log): Promise<Replicas> {
    const database = await testDatabase();
    const log = await openLog(where, database);
    await ensureLogIdentity(log.store, new SystemClock());
    return new Replicas(database, log);
  }

  /** One replica, with connections of its own, that runs what nobody else runs. */
  async begin(options: ReadStoreOptions = {}): Promise<NestExpressApplication> {
    const dataSource = await appDataSource(this.database.appUrl).initialize();
    const { store, server } = this.log;
    const readStore = { countablePositions: server === undefined, beatMs: 100, ...options };
    const module = await Test.createTestingModule({
      imports: [ProjectorModule.register({ store, dataSource, readStore })],
    }).compile();
    const app = module.createNestApplication<NestExpressApplication>({ logger: false });
    this.begun.push({ app, dataSource });
    await app.init();
    await app.get(ProjectionHost).start();
    return app;
  }

  async end(): Promise<void> {
    await Promise.all(this.begun.map(({ app }) => app.close()));
    await this.log.close();
    const open = this.begun.filter(({ dataSource }) => dataSource.isInitialized);
    await Promise.all(open.map(({ dataSource }) => dataSource.destroy()));
    await this.database.drop();
  }
}

export async function registerUnit(app: NestExpressApplication, unitId: string): Promise<void> {
  const id = v7();
  const context = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: 'tk',
    onBehalfOf: null,
    role: 'administrator-of-units',
  };
  const unit = { unitId, name: 'Sở', type: 'department', officialCode: null, registeredOn: '2024-01-01' } as const;
  await app.get(CommandBus).execute(new RegisterUnit(unit, context));
}
