import 'reflect-metadata';
import { ProjectionHost } from '@app/read-store';
import { answer } from '../harness/child';
import { emmettTotals } from '../peers/emmett';
import { simpleLedger } from './simple-ledger';

export interface ProjectorTask {
  readonly what: 'simple' | 'emmett';
  readonly url: string;
}

/** Keeps the totals up with the log until it is told to stop. */
answer<ProjectorTask>(async ({ what, url }, { ready, stopped }) => {
  const stop = what === 'simple' ? await ourWay(url) : emmettsWay(url);
  ready();
  await stopped;
  await stop();
  return {};
});

async function ourWay(url: string): Promise<() => Promise<void>> {
  const app = await simpleLedger(url);
  const host = app.get(ProjectionHost);
  await host.start();
  await host.catchUp();
  return () => app.close();
}

function emmettsWay(url: string): () => Promise<void> {
  const consumer = emmettTotals({ url, table: 'total_unit', batchSize: 1_000, untilEnd: false });
  void consumer.start();
  return () => consumer.close();
}
