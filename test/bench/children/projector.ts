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
  const { failed, stop } = what === 'simple' ? await ourWay(url) : emmettsWay(url);
  ready();
  await Promise.race([stopped, failed]);
  await stop();
  return {};
});

interface Running {
  /** Never resolves. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

async function ourWay(url: string): Promise<Running> {
  const app = await simpleLedger(url);
  const host = app.get(ProjectionHost);
  await host.start();
  await host.catchUp();
  return { failed: new Promise(() => undefined), stop: () => app.close() };
}

function emmettsWay(url: string): Running {
  const consumer = emmettTotals({ url, table: 'total_unit', batchSize: 1_000, untilEnd: false });
  const failed = new Promise<never>((_, reject) => void consumer.start().catch(reject));
  return { failed, stop: () => consumer.close() };
}
