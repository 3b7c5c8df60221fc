import { PostgresEventStore } from '@app/event-store';
import { LedgerModule } from '@app/platform';
import { appDataSource } from '@app/postgres';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** The whole application below its HTTP edge, as api and projector wire it. */
export interface OpenBenchLedger {
  readonly app: INestApplicationContext;
  readonly store: PostgresEventStore;
  close(): Promise<void>;
}

/** Opens it over a migrated database whose log has its identity. Nothing runs yet. */
export async function openBenchLedger(appUrl: string): Promise<OpenBenchLedger> {
  const store = PostgresEventStore.open({ url: appUrl });
  const dataSource = await appDataSource(appUrl).initialize();
  const app = await NestFactory.createApplicationContext(LedgerModule.register({ store, dataSource }), {
    logger: ['error', 'warn'],
  });
  const close = async () => {
    await app.close();
    await store.close();
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  return { app, store, close };
}
