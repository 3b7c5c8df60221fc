import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import {
  JsonLogger,
  openLedger,
  portRefusal,
  readConfig,
  readStoreOptionsOf,
  refuseBusyPort,
  run,
  StartUpRefused,
  stopOnSignal,
} from '@app/platform';
import { isRefusal, ProjectionHost } from '@app/read-store';
import { ProjectorModule } from './projector.module';

/** Runs every projection and answers /health and /metrics, nothing else. A second replica waits for the locks of the first. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  await refuseBusyPort(config.http);
  const ledger = await openLedger(config);
  const readStore = readStoreOptionsOf(config);
  const logger = new JsonLogger(config.logLevel);
  const app = await NestFactory.create(ProjectorModule.register({ ...ledger, readStore }), { logger });
  stopOnSignal(() => app.close().finally(() => ledger.close()));
  try {
    await app.init();
    await app.get(ProjectionHost).start();
    await app.listen(config.http.port, config.http.host);
  } catch (error) {
    await app.close().finally(() => ledger.close());
    throw isRefusal(error) ? new StartUpRefused(error.message, { cause: error }) : portRefusal(error, config.http);
  }
  process.stdout.write(`Bộ chiếu đang chạy; tình trạng tại ${await app.getUrl()}/health/ready\n`);
}

void run(main);
