import { EventRegistry, logEvents } from '@app/event-store';
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
    await host.catchUp();
    say({ kind: 'caught-up', ...question });
  }
  await host.stop();
  await store.close();
  await dataSource.destroy();
}

void main();
