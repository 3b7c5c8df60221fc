import { LedgerModule, openLedger, type OpenLedger, readConfig } from '@app/platform';
import { ProjectionHost } from '@app/read-store';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** Runs `work` on the ledger that the environment names, and closes it. What refuses it goes through to `run`. */
export async function withLedger(
  work: (app: INestApplicationContext) => Promise<void>,
  prepare: (ledger: OpenLedger) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const config = readConfig(process.env);
  const ledger = await openLedger(config);
  try {
    await prepare(ledger);
    const readStore = { countablePositions: config.eventStoreUrl === undefined, parts: config.projectionParts };
    const app = await NestFactory.createApplicationContext(LedgerModule.register({ ...ledger, readStore }), {
      logger: false,
    });
    try {
      await app.get(ProjectionHost).prepare();
      await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await ledger.close();
  }
}
