import 'reflect-metadata';
import { Breather, letOthersGoFirst } from '@app/platform';
import { ProjectionCatalogue, ProjectionHost, RebuildDesk } from '@app/read-store';
import { openBenchLedger } from '../families/ledger';
import { answer } from '../harness/child';

export interface RebuildTask {
  readonly url: string;
  /** Takes the rebuilt tables away again, so that the same database serves the next round. */
  readonly cancel: boolean;
}

/** Every read model anew beside the live ones, until it holds what the log holds. Answers seconds. */
answer<RebuildTask>(async ({ url, cancel }) => {
  letOthersGoFirst(); // As `par projections rebuild` does, and so is drawing breath.
  const breather = new Breather();
  const { app } = await openBenchLedger(url);
  await app.get(ProjectionHost).prepare();
  const desk = app.get(RebuildDesk);
  const names = app
    .get(ProjectionCatalogue)
    .all()
    .map(({ name }) => name);
  const begun = performance.now();
  await desk.rebuildAll(names, undefined, undefined, () => breather.between());
  const seconds = (performance.now() - begun) / 1000;
  if (cancel) for (const name of names) await desk.cancel(name);
  return { seconds };
});
