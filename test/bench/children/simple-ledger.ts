import { EventRegistry, EventStore, logEvents, PostgresEventStore } from '@app/event-store';
import { Clock, SystemClock } from '@app/kernel';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ReadStoreModule } from '@app/read-store';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { scored, unitTotal } from '../data/scored';

@Module({})
class SimpleLedger {
  static register(store: EventStore, dataSource: DataSource): DynamicModule {
    const providers = [
      { provide: EventStore, useValue: store },
      { provide: DataSource, useValue: dataSource },
      { provide: EventRegistry, useValue: new EventRegistry([...logEvents, scored]) },
      { provide: Clock, useValue: new SystemClock() },
    ];
    return { module: SimpleLedger, global: true, imports: [ReadStoreModule.register()], providers, exports: providers };
  }
}

/** The projection engine with one projection: a total per unit. */
export async function simpleLedger(appUrl: string): Promise<INestApplicationContext> {
  const store = PostgresEventStore.open({ url: appUrl });
  const dataSource = await appDataSource(appUrl).initialize();
  const app = await NestFactory.createApplicationContext(SimpleLedger.register(store, dataSource), {
    logger: ['error', 'warn'],
  });
  app.get(ProjectionCatalogue).add(unitTotal);
  return app;
}
