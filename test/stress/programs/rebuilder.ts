import { EventRegistry, logEvents } from '@app/event-store';
import { appDataSource } from '@app/postgres';
import { ProjectionCatalogue, ProjectionHost, Rebuild, RebuildDesk } from '@app/read-store';
import { toyProjection, toySchemas } from '@app/testing';
import { Logger } from '@nestjs/common';
import { die, optionsOf, say } from './line';
import { copiedRows, throughLine } from './line-to-server';
import { type LogAddress, openLog } from './log';

Logger.overrideLogger(false);

/** Where a rebuilder dies: at the n-th word of progress of a phase, or in the middle of the n-th piece of rows that it copies. */
export type DieAt = { readonly phase: string; readonly nth: number } | { readonly copied: number };

/** What a rebuilder is started with; without `pageSize` and `cacheWeight` all rows of a small log are in hand to the end. */
export interface RebuilderOptions {
  readonly log: LogAddress;
  /** Where the read models live. */
  readonly url: string;
  readonly dieAt?: DieAt;
  /** Shows the rebuild to readers when it holds what the log holds. */
  readonly cutOver?: boolean;
  readonly pageSize?: number;
  readonly cacheWeight?: number;
}

/** Rebuilds the toy projection until it holds what the log holds, or dies on the way. Says once when it is at work on what it found. */
async function main({ log, url, dieAt, cutOver, pageSize = 2000, cacheWeight = 32 * 1024 * 1024 }: RebuilderOptions) {
  const within = dieAt && 'copied' in dieAt ? await dyingInCopy(url, dieAt.copied) : url;
  const dataSource = await appDataSource(within, { name: 'rebuilder' }).initialize();
  const store = openLog(log);
  const registry = new EventRegistry([...logEvents, ...toySchemas]);
  const catalogue = new ProjectionCatalogue();
  catalogue.add(toyProjection());
  await new ProjectionHost(dataSource, store, registry, catalogue, {}).prepare();
  const desk = new RebuildDesk(dataSource, store, registry, catalogue);
  let told = 0;
  const onProgress = ({ phase }: { phase: string }): void => {
    atWork();
    if (dieAt && 'phase' in dieAt && phase === dieAt.phase && (told += 1) === dieAt.nth) die();
  };
  const signal = new AbortController().signal;
  await Rebuild.run({ dataSource, store, registry }, toyProjection(), signal, onProgress, { pageSize, cacheWeight });
  atWork(); // Where there was nothing left but to follow the log.
  if (cutOver) await desk.cutOver('toy');
  else await desk.rebuild('toy', onProgress);
  await store.close();
  await dataSource.destroy();
}

async function dyingInCopy(url: string, nth: number): Promise<string> {
  const line = await throughLine(url, copiedRows(nth));
  line.at('half-sent', () => {
    atWork();
    die();
  });
  return line.url;
}

let silent = true;
function atWork(): void {
  if (silent) say({ kind: 'at-work' });
  silent = false;
}

void main(optionsOf<RebuilderOptions>());
