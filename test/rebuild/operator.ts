import { EventRegistry, logEvents } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { ask, ProjectionCatalogue, ProjectionHost, RebuildDesk } from '@app/read-store';
import { toyProjection, toySchemas } from '@app/testing';
import { Logger } from '@nestjs/common';
import { optionsOf, say, told } from '../stress/programs/line';
import { type LogAddress, openLog } from '../stress/programs/log';
import { rowsOfOne } from './rows-of-one';

Logger.overrideLogger(false);

interface Options {
  readonly log: LogAddress;
  readonly url: string;
  readonly name: string;
}

/** Keeps the toy projection up as any process does, and asks, cuts over or rolls back when it is told to, until it is let finish or killed. */
async function main({ log, url, name }: Options): Promise<void> {
  const dataSource = await appDataSource(url, { name }).initialize();
  const store = openLog(log);
  const registry = new EventRegistry([...logEvents, ...toySchemas]);
  const catalogue = new ProjectionCatalogue();
  catalogue.add(toyProjection());
  const host = new ProjectionHost(dataSource, store, registry, catalogue, {});
  const desk = new RebuildDesk(dataSource, store, registry, catalogue);
  await host.start();
  for await (const { work } of told<{ readonly work: 'ask' | 'cutOver' | 'rollBack' }>()) {
    const begun = performance.now();
    if (work === 'ask') say({ kind: 'answered', answer: await ask(dataSource, rowsOfOne) });
    else say({ kind: 'switched', ...(await desk[work]('toy')), ms: performance.now() - begun });
  }
  await host.stop();
  await store.close();
  await dataSource.destroy();
}

void main(optionsOf<Options>());
