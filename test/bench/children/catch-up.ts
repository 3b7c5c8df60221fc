import 'reflect-metadata';
import { ProjectionHost, QuarantineDesk } from '@app/read-store';
import { openBenchLedger } from '../families/ledger';
import { answer } from '../harness/child';
import { emmettTotals } from '../peers/emmett';
import { simpleLedger } from './simple-ledger';

export interface CatchUpTask {
  readonly what: 'simple' | 'real' | 'emmett';
  readonly url: string;
  /** Emmett's table. */
  readonly table?: string;
}

/** From nothing to the end of the log; the time to start the process and to make the tables does not count. Answers seconds. */
answer<CatchUpTask>(async ({ what, url, table = 'total' }) => {
  const catchUp = what === 'emmett' ? emmettsWay(url, table) : await ourWay(what, url);
  const begun = performance.now();
  await catchUp();
  return { seconds: (performance.now() - begun) / 1000 };
});

async function ourWay(what: 'simple' | 'real', url: string): Promise<() => Promise<void>> {
  const app = what === 'simple' ? await simpleLedger(url) : (await openBenchLedger(url)).app;
  const host = app.get(ProjectionHost);
  await host.prepare();
  return async () => {
    await host.start();
    await host.catchUp();
    const [stopped] = await app.get(QuarantineDesk).list();
    if (stopped) throw new Error(`An event was refused, so nothing was measured: ${JSON.stringify(stopped)}`);
  };
}

function emmettsWay(url: string, table: string): () => Promise<void> {
  const consumer = emmettTotals({ url, table, batchSize: 5_000, untilEnd: true });
  return () => consumer.start();
}
