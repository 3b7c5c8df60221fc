import { EventRegistry, logEvents, pause, StoreUnavailable } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ProjectionHost } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { optionsOf, say, told } from './line';
import { type LogAddress, openLog } from './log';
import { paymentEvents } from './payments';
import { tally } from './tally';

Logger.overrideLogger(false);

const { log, url } = optionsOf<{ log: LogAddress; url: string }>();

/** Runs the projection until it is let finish; each question is answered when everything the log held then is applied. */
async function main(): Promise<void> {
  const dataSource = await appDataSource(url, { name: 'projector' }).initialize();
  const store = openLog(log);
  const catalogue = new ProjectionCatalogue();
  catalogue.add(tally);
  const registry = new EventRegistry([...logEvents, ...paymentEvents]);
  const host = new ProjectionHost(dataSource, store, registry, catalogue, { batchSize: 7 });
  await host.start();
  say({ kind: 'ready' });
  for await (const question of told<{ readonly number: number }>()) {
    await caughtUp(host);
    say({ kind: 'caught-up', ...question });
  }
  await host.stop();
  await store.close();
  await dataSource.destroy();
}

/** The store may just be on its way back. */
async function caughtUp(host: ProjectionHost): Promise<void> {
  for (const end = Date.now() + 10_000; ; await pause(50)) {
    try {
      return await host.catchUp();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || Date.now() > end) throw error;
    }
  }
}

void main();
